"""A whole little site in memory, for tests that look at one part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.teams import rahmen, team
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates
from wiq_cli.usecases.publish import Plan, plan

if TYPE_CHECKING:
    from wiq_cli.domain.beschluss import Beschluss


def planned(*blocks: tuple[str, str], wiq: str = "", beschluesse: tuple[Beschluss, ...] = ()) -> Plan:
    """Give what would be published of these teams: pairs of kuerzel and block."""
    return plan([(kuerzel, team(block)) for kuerzel, block in blocks], rahmen(wiq), beschluesse)


def made(*blocks: tuple[str, str], wiq: str = "", beschluesse: tuple[Beschluss, ...] = ()) -> dict[str, str]:
    """Give the pages of these teams."""
    found = planned(*blocks, wiq=wiq, beschluesse=beschluesse)
    return site(found.profiles, found.network, Templates(shipped()))

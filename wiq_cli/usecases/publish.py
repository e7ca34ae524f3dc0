"""What a publication would show, leave out and take down; values in, values out."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError

from wiq_cli.domain.public import Eintrag, Oeffentlich, PublicNetwork, PublicProfile, entry
from wiq_cli.domain.scalars import KUERZEL, KUERZEL_MAX
from wiq_cli.domain.slug import RESERVED
from wiq_cli.usecases import profile
from wiq_cli.usecases.public_beschluss import public_beschluesse
from wiq_cli.usecases.public_support import public_decisions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

MANIFEST = "manifest.json"
NETWORK = "wiq.yaml"
NETWORK_TEXTS = ("name", "ort", "traeger", "barrierefreiheit")  # of these an exception can be about
NO_NAME = "Netzwerk"  # stands where the name may no longer be shown
SCHEMA = "wiq.manifest/1"
SUM = re.compile(rb"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Skip:
    """A team that is left out, and why."""

    team: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be published."""

    profiles: tuple[PublicProfile, ...]
    network: PublicNetwork
    skipped: tuple[Skip, ...]


class Receipt(Oeffentlich):
    """What a site was made from and what it was searched for: enough to do it again."""

    wiq: str
    regeln: str | None = None
    commit: str | None = None
    changed: bool = False  # whether the files differed from that commit
    needles: int
    fragment: bool = False  # whether the pages are parts of pages; the manifest says it where they are


class Manifest(Receipt):
    """The receipt in the output folder: what wiq wrote there, and all that is needed to take a page down again.

    ``released`` says of each team how many texts stand on its pages by somebody's leave: names by consent, wordings by
    exception. When fewer of today's are found there, one of them has lost its leave. Of the network it says so by field.
    """

    released: dict[str, int] = Field(default_factory=dict)
    network: PublicNetwork
    teams: tuple[Eintrag, ...]
    files: dict[str, str]

    @property
    def receipt(self) -> Receipt:
        return Receipt(**{name: getattr(self, name) for name in Receipt.model_fields})

    @property
    def kuerzel(self) -> frozenset[str]:
        return frozenset(one.kuerzel for one in self.teams)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What an existing site may no longer show: whole teams, and names on the pages of the others."""

    teams: frozenset[str]
    names: Mapping[str, frozenset[str]]


def plan(
    teams: Sequence[tuple[str, Team]],
    rahmen: Rahmen,
    beschluesse: Iterable[Beschluss] = (),
    refused: Mapping[str, str] = MappingProxyType({}),
) -> Plan:
    """Decide which teams are shown and build their public profiles. ``refused``: who is left out all the same, and why."""
    beschluesse = list(beschluesse)
    decisions = public_decisions(beschluesse, teams, rahmen)
    reasons = {kuerzel: refused.get(kuerzel) or _left_out(kuerzel, team, rahmen.heute) for kuerzel, team in teams}
    shown = [(kuerzel, team) for kuerzel, team in teams if not reasons[kuerzel]]
    reports = public_beschluesse(beschluesse, shown, rahmen)
    withheld = profile.withheld_names((team for _, team in teams), rahmen.heute)
    personal = profile.personal_addresses(team for _, team in teams)
    skipped, profiles = [], []
    for kuerzel, team in teams:
        if reason := reasons[kuerzel]:
            skipped.append(Skip(kuerzel, reason))
        else:
            own = reports.get(kuerzel, ())
            profiles.append(profile.profile(kuerzel, team, rahmen, withheld, decisions, personal, own))
    return Plan(tuple(profiles), profile.network(rahmen.netzwerk, rahmen.regeln), tuple(skipped))


def network_leave(network: PublicNetwork, wordings: Iterable[str]) -> dict[str, int]:
    """Count by field what stands in the texts of the network by somebody's leave, as the manifest keeps it."""
    wordings = list(wordings)
    texts = {field: " ".join((getattr(network, field) or "").split()) for field in NETWORK_TEXTS}
    return {f"{NETWORK}:{field}": sum(one in text for one in wordings) for field, text in texts.items()}


def network_still_free(before: Manifest, wordings: Iterable[str]) -> PublicNetwork:
    """Give the network as it is public, without the texts that have lost their leave."""
    now = network_leave(before.network, wordings)
    lost = [one.removeprefix(f"{NETWORK}:") for one, count in now.items() if count < before.released.get(one, 0)]
    return before.network.model_copy(update={one: NO_NAME if one == "name" else None for one in lost})


def missing_page(netzwerk: Netzwerk) -> str | None:
    """Say which of the two pages that the law asks for are missing; None when both are there."""
    pages = {"impressum": "Das Impressum", "datenschutz": "Die Datenschutzerklärung"}
    missing = [key for key in pages if getattr(netzwerk, key) is None]
    if not missing:
        return None
    what = f"{pages[missing[0]]} fehlt" if len(missing) == 1 else "Impressum und Datenschutzerklärung fehlen"
    links = ", ".join(f"„{key}: https://…“" for key in missing)
    return (
        f"{what}. Wer Seiten veröffentlicht, braucht Impressum und Datenschutzerklärung. Trag in wiq.yaml ein: {links}. "
        "Es wurde nichts veröffentlicht."
    )


def taken_name(teams: Iterable[tuple[str, Team]]) -> str | None:
    """Say which former name leads to two teams; None when each has one heir. Links and calendars could not tell them apart."""
    teams = list(teams)
    heirs = {kuerzel: kuerzel for kuerzel, _ in teams}
    for kuerzel, team in teams:
        for old in team.frueher:
            if (heir := heirs.setdefault(old, kuerzel)) != kuerzel:
                return (
                    f"Im Team „{kuerzel}“ steht unter „frueher“ der Name „{old}“. Der gehört schon zum Team „{heir}“. "
                    "Lösch ihn in einem der beiden. Es wurde nichts veröffentlicht."
                )
    return None


def heirs(teams: Iterable[tuple[str, Team]]) -> dict[str, str]:
    """Give by every name, former ones too, the team whose pages lie there."""
    teams = list(teams)
    return {old: kuerzel for kuerzel, team in teams for old in team.frueher} | {
        kuerzel: kuerzel for kuerzel, _ in teams
    }


def _left_out(kuerzel: str, team: Team, heute: date) -> str | None:
    return _bad_address(kuerzel) or profile.closed(team, heute)


def _bad_address(kuerzel: str) -> str | None:
    if RESERVED.fullmatch(kuerzel):
        return "Diesen Dateinamen gibt es unter Windows nicht. Benenn die Datei um."
    if re.fullmatch(KUERZEL, kuerzel) and len(kuerzel) <= KUERZEL_MAX:
        return None
    return "Aus diesem Dateinamen wird keine Adresse. Nimm a–z, 0–9 und einzelne Bindestriche."


def withdrawn(
    before: Manifest,
    files: Iterable[str],
    teams: Iterable[tuple[str, Team, bool]],
    heute: date,
) -> Withdrawn:
    """Find what must come down even if nothing new goes up.

    ``files`` names every team file that is there; ``teams`` gives what could be read of them and whether that is all.
    Of a file with faults only a clear no counts: the rest may be the fault.
    """
    read = [one for one in teams if one[0] in before.kuerzel]
    gone = before.kuerzel - frozenset(files)
    closed = {
        kuerzel
        for kuerzel, team, whole in read
        if (profile.closed(team, heute) if whole else team.einwilligung.profil and team.einwilligung.profil.widerrufen)
    }
    withheld = profile.withheld_names((team for _, team, _ in read), heute)
    names = {kuerzel: profile.withheld_on(team, withheld, heute, whole=whole) for kuerzel, team, whole in read}
    return Withdrawn(gone | closed, names)


def allowed_texts(
    teams: Sequence[tuple[str, Team]], wordings: Mapping[str, frozenset[str]], heute: date
) -> dict[str, frozenset[str]]:
    """Give what may stand on each team's pages by somebody's leave: names and wordings."""
    withheld = profile.withheld_names((team for _, team in teams), heute)
    return {
        kuerzel: frozenset(profile.named(team, withheld, heute)) | wordings.get(kuerzel, frozenset())
        for kuerzel, team in teams
    }


def sums_of(pages: Mapping[str, str]) -> dict[str, str]:
    """Give the digest of each page, as the manifest keeps it."""
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in sorted(pages.items())}


def without_sums(manifest: bytes, sums: Collection[str]) -> bytes:
    """Leave these digests out of a manifest: they say nothing that the pages do not say, and look like numbers to a search."""
    known = {one.encode() for one in sums}
    return SUM.sub(lambda match: b"" if match[0] in known else match[0], manifest)


def manifest_text(
    sums: Mapping[str, str],
    entries: Iterable[Eintrag],
    network: PublicNetwork,
    receipt: Receipt,
    released: Mapping[str, int] | None = None,
) -> str:
    """Write the manifest of pages with these digests. No time and no machine in it: the same input gives the same bytes."""
    data = {
        "schema": SCHEMA,
        **receipt.model_dump(mode="json", exclude=None if receipt.fragment else {"fragment"}),
        "findings": 0,
        "released": {kuerzel: count for kuerzel, count in sorted((released or {}).items()) if count},
        "network": network.model_dump(mode="json"),
        "teams": [one.model_dump(mode="json") for one in sorted(entries, key=lambda one: one.kuerzel)],
        "files": dict(sorted(sums.items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_manifest(text: str) -> Manifest | None:
    """Read a manifest; None when this is none of ours."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or data.pop("schema", None) != SCHEMA:
            return None
        data.pop("findings", None)
        return Manifest.model_validate_json(json.dumps(data))
    except (ValueError, RecursionError, ValidationError):
        return None


def entries_of(profiles: Iterable[PublicProfile]) -> tuple[Eintrag, ...]:
    """Give the rows of the list of all teams."""
    return tuple(entry(one) for one in profiles)


def team_of_page(name: str) -> str | None:
    """Give the team whose page this is."""
    folder, _, rest = name.partition("/")
    return rest.partition("/")[0] if folder == "teams" and "/" in rest else None

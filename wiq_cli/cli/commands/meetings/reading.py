"""Reading the teams a command asks for; what is wrong with the others is said, not dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from wiq_cli.cli.teams import meant, team_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.treffen import Ausfall, Verlegung
    from wiq_cli.files.netz import Netzordner


class InDistricts(Protocol):
    @property
    def stadtteile(self) -> Sequence[str]: ...


T = TypeVar("T", bound=InDistricts)


def read_teams(ordner: Netzordner, kuerzel: list[str], broken: list[str]) -> Iterator[tuple[str, Team]]:
    """Read the teams that are asked for; say of the others what is wrong with them."""
    for name, path in team_paths(ordner, kuerzel).items():
        if team := read_team(ordner, path, broken):
            yield name, team


def team_paths(ordner: Netzordner, kuerzel: list[str]) -> dict[str, Path]:
    """Give the files of the teams that are asked for, of all where none is named."""
    named = {one: team_path(ordner, one) for one in kuerzel}
    return dict(sorted((named or {path.stem: path for path in ordner.team_paths()}).items()))


def read_team(ordner: Netzordner, path: Path, broken: list[str]) -> Team | None:
    """Read one team; None where its meetings cannot be known."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    outcome = ordner.attempt(Team, path)
    if outcome.findings:
        first = min(outcome.findings, key=lambda one: one.sort_key())
        broken.append(f"{first.file}:{first.span.line}:{first.span.column}: {first.message} {first.help}".rstrip())
    if isinstance(outcome, Unreadable) or outcome.model is None:
        return None
    if outcome.is_settled(("treffen",)):  # a meeting whose cancellation cannot be read must not stand as planned
        broken[-1] += " Die Treffen dieses Teams fehlen deshalb in der Liste."
        return None
    broken += _missing_targets(ordner, outcome.model, outcome)
    return outcome.model


def _missing_targets(ordner: Netzordner, team: Team, reading: Reading[Team]) -> Iterator[str]:
    """Name the cancellations and moves that hit no meeting: the list may show what does not take place."""
    from wiq_cli.domain.terminplan import Terminplan  # noqa: PLC0415  # start-up

    plan = Terminplan(team.treffen, ordner.netzwerk)
    lists: dict[str, Sequence[Ausfall | Verlegung]] = {"ausfall": team.treffen.ausfall, "verlegt": team.treffen.verlegt}
    for key, entries in lists.items():
        for number, entry in enumerate(entries):
            if plan.target(entry) is None:
                _, span = reading.place(("treffen", key, number))
                yield f"{reading.source.file}:{span.line}:{span.column}: Dieser Eintrag trifft kein Treffen. Mehr sagt: wiq check"


def of_districts(teams: list[tuple[str, T]], districts: list[str]) -> list[tuple[str, T]]:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    known = {one.casefold(): one for _, team in teams for one in team.stadtteile}
    for one in districts:
        if one.casefold() not in known:
            raise WrongCall(f"Im Stadtteil „{one}“ gibt es kein Team.{meant(one, list(known.values()))}")
    wanted = {one.casefold() for one in districts}
    return [one for one in teams if not wanted or wanted & {name.casefold() for name in one[1].stadtteile}]

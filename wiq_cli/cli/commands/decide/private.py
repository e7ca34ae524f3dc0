"""Nobody is named in a decision: what is about to be written, or to be given away, is looked through first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_private import Wache


def watch(ordner: Netzordner) -> Wache:
    """Read who is in the network. A file that cannot be read names nobody; ``wiq check`` says so."""
    from wiq_cli.cli.network import today  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.freigaben import Freigaben  # noqa: PLC0415  # start-up
    from wiq_cli.files.aside import said_aside  # noqa: PLC0415  # start-up
    from wiq_cli.scan.collecting import collect  # noqa: PLC0415  # start-up
    from wiq_cli.scan.types import Scalar  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_private import Wache  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.release import terms  # noqa: PLC0415  # start-up

    scalars: list[Scalar] = []
    for path in (ordner.root / "wiq.yaml", *ordner.team_paths()):
        try:
            source = ordner.source(path)
        except Unreadable:
            continue
        scalars += [Scalar(source.file, place, text) for place, text in (*source.scalars(), *said_aside(source))]
    outcome = ordner.attempt(Freigaben, ordner.freigaben_path) if ordner.has_freigaben else None
    freigaben = None if outcome is None or isinstance(outcome, Unreadable) else outcome.model
    heute = today(ordner.netzwerk.zeitzone)
    return Wache(collect(scalars, heute), terms(freigaben, scalars, heute), scalars)


def teams_of(beschluss: Beschluss) -> tuple[str, ...]:
    """Give the teams whose people a decision may not call by their first names."""
    from wiq_cli.usecases.decide_private import concerned  # noqa: PLC0415  # start-up

    return concerned(beschluss)


def refuse(ordner: Netzordner, given: Iterable[tuple[str, str | None]], teams: Iterable[str | None]) -> None:
    """Refuse names, addresses and numbers in what an option says about some teams.

    Raises ``Refused`` with the option, not the value.
    """
    from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up

    texts = [(option, text) for option, text in given if text]
    if not texts:
        return
    known, about = watch(ordner), [one for one in teams if one]
    for option, text in texts:
        if fault := _said(known, option, text, about):
            raise Refused(f"{fault} Es wurde nichts geschrieben.")


def refuse_public(ordner: Netzordner, text: str, shown: Iterable[Beschluss]) -> None:
    """Refuse to give away a text about some decisions that names somebody; raises ``PublicationRefused`` with where."""
    from wiq_cli.domain.errors import PublicationRefused  # noqa: PLC0415  # start-up
    from wiq_cli.domain.source import scalars_of  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_private import SAID, written  # noqa: PLC0415  # start-up

    decisions, known = list(shown), watch(ordner)
    kind = known.kind(text, {team for one in decisions for team in teams_of(one)})
    if kind is None:
        return
    texts = {one.id: written(scalars_of(one.model_dump(exclude_defaults=True))) for one in decisions}
    carriers = [one.id for one in decisions if any(known.exposed(texts[one.id], teams_of(one)))]
    where = f" Die Stelle nennt: wiq check beschluesse. Es geht um: {', '.join(carriers)}." if carriers else ""
    raise PublicationRefused(f"Im Protokoll stünde {SAID[kind]}. Es wurde nichts ausgegeben.{where}")


def fault_in(ordner: Netzordner, teams: Iterable[str]) -> Callable[[str], str]:
    """Give what says, for an answer at the terminal, that something private stands in it; empty where nothing does."""
    about = tuple(teams)
    known: list[Wache] = []

    def fault(answer: str) -> str:
        if not known:  # nobody is looked for before somebody answers
            known.append(watch(ordner))
        return _said(known[0], "diesem Text", answer, about)

    return fault


def _said(known: Wache, option: str, text: str, teams: Iterable[str]) -> str:
    from wiq_cli.usecases.decide_private import SAID, remedy  # noqa: PLC0415  # start-up

    kind = known.kind(text, teams)
    return f"In {option} steht {SAID[kind]}. {remedy(kind)}" if kind else ""

"""What stood on the command line of a vote, and what the record says about who votes with which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.commands.decide import store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.zaehlregel import Zaehlregel
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_counted import Grad

KEEPERS = {"leitung": ("Wer hat geleitet?", "--lead"), "fuehrung": ("Wer hat mitgeschrieben?", "--keeper")}


@dataclass(frozen=True, slots=True)
class Call:
    """What stood on the command line."""

    counts: Mapping[Stimme, int]
    day: date
    objections: Sequence[str]
    present: int | None
    people: Sequence[str]
    named: bool
    recused: Sequence[str]
    excluded: Sequence[str]
    keepers: Mapping[str, Any]
    review: Mapping[str, Any]
    options: Sequence[str] = ()

    @property
    def says_more(self) -> bool:
        """Whether it holds something that may come after the votes: reasons, who was there, the minutes."""
        more = (self.objections, self.recused, self.excluded, self.review, self.present is not None)
        return any(more) or any(value is not None for value in self.keepers.values())


def rule_of(ordner: Netzordner, beschluss: Beschluss) -> Zaehlregel | None:
    """Give the rule by which the next votes count; None where nobody set one."""
    from wiq_cli.domain.recount import rule_for  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_attempt import next_procedure  # noqa: PLC0415  # start-up

    begriffe = store.counting(ordner, beschluss)
    return rule_for(beschluss, next_procedure(beschluss, begriffe), begriffe)


def words_of(ordner: Netzordner, beschluss: Beschluss) -> Sequence[Stimme]:
    """Give the words of the attempt that comes next, or of the last one where all is over."""
    from wiq_cli.usecases.decide_attempt import next_procedure  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import words_for  # noqa: PLC0415  # start-up

    begriffe = store.counting(ordner, beschluss)
    over = not beschluss.is_open and beschluss.versuche
    procedure = beschluss.versuche[-1].verfahren if over else next_procedure(beschluss, begriffe)
    return words_for(beschluss, procedure, begriffe)


def kept_out(beschluss: Beschluss) -> dict[str, Grad]:
    """Give who is on record as not voting. A mere hint keeps nobody out."""
    return {one.person: one.grad for one in beschluss.befangen if one.grad != "hinweis"}


def by_names(beschluss: Beschluss, call: Call) -> bool:
    """Whether votes are kept by name: as told for this once, else as the team decided for itself."""
    from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up

    chosen = beschluss.regel.stimmen if beschluss.regel else None
    if call.named and chosen == "summen":
        raise Refused("Das Team hat beschlossen, nur Summen festzuhalten. Lass --named weg.")
    return (call.named or chosen == "namen") and not beschluss.form.geheim and beschluss.art != "wahl"

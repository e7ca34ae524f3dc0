"""Rules about one team, beyond the two blocks of their pages."""

from __future__ import annotations

import pytest

from tests.support.teams import rahmen, team
from wiq_cli.domain.finding import field_name
from wiq_cli.rules.engine import rule


def places(rule_id: str, block: str) -> list[str]:
    """Give the places that a rule names in a team that is otherwise in order."""
    check = rule(rule_id).check("team")
    assert check is not None
    return [field_name(fault.path) for fault in check(team(block), rahmen())]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("zusammenfassung: xxx\n", ["zusammenfassung"]),
        ("weg: [Bis wann.]\n", ["weg[0].schritt"]),
        ("wirkung: [in X Häusern]\n", ["wirkung[0].indikator"]),
        ("mitglieder: [N. N., Udo Übermut]\n", ["mitglieder[0].name"]),
        ("leitung: [{kennung: p901, name: '?', rolle: '-'}]\n", ["leitung[0].name"]),
        ("einwilligung: {profil: {am: 2026-01-10, durch: p901, nachweis: Ordner X}}\n", []),
        ("notizen: ['???']\n", []),
        ("weg: [Xaver fragen, 'Wer kommt? …und wann?', Planung X-Haus]\n", []),
    ],
)
def test_placeholders(block: str, found: list[str]) -> None:
    assert places("WIQ105", block) == found

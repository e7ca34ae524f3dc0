from pathlib import Path

from tests.support.teams import HEUTE
from wiq_cli.domain.karte import karte
from wiq_cli.domain.rahmen import Netz, Rahmen
from wiq_cli.files.netz import Netzordner
from wiq_cli.rules.engine import OF_DECISIONS, WITHOUT_DECISIONS, checks, rule, rule_files

EXAMPLE = Path(__file__).parents[2] / "examples" / "wir-im-quartier"
ABOUT_DECISIONS = [rule(one) for one in rule_files() if one.startswith(OF_DECISIONS)]


def test_rules_about_decisions_look_at_nothing_but_decisions() -> None:
    assert [one.id for one in ABOUT_DECISIONS for kind in WITHOUT_DECISIONS if one.check(kind)] == []


def test_rules_about_decisions_are_silent_where_nothing_was_decided() -> None:
    ordner = Netzordner(EXAMPLE)
    teams = {
        path.stem: karte(path.stem, ordner.name_of(path), team)
        for path, (_, reading) in zip(ordner.team_paths(), ordner.teams(), strict=True)
        if (team := getattr(reading, "model", None))
    }
    netz = Netz(Rahmen(ordner.netzwerk, ordner.regeln, HEUTE), teams, lesen=ordner.read_again)
    assert len(teams) > 1
    looking = [check for one in ABOUT_DECISIONS if (check := one.check("netz"))]
    assert [fault for check in looking for fault in check(netz)] == []


def test_only_wanted_rules_are_given() -> None:
    wanted = checks("netz", lambda one: one == "WIQ901" or one.startswith("WIQ4"), decisions=False)
    assert [one.id for one, _ in wanted] == ["WIQ451", "WIQ452", "WIQ453", "WIQ901"]

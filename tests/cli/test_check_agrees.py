"""Whatever ``publish`` would refuse for a leak, ``check`` finds before, at the same place; and the other way round."""

from __future__ import annotations

import base64
import contextlib
import html
import io
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.cli.main import main
from wiq_cli.domain.errors import ExitCode
from wiq_cli.domain.finding import field_name
from wiq_cli.files.edit import dump

if TYPE_CHECKING:
    from collections.abc import Callable

LEAKS = {"WIQ210", "WIQ211", "WIQ212", "WIQ213", "WIQ214", "WIQ215", "WIQ216"}
FIELDS: tuple[Callable[[str], dict[str, Any]], ...] = (
    lambda text: {"zusammenfassung": text},
    lambda text: {"untertitel": text},
    lambda text: {"problem": ["Es regnet.", text]},
    lambda text: {"weg": [{"schritt": "x", "bis": "2027-01-31", "notizen": [text]}]},
    lambda text: {"support": [{"was": text, "art": "material"}]},
    lambda text: {"offene_fragen": [text]},
    lambda text: {"stand": [{"text": text}]},
    lambda text: {"chronik": [{"am": "2026-01-01", "text": text}]},
    lambda text: {"ziele": {"bis": "2027-01-01", "langfristig": [text]}},
    lambda text: {"themen": [text]},
    lambda text: {"kooperationspartner": [{"name": text}]},
    lambda text: {"wirkung": [{"indikator": "x", "einheit": text, "ausgangswert": "0", "soll": "5"}]},
    lambda text: {"treffen": {"ort": text}},
    lambda text: {"treffen": {"termine": [{"am": "2026-12-09", "ort": text, "oeffentlich": "nein"}]}},
)
PERSON = {
    "kennung": "p1", "name": "Ottilie von der Quast", "email": "o.quast@posteo.example", "telefon": "0341 2319876", "rolle": "Kassenwart", "seit": "2026-01-01",
}  # fmt: skip
NOTE = "Der Vermieter will die Fläche im Frühjahr doch nicht hergeben"
LINK = "https://teams.microsoft.com/l/meetup-join/abc"
FLAT = "Kastanienstieg 217"
VALUES = (
    "Ottilie", "Quast", "Ottilie von der Quast", "von der Quast", "O. Quast", PERSON["email"], PERSON["telefon"], "2319876", "Person 2: Kassenwart", NOTE, LINK, FLAT,
    "Frühjahr Vermieter Fläche", "Kassenwart", "Kastanienstieg", "Wir kochen.", "fremd@fremd.example", "0341 7654321", "24.11.2026 18:00", "heute im Juli",
)  # fmt: skip
WAYS: tuple[Callable[[str], str], ...] = (
    str, str.upper, str.lower, html.escape, quote, lambda text: f"Frag ({text}) bald", lambda text: text[:3] + "<b>" + text[3:] + "</b>", " ".join,
    lambda text: "".join(f"&#{ord(one)};" for one in text), lambda text: base64.b64encode(text.encode()).decode(), lambda text: text.replace("@", " (at) ").replace(".", " punkt "),
    lambda text: text.replace(" ", "-"), lambda text: text.replace(" ", "_"), lambda text: f"**{text[:2]}**{text[2:]}", lambda text: text + "s", lambda text: text[::-1],
)  # fmt: skip


def run(root: Path, *words: str) -> tuple[int, Any]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        code = main([*words, "--format", "json", "--root", str(root), "--today", HEUTE])
    return code, json.loads(said.getvalue())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(FIELDS),
    st.sampled_from(VALUES),
    st.sampled_from(WAYS),
    st.sampled_from(WAYS),
    st.sampled_from(["garten", "chor"]),
)
def test_both_say_the_same(
    field: Callable[[str], dict[str, Any]],
    value: str,
    way: Callable[[str], str],
    further: Callable[[str], str],
    whose: str,
) -> None:
    private = {
        "leitung": [PERSON],
        "mitglieder": [{"kennung": f"p{number}"} for number in range(2, 6)],
        "notizen": [NOTE],
        "treffen": {"link": LINK, "termine": [{"am": "2026-12-10", "ort": FLAT, "oeffentlich": "nein"}]},
    }
    shown = with_keys(TEAM, dump({"leitung": [], "mitglieder": [], **field(further(way(value)))}))
    chor = with_keys(TEAM, dump({"name": "Chor", "verteiler": "chor@netz.example", **private}))
    if whose == "garten":
        text = {key: one for key, one in field(further(way(value))).items() if key != "treffen"}
        shown = with_keys(TEAM, dump({**private, **text}))
        chor = with_keys(
            TEAM, dump({"name": "Chor", "verteiler": "chor@netz.example", "leitung": [], "mitglieder": []})
        )
    with tempfile.TemporaryDirectory() as folder:
        root = network(Path(folder), {"garten": shown, "chor": chor})
        _, checked = run(root, "check")
        code, published = run(root, "publish", "--dry-run")
        faults = [one for one in checked["findings"] if one["level"] == "error"]
        before = {(one["file"], field_name(one["path"])) for one in faults if one["rule"] in LEAKS}
        if any(one["rule"] not in LEAKS and not one["rule"].startswith("WIQ1") for one in faults) or (
            code == ExitCode.REFUSED and not published["leaks"]
        ):
            assert code == ExitCode.REFUSED or before == set()
            return  # not in order for another reason
        found = {(one["file"], one["field"]) for one in published["leaks"]}
        assert (code == ExitCode.REFUSED) == bool(found)
        assert found == before

"""Odd texts in public fields: what looks like code is shown as text, and what nobody can look through is named by its line."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import write
from tests.support.run import wiq
from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.vorlagen import shipped
from wiq_cli.usecases.links import broken_links
from wiq_cli.usecases.own_pages import odd_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

HARMLESS = (
    "javascript:alert(1)", "<script>alert(1)</script>", "onclick=alert(1)", '" onclick="alert(1)', "style=color:red", "url(http://evil.example/x.png)",
    "<img src=x onerror=alert(1)>", "http://evil.example", '@import "http://evil.example/a.css"', "{{ 7*7 }}", "{% raise %}", "<!-- offen", "]]>",
    "</style><style>@import '//evil.example'", '<base href="//evil.example">', '<a href="nirgends.html">x</a>', "[x](javascript:alert(1))",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:,hallo", "metadata: a, b",
)  # fmt: skip
UNREADABLE = "Logo: data:application/pdf;base64,JVBERi0xLjQK"
CHOR = with_keys(TEAM, "name: Chor\nverteiler: chor@netz.example\nleitung: []\nmitglieder: []\n")


def _encoded(times: int) -> str:
    text = "Hallo Welt"
    for _ in range(times):
        text = base64.b64encode(text.encode()).decode()
    return text


@pytest.mark.parametrize("own", [False, True])
def test_what_only_looks_like_code_is_published_as_text(own: bool, root: Path, publish: Callable[..., Result]) -> None:
    if own:
        write(root, "vorlagen/basis.html.j2", shipped()["basis.html.j2"])
    texts = json.dumps(HARMLESS)
    block = (
        f"problem: {texts}\noffene_fragen: {texts}\nzusammenfassung: {json.dumps(' '.join(HARMLESS))}\nweg: {texts}\n"
    )
    write(root, "teams/garten.yaml", with_keys(TEAM, block))
    result = publish()
    assert (result.code, result.err) == (ExitCode.FINE, result.err)
    pages = {
        path.relative_to(root / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in (root / "site").rglob("*.html")
    }
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages["teams/garten/index.html"]
    assert "{{ 7*7 }}" in pages["teams/garten/index.html"]
    assert not list(odd_pages(pages, None))
    assert not [one for one in broken_links(pages) if "nirgends" in one.target]


def test_a_list_to_search_in_holds_it_in_small_letters(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, "name: data:text/html;base64,PHNjcmlwdD4=\n"))
    result = publish("--skip-refused")
    assert result.code == ExitCode.FINDINGS
    assert result.out.splitlines()[0] == "teams/garten.yaml:2 name\tNicht durchsuchbar\tindex.html"
    assert "veröffentlicht\tut" in result.out


@pytest.mark.parametrize(
    ("block", "field"),
    [
        (f"offene_fragen: [Was?, '{UNREADABLE}']\n", "offene_fragen[1]"),
        (f"zusammenfassung: '{UNREADABLE}'\n", "zusammenfassung"),
        (f"support: [{{was: '{UNREADABLE}', art: material}}]\n", "support[0].was"),
        (f"problem: [Zu nass, '{chr(92) * 3000}x']\n", "problem[1]"),
        (f"weg: [{_encoded(10)}]\n", "weg[0].schritt"),
    ],
)
def test_what_cannot_be_looked_through_is_named_by_its_line(
    block: str, field: str, root: Path, publish: Callable[..., Result], capsys: pytest.CaptureFixture[str]
) -> None:
    team = with_keys(TEAM, block)
    write(root, "teams/garten.yaml", team)
    line = team.splitlines().index(block.strip()) + 1
    refused = publish()
    assert refused.code == ExitCode.REFUSED
    assert (
        refused.out.splitlines()[0] == f"teams/garten.yaml:{line} {field}\tNicht durchsuchbar\tteams/garten/index.html"
    )
    assert "etwas Ungeprüftes" in refused.err
    assert "„data:…“" in refused.err
    found = json.loads(wiq(capsys, root, "check", "--format", "json").out)["findings"]
    assert [(one["file"], one["line"]) for one in found if one["rule"] == "WIQ013"] == [("teams/garten.yaml", line)]


def test_only_the_team_itself_is_left_out(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, f"offene_fragen: ['{UNREADABLE}']\n"))
    write(root, "teams/chor.yaml", CHOR)
    result = publish("--skip-refused", "--format", "json")
    assert result.code == ExitCode.FINDINGS
    assert "chor" in result.json["published"]
    assert {"team": "garten", "reason": "Auf den Seiten stünde etwas Ungeprüftes."} in result.json["skipped"]
    assert {one["kind"] for one in result.json["leaks"]} == {"unread"}


def test_texts_that_only_together_have_no_end_cost_their_team_and_no_other(
    root: Path, publish: Callable[..., Result]
) -> None:
    pieces = [f"{left}{right}д{sign}" for left in "абвг" for right in "ежзи" for sign in ("1. ", "=41", "\\41 ")]
    texts = ["".join(pieces[number:] + pieces[:number]) + str(number) for number in range(40)]
    write(root, "teams/garten.yaml", with_keys(TEAM, f"problem: {json.dumps(texts, ensure_ascii=False)}\n"))
    write(root, "teams/chor.yaml", CHOR)
    refused = publish()
    assert refused.code == ExitCode.REFUSED
    place = "teams/garten.yaml (keine einzelne Zeile: Es sind die Texte zusammen)"
    assert refused.out.splitlines()[0] == f"{place}\tNicht durchsuchbar\tteams/garten/index.html"
    result = publish("--skip-refused", "--format", "json")
    assert result.code == ExitCode.FINDINGS
    assert "chor" in result.json["published"]
    assert {"team": "garten", "reason": "Auf den Seiten stünde etwas Ungeprüftes."} in result.json["skipped"]


def test_a_file_inside_a_text_is_looked_through(root: Path, publish: Callable[..., Result]) -> None:
    text = "data:text/html,%54%68%65%61%20%54%65%73%74%6d%61%6e%6e"
    write(root, "teams/garten.yaml", with_keys(TEAM, f"offene_fragen: ['{text}']\n"))
    result = publish("--format", "json")
    assert {(one["field"], one["kind"]) for one in result.json["leaks"]} == {("offene_fragen[0]", "name")}

"""Everybody can use every page: what axe-core sees, on a phone and at a desk, by day and by night. The page says when."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from tests.support.browser import Tab
from tests.support.tools import EDITOR, missing
from wiq_cli import resources
from wiq_cli.domain.public import Pruefung
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.pruefung import RESULT
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from tests.site.conftest import Page
    from tests.support.browser import Browser

NORM = "WCAG 2.2, Stufe AA"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK = f"""axe.run(document, {{resultTypes: ["violations"], runOnly: {{type: "tag", values: {TAGS}}}}}).then((found) =>
  found.violations.flatMap((one) => one.nodes.map((node) => one.id + ": " + node.html.slice(0, 200))))"""
# WCAG 1.4.12: whoever needs more room between letters, words and lines takes it.
SPACED = """{ const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet]; }"""
WIDTH = "document.documentElement.scrollWidth"


def test_axe_finds_nothing(browser: Browser, pages: list[Page], *, bless: bool) -> None:
    tab = Tab(browser, bypass=True)  # axe is put into the page, past its policy
    faults = [fault for page in pages for fault in looked_at(tab, page)]
    version = tab.run("axe.version")
    tab.close()
    if bless:
        result = Pruefung(
            am=date.today(),  # noqa: DTZ011  # the day somebody looked
            norm=NORM, werkzeug=f"axe-core {version}", seiten=len(pages), verstoesse=len(faults), vorlagen=Templates(shipped()).fingerprint,
        )  # fmt: skip
        text = json.dumps(result.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
        (resources.folder("templates") / "site" / RESULT).write_text(text, encoding="utf-8")
    assert not faults


def test_the_result_is_about_these_templates() -> None:
    """Whoever changes a template looks again, or the page says that nobody did."""
    texts = shipped()
    result = Pruefung.model_validate_json(texts[RESULT])
    assert result.vorlagen == Templates(texts).fingerprint, "pytest --bless tests/site, danach tests/test_example.py"
    assert result.verstoesse == 0


def looked_at(tab: Tab, page: Page) -> list[str]:
    """Look at a page in all four ways; at 320 pixels it is what a desk shows at 400 percent."""
    script = EDITOR / "axe-core" / "axe.min.js"
    if not script.exists():
        missing("axe-core fehlt hier. So kommt es her: make test")
    tab.goto(page.address)
    tab.run(script.read_text(encoding="utf-8") + ";0")
    found = []
    for width in (1200, 320):
        tab.size(width)
        for scheme in ("light", "dark"):
            tab.media(prefers_color_scheme=scheme)
            found += [f"{page.name}, {width}, {scheme}: {fault}" for fault in tab.run(LOOK)]
    for words in ("as it is", "with more room"):
        if tab.run(WIDTH) > 320:
            found.append(f"{page.name}, {words}: wider than the window")
        tab.run(SPACED)
    return found

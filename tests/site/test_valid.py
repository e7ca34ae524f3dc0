"""Every page is sound HTML to a strict reader."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.tools import EDITOR, missing, program

if TYPE_CHECKING:
    from tests.site.conftest import Page

RULES = {
    "root": True,
    "extends": ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    "rules": {
        "doctype-style": "off",  # small letters are as good
        "require-sri": "off",  # nothing comes from elsewhere
        "long-title": "off",  # a team may have a long name
    },
}


def test_the_validator_is_silent(pages: list[Page], tmp_path: Path) -> None:
    node = program("node", "apt-get install nodejs npm")
    script = EDITOR / "html-validate" / "bin" / "html-validate.mjs"
    if not script.exists():
        missing("html-validate fehlt hier. So kommt es her: make test")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES), encoding="utf-8")
    copies = [tmp_path / f"{number}.html" for number, _ in enumerate(pages)]
    for page, copy in zip(pages, copies, strict=True):
        shutil.copy(page.file, copy)
    report = tmp_path / "report.json"  # a pipe would cut a long one
    with report.open("w") as out:
        done = subprocess.run([node, script, "--formatter", "json", *copies], stdout=out, check=False, timeout=300)
    found = {
        (pages[int(Path(one["filePath"]).stem)].name, fault["line"]): fault["message"]
        for one in json.loads(report.read_text(encoding="utf-8"))
        for fault in one["messages"]
    }
    assert not found
    assert done.returncode == 0

"""`wiq publish --serve`: a preview on this machine alone, that follows every change and writes nothing into the network."""

from __future__ import annotations

import http
import os
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import LEAK, write
from tests.support.texts import HEUTE, TEAM, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.run import Result

BROWSER = """\
import http.client, sys
connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=60)
connection.request("GET", sys.argv[2], headers={"Host": sys.argv[3]})
answer = connection.getresponse()
print(answer.status, answer.read().decode(), sep="\\n")
"""  # a process of its own: tests themselves talk to nobody
PREVIEW = """\
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("wiq_cli", run_name="__main__", alter_sys=True)
"""  # what starts the tests in the background may have switched Ctrl+C off
PATIENCE = 60  # seconds; the machine may be busy


class Preview:
    """A preview that runs, and what a browser gets from it."""

    def __init__(self, root: Path) -> None:
        words = ("publish", "--serve", "--port", "0", "--root", str(root), "--today", HEUTE)
        self.process = subprocess.Popen(
            [sys.executable, "-c", PREVIEW, *words], stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.said = ""
        self.port = int(self.wait_for(r"http://127\.0\.0\.1:(\d+)/")[1])

    def wait_for(self, pattern: str) -> re.Match[str]:
        assert self.process.stderr
        os.set_blocking(self.process.stderr.fileno(), False)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.said += (self.process.stderr.read() or b"").decode()
            if match := re.search(pattern, self.said):
                self.said = self.said[match.end() :]
                return match
            time.sleep(0.05)
        raise AssertionError(self.said)

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        words = [sys.executable, "-c", BROWSER, str(self.port), path, host or f"127.0.0.1:{self.port}"]
        status, _, text = subprocess.run(words, check=True, capture_output=True, text=True).stdout.partition("\n")
        return int(status), text


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    one = Preview(root)
    yield one
    one.process.kill()
    one.process.communicate()


def test_the_preview_follows_changes_and_survives_a_refusal(root: Path, preview: Preview) -> None:
    assert "Garten am Kanal" in preview.get("/")[1]
    write(root, "teams/garten.yaml", with_keys(TEAM, "name: Garten Neu\n"))
    preview.wait_for("Die Vorschau ist neu")
    assert "Garten Neu" in preview.get("/teams/garten/")[1]
    write(root, "teams/garten.yaml", LEAK)
    preview.wait_for(r"teams/garten.yaml:\d+ support\[1\].was: Hier ginge etwas Privates hinaus.")
    assert "Raphaela" not in preview.said
    assert "Garten Neu" in preview.get("/teams/garten/")[1]
    write(root, "teams/garten.yaml", "name: [")
    preview.wait_for("bleibt die Vorschau, wie sie ist")
    assert sorted(path.name for path in root.iterdir()) == ["teams", "wiq.yaml"]
    assert preview.get("/daten/")[0] == http.HTTPStatus.NOT_FOUND
    assert preview.get("/", "anderswo.example")[0] == http.HTTPStatus.MISDIRECTED_REQUEST
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE) == ExitCode.FINE


def test_a_port_that_is_taken_and_one_that_is_none(preview: Preview, publish: Callable[..., Result]) -> None:
    result = publish("--serve", "--port", str(preview.port))
    assert result.code == ExitCode.WRONG_CALL
    assert "Nenn einen anderen Anschluss" in result.err
    assert publish("--serve", "--port", "70000").code == ExitCode.WRONG_CALL


@pytest.mark.parametrize(
    "words", [("--check",), ("--dry-run",), ("--look-back",), ("--only", "garten"), ("--out", "woanders")]
)
def test_what_a_preview_would_pass_over_is_said(words: tuple[str, ...], publish: Callable[..., Result]) -> None:
    result = publish("--serve", *words)
    assert result.code == ExitCode.WRONG_CALL
    assert f"{words[0]} geht nicht zusammen mit --serve" in result.err

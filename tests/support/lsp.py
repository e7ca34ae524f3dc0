"""A small client for a language server over its standard streams: enough to open a file, ask and hear what it says."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 30  # seconds for one answer


class LanguageServer:
    """One session: starts the program, answers what it asks, and ends it."""

    def __init__(self, command: list[str], root: Path, settings: dict[str, Any]) -> None:
        self._root = root
        self._settings = settings
        self._ids = itertools.count(1)
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._early: list[dict[str, Any]] = []
        self._process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        uri = self._root.as_uri()
        plain = {"documentationFormat": ["markdown"], "snippetSupport": False}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": plain},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        folders = [{"uri": uri, "name": "netz"}]
        about = {"processId": None, "rootUri": uri, "capabilities": capabilities, "workspaceFolders": folders}
        self.ask("initialize", {**about, "locale": "de"})
        self._tell("initialized", {})
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def open(self, path: Path, text: str, *, version: int = 1) -> list[dict[str, Any]]:
        """Show the server a file, or its next version, and give its diagnostics."""
        uri = path.as_uri()
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": uri, "version": version}
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        said = self._wait(lambda one: one.get("method") == "textDocument/publishDiagnostics")
        return list(said["params"]["diagnostics"])

    def hover(self, path: Path, line: int, character: int) -> str:
        """Give what the server shows at a place; empty for nothing."""
        answer = self._at("textDocument/hover", path, line, character)
        return str(answer["contents"]["value"]) if answer else ""

    def complete(self, path: Path, line: int, character: int) -> list[dict[str, Any]]:
        """Give what the server offers at a place."""
        answer = self._at("textDocument/completion", path, line, character)
        return list(answer["items"] if isinstance(answer, dict) else answer or [])

    def _at(self, method: str, path: Path, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(method, {"textDocument": {"uri": path.as_uri()}, "position": place})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and give its result."""
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda one: one.get("id") == number and "method" not in one)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer.get("result")

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for one in self._early:
            if wanted(one):
                self._early.remove(one)
                return one
        while True:
            message = self._heard.get(timeout=PATIENCE)
            if message is None:
                raise AssertionError("The language server went away.")
            if "id" in message and "method" in message:
                self._answer(message)
            elif wanted(message):
                return message
            else:
                self._early.append(message)

    def _answer(self, question: dict[str, Any]) -> None:
        """Answer what the server asks: its settings, and yes to everything else."""
        result: Any = None
        if question["method"] == "workspace/configuration":
            result = [self._settings.get(one.get("section")) for one in question["params"]["items"]]
        self._send({"id": question["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        stream.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline()).strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not line:
                self._heard.put(None)
                return
            self._heard.put(json.loads(stream.read(length)))

"""``wiq publish --serve``: the site as it would be, on this machine alone; it follows every change of a file."""

from __future__ import annotations

import gc
import http.server
import socketserver
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.console import note
from wiq_cli.cli.publishing import Publishing
from wiq_cli.domain.errors import ExitCode, Unreadable, WiqError, WrongCall, reason
from wiq_cli.files.snapshot import Changed, Snapshot
from wiq_cli.files.sources import Sources
from wiq_cli.report.publication import shown_place
from wiq_cli.usecases.publication import harm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from wiq_cli.cli.publishing import Wishes
    from wiq_cli.files.netz import Netzordner

HERE = "127.0.0.1"
NAMES = frozenset({"127.0.0.1", "localhost"})
PAUSE = 0.5  # seconds between two looks at the files
TYPES = {".ics": "text/calendar; charset=utf-8", ".atom": "application/atom+xml", ".md": "text/markdown; charset=utf-8"}


def preview(ordner: Netzordner, wishes: Wishes, today: Callable[[str], date], port: int) -> int:
    """Show the site until somebody ends it. Never writes into the network, never listens to another machine."""
    with tempfile.TemporaryDirectory(prefix="wiq-") as folder:
        target, wishes = Path(folder) / "site", replace(wishes, memory=Path(folder))
        with _server(target, port) as server:
            seen = Snapshot(Sources(ordner).paths)
            _build(ordner, target, wishes, today)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            note(f"Schau hier nach: http://{HERE}:{server.server_address[1]}/ – Strg+C beendet die Vorschau.")
            try:
                while True:
                    time.sleep(PAUSE)
                    if _has_changed(seen, ordner):
                        seen = Snapshot(Sources(ordner).paths)
                        _build(ordner, target, wishes, today)
            except KeyboardInterrupt:
                note("")
            finally:
                server.shutdown()
    return ExitCode.FINE


def _has_changed(seen: Snapshot, ordner: Netzordner) -> bool:
    try:
        seen.check(ordner.name_of)
    except Changed:
        return True
    return False


def _build(ordner: Netzordner, target: Path, wishes: Wishes, today: Callable[[str], date]) -> None:
    """Build it anew. What must not be published is said; the last good state stays."""
    run = Publishing(ordner, target, wishes)
    try:
        outcome = run.publish(today)
    except Unreadable as error:
        note(
            "\n".join(
                f"{one.file}:{one.span.line}:{one.span.column}: {one.message} {one.help}" for one in error.findings
            )
        )
        note("Solange eine Datei nicht in Ordnung ist, bleibt die Vorschau, wie sie ist.")
        return
    except Changed:  # the next look sees it too
        return
    except WiqError as error:
        note(str(error))
        return
    finally:
        gc.collect()
    for one in outcome.leaks:
        note(f"{shown_place(one)}: Hier ginge {harm([one])} hinaus.")
    if outcome.published:
        note("Die Vorschau ist neu. Lade die Seite im Browser noch einmal.")
    else:
        note("So würde nichts veröffentlicht. Die Vorschau bleibt, wie sie ist.")


def _server(target: Path, port: int) -> socketserver.ThreadingTCPServer:
    class Handler(http.server.SimpleHTTPRequestHandler):
        """Gives files of the preview to browsers on this machine, and to pages of no other site."""

        extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | TYPES

        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(target))

        def send_head(self) -> Any:
            host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
            if host not in NAMES:  # a name of another site that leads here
                self.send_error(http.HTTPStatus.MISDIRECTED_REQUEST)
                return None
            return super().send_head()

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def list_directory(self, path: Any) -> None:  # noqa: ARG002  # a signature of the library
            self.send_error(http.HTTPStatus.NOT_FOUND)

        def log_message(self, *_: object) -> None:
            pass

    class Server(socketserver.ThreadingTCPServer):  # HTTPServer would ask the network for the machine's name
        allow_reuse_address = True
        daemon_threads = True

    try:
        return Server((HERE, port), Handler)
    except OSError as error:
        raise WrongCall(
            f"--port: An {port} kann ich nicht lauschen: {reason(error)}. Nenn einen anderen Anschluss, zum Beispiel --port 8080."
        ) from None

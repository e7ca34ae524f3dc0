"""The tests' own browser: what it says of a page is said of that page."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.browser import Tab


def test_a_page_before_that_is_loaded_late_is_not_taken_for_the_one_asked_for(tab: Tab) -> None:
    begun, asked = threading.Event(), threading.Event()

    class Slow(BaseHTTPRequestHandler):
        """The picture of the first page comes only when the second is asked for, and before the second."""

        def do_GET(self) -> None:
            if self.path == "/bild":
                begun.set()
                asked.wait()
            elif self.path == "/zweite":
                asked.set()
                time.sleep(1)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>{self.path}</title><img src=/bild alt=''>".encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        base = f"http://127.0.0.1:{server.server_port}"
        try:
            tab.send("Page.navigate", url=base + "/erste")
            assert begun.wait(60)
            tab.goto(base + "/zweite")
            assert tab.run("document.title") == "/zweite"
        finally:
            asked.set()
            server.shutdown()
            thread.join()


def test_a_page_that_leads_on_is_asked_when_it_has_got_there(tab: Tab, tmp_path: Path) -> None:
    """Such as the address that a team had before: what is asked may come just when the browser goes on."""
    first, second = tmp_path / "erste.html", tmp_path / "zweite.html"
    first.write_text(f'<title>erste</title><meta http-equiv=refresh content="1; url={second.as_uri()}">')
    second.write_text("<title>zweite</title>")
    tab.goto(first.as_uri())
    later = "new Promise((say) => setTimeout(() => say(document.title), 5000))"
    assert tab.run(f"document.title === 'zweite' ? document.title : {later}") == "zweite"

"""The tests' own browser: what it says of a page is said of that page."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

"""A real browser without a window, spoken to over two pipes: no package between us and Chromium, one browser for all tests.

It asks no machine but this one: every other name leads nowhere.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from tests.support.tools import missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PATIENCE = 120  # seconds for one answer, on a busy machine
HIGH = 10  # pipes get numbers from here on, out of the way of the two that Chromium asks for
SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--hide-scrollbars", "--remote-debugging-pipe", "--lang=de",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
GONE = "Inspected target navigated or closed"
Event = dict[str, Any]


class Refused(AssertionError):
    """The browser would not do it."""


class Browser:
    """One running Chromium."""

    def __init__(self, program: str, home: Path) -> None:
        theirs_in, ours_out = _pipe()
        ours_in, theirs_out = _pipe()
        moves = [
            (os.POSIX_SPAWN_DUP2, theirs_in, 3),
            (os.POSIX_SPAWN_DUP2, theirs_out, 4),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        words = [program, *SWITCHES, f"--user-data-dir={home}"]
        world = os.environ | {"HOME": str(home), "TZ": "Europe/Berlin"}
        self._process = os.posix_spawn(program, words, world, file_actions=moves, setpgroup=0)
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._buffer = b""
        self._number = 0
        self.events: dict[str, list[Event]] = {}

    def close(self) -> None:
        """End it, and what it started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._in)
        os.close(self._out)

    def send(self, method: str, session: str | None = None, /, **params: Any) -> dict[str, Any]:
        """Ask for something and wait for the answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise Refused(f"{method}: {answer['error']['message']}")
                found: dict[str, Any] = answer["result"]
                return found

    def next(self) -> Event:
        """Wait for what the browser says next; what nobody asked for is kept."""
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            more = os.read(self._in, 1 << 20) if ready else b""
            if not more:
                raise Refused("Der Browser antwortet nicht mehr.")
            self._buffer += more
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: Event = json.loads(line)
        if "method" in message:
            self.events.setdefault(message.get("sessionId", ""), []).append(message)
        return message


class Tab:
    """One page in a window of its own, without a past."""

    def __init__(self, browser: Browser, *, bypass: bool = False, scripts: bool = True) -> None:
        self._browser = browser
        self._context = browser.send("Target.createBrowserContext")["browserContextId"]
        target = browser.send("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Page.setLifecycleEventsEnabled", enabled=True)
        self.send("Page.setBypassCSP", enabled=bypass)
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)

    def send(self, method: str, /, **params: Any) -> dict[str, Any]:
        return self._browser.send(method, self._session, **params)

    def close(self) -> None:
        self._browser.send("Target.disposeBrowserContext", browserContextId=self._context)

    def goto(self, address: str) -> None:
        """Load a page and forget what the last one did."""
        self._browser.events[self._session] = []
        answer = self.send("Page.navigate", url=address)
        if "errorText" in answer:
            raise Refused(f"{address}: {answer['errorText']}")
        while not self._loaded(answer["loaderId"]):
            self._browser.next()

    def _loaded(self, loader: str) -> bool:
        """Say if this very page is loaded: news of the page before it may come late, and who asks then asks the wrong one."""
        return loader in self._loads()

    def _loads(self) -> list[str]:
        return [one["loaderId"] for one in self.seen("Page.lifecycleEvent") if one["name"] == "load"]

    def seen(self, method: str) -> list[dict[str, Any]]:
        """Give what happened since the page was asked for."""
        return [one["params"] for one in self._browser.events.get(self._session, []) if one["method"] == method]

    def requests(self) -> list[str]:
        """Give every address that was asked for."""
        return [one["request"]["url"] for one in self.seen("Network.requestWillBeSent")]

    def complaints(self) -> list[str]:
        """Give what the console shows: faults of scripts, and what the security policy forbade."""
        thrown = [one["exceptionDetails"]["text"] for one in self.seen("Runtime.exceptionThrown")]
        logged = [one["entry"]["text"] for one in self.seen("Log.entryAdded") if one["entry"]["level"] == "error"]
        asked = [one["message"] for one in self.seen("Page.javascriptDialogOpening")]
        return [*thrown, *logged, *asked]

    def run(self, script: str) -> Any:
        """Let the page work something out. One that leads on to another meanwhile is asked when it has got there."""
        loads = self._loads()
        try:
            answer = self._evaluate(script)
        except Refused as error:
            if GONE not in str(error):
                raise
            while self._loads() == loads:
                self._browser.next()
            answer = self._evaluate(script)
        if "exceptionDetails" in answer:
            raise Refused(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def _evaluate(self, script: str) -> dict[str, Any]:
        return self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)

    def size(self, width: int, height: int = 800) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, kind: str = "", **features: str) -> None:
        """Pretend what a reader has set, such as ``prefers_color_scheme="dark"``, or paper: ``print``."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.send("Emulation.setEmulatedMedia", media=kind, features=named)

    def press(self, key: str, text: str = "") -> None:
        """Press a key and let it go."""
        code = {"Tab": 9, "Enter": 13, "Escape": 27}.get(key, 0)
        down = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", **down, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **down)

    def picture(self) -> bytes:
        """Give the whole page as a picture."""
        return base64.b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def paper(self) -> bytes:
        """Give the page as it is printed."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True, generateTaggedPDF=True)["data"])


@contextmanager
def running(home: Path) -> Iterator[Browser]:
    """Start the browser of this machine."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        missing("Ein Browser fehlt hier. So kommt er her: apt-get install chromium fonts-dejavu-core")
    browser = Browser(str(program), home)
    try:
        yield browser
    finally:
        browser.close()


def _pipe() -> tuple[int, int]:
    """Give a pipe whose ends keep away from the numbers 3 and 4."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, HIGH) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]

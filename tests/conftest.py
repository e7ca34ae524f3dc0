"""What holds for every test: no real home, no clock or colour from outside, no network."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.tmpdir import TempPathFactory

FROM_OUTSIDE = ("WIQ_ROOT", "WIQ_TODAY", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CI", "GITHUB_ACTIONS")


# No deadlines: a busy machine is no fault. On the server the same examples every time, at home new ones.
settings.register_profile("wiq", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("wiq")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what comes out as the new expectation")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def own_world(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test an empty home, a plain environment and no way to another machine."""
    for name in FROM_OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(empty_home))
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError("A test wanted to talk to the network.")
        connect(self, address)

    def unknown(*_: Any, **__: Any) -> None:
        raise AssertionError("A test asked where another machine is.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)

"""Long work in two processes: the same answer, whatever becomes of the second one."""

from __future__ import annotations

import os
import threading

import pytest

from wiq_cli.cli.halves import in_two


def test_both_halves_come_back() -> None:
    assert sorted(in_two(lambda number, of: (number, of), worth=True)) in ([(0, 1)], [(0, 2), (1, 2)])
    assert in_two(lambda number, of: (number, of), worth=False) == ((0, 1),)


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two cores and a program without threads; what runs the tests may have some of its own."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("two")
def test_what_goes_wrong_in_the_second_process_is_told_in_the_first() -> None:
    def work(number: int, _: int) -> int:
        if number == 1:
            raise ValueError("second")
        return number

    with pytest.raises(ValueError, match="second"):
        in_two(work, worth=True)


@pytest.mark.usefixtures("two")
def test_a_second_process_that_dies_is_replaced() -> None:
    me = os.getpid()

    def work(number: int, of: int) -> tuple[int, int]:
        if os.getpid() != me:
            os.kill(os.getpid(), 9)
        return number, of

    assert in_two(work, worth=True) == ((0, 2), (1, 2))


@pytest.mark.usefixtures("two")
def test_the_first_half_that_fails_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    children, fork = [], os.fork

    def noted() -> int:
        children.append(fork())
        return children[-1]

    def work(number: int, _: int) -> int:
        if number == 0:
            raise KeyError
        return 1

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(KeyError):
        in_two(work, worth=True)
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_beside_threads_there_is_one_process() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert in_two(lambda number, of: (number, of), worth=True) == ((0, 1),)
    finally:
        stop.set()
        other.join()

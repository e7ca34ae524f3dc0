"""The rows of a sheet as people see them: a first name and a surname in two cells stand beside each other."""

from __future__ import annotations

from wiq_cli.scan.containers.xmltext import parse

MOST_EMPTY = 10_000  # rows between two that hold something


def rows(sheet: bytes, shared: bytes) -> str:
    """Give one line for each row that has cells, by its number. Raises ``ValueError``."""
    words = _shared(shared)
    lines: list[str] = []
    cells: list[str] = []
    kind, text = "", ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal kind, text
        if _bare(tag) == "c":
            kind, text = attributes.get("t", ""), ""
        elif _bare(tag) == "row" and attributes.get("r", "").isdecimal():
            lines.extend([""] * min(int(attributes["r"]) - 1 - len(lines), MOST_EMPTY))
        elif _bare(tag) == "f":
            text += " "

    def data(piece: str) -> None:
        nonlocal text
        text += piece

    def end(tag: str) -> None:
        if _bare(tag) == "c":
            index = int(text) if kind == "s" and text.strip().isdecimal() else -1
            cells.append(words[index] if 0 <= index < len(words) else text)
        elif _bare(tag) == "row":
            lines.append("\t".join(cells).replace("\n", " "))
            cells.clear()

    parse(sheet, start, data, end)
    return "\n".join(lines)


def _shared(shared: bytes) -> list[str]:
    """Give the texts that the cells of all sheets share."""
    words: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        if _bare(tag) == "si":
            words.append("")

    def data(piece: str) -> None:
        if words:
            words[-1] += piece

    if shared:
        parse(shared, start, data, lambda _: None)
    return words


def _bare(tag: str) -> str:
    return tag.rpartition(":")[2]

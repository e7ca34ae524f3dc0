"""How long a text may be: the reader of the files says it, and the command line before anything comes into one."""

from __future__ import annotations

LETTERS_MAX = 20_000  # of one text: some ten pages
SHORTER = "Kürz ihn, oder leg das Ganze als Dokument ab und schreib hier den Link hin."


def too_long(text: str) -> str:
    """Say that a text has too many letters; empty where it has not."""
    if len(text) <= LETTERS_MAX:
        return ""
    from wiq_cli.domain.zahl import zahl  # noqa: PLC0415  # start-up: hardly any text is

    return f"Dieser Text hat {zahl(len(text))} Zeichen. Höchstens {zahl(LETTERS_MAX)} passen hinein."

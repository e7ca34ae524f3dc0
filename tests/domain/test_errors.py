"""What the system calls an error, in a German half sentence."""

from __future__ import annotations

import pytest

from wiq_cli.domain.errors import reason


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file or directory"), "den Pfad gibt es nicht"),
        (PermissionError(13, "Permission denied"), "Rechte"),
        (IsADirectoryError(21, "Is a directory"), "ein Ordner"),
        (NotADirectoryError(20, "Not a directory"), "eine Datei"),
        (OSError(28, "No space left on device"), "Datenträger"),
    ],
)
def test_a_system_error_has_german_words(error: OSError, words: str) -> None:
    assert words in reason(error)

"""Reading from and writing to the disk: regular files only, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from pathlib import Path

from wiq_cli.domain.errors import Refused, Unreadable, WrongCall, reason
from wiq_cli.domain.finding import WHOLE_FILE, Finding, Level, Span
from wiq_cli.files import written

OTHER_FILES = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)  # docx and zip, pdf, pictures, doc
MAX_BYTES = 128 * 1024
FEW_PAGES = "Wenige Seiten reichen hier. Lass Anhänge und Protokolle woanders liegen."
TEMPORARY = ".wiq-"
LEFT_BEHIND = 600  # seconds
DEFAULT_MODE, PRIVATE_MODE = 0o644, 0o600


def read_text(path: Path, file: str) -> str:
    """Read a small UTF-8 text; ``file`` is the name used in findings.

    Raises ``Unreadable`` for links, devices, pipes, folders, missing rights, too large files and other encodings.
    """
    return decode(read_bytes(path, file), file)


def read_bytes(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file that is no link; never blocks on a pipe or a device."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise _unreadable(
                file, "WIQ002", "Das ist keine gewöhnliche Datei, sondern ein Verweis, ein Ordner oder ein Gerät.",
                "Leg hier eine richtige Datei ab.",
            )  # fmt: skip
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise _unreadable(
            file, "WIQ001", f"Die Datei lässt sich nicht lesen: {reason(error)}.", "Prüf Name und Rechte."
        ) from None
    return within_limit(data, file, limit)


def within_limit(data: bytes, file: str, limit: int = MAX_BYTES) -> bytes:
    """Give data back unless it is too large to be a file of wiq."""
    if len(data) > limit:
        raise _unreadable(
            file, "WIQ003", f"Die Datei ist größer als {limit // 1024} KiB.",
            FEW_PAGES,
        )  # fmt: skip
    return data


def refuse_too_large(file: str, text: str) -> None:
    """Refuse to write what nobody could read afterwards. Raises ``Refused``."""
    if len(text.encode()) > MAX_BYTES:
        raise Refused(f"{file} wäre dann größer als {MAX_BYTES // 1024} KiB. Es wurde nichts geändert. {FEW_PAGES}")


def decode(data: bytes, file: str) -> str:
    """Turn bytes into text; a finding with line and column where they are not UTF-8."""
    if data.startswith(OTHER_FILES):
        remedy = "Öffne sie in ihrem Programm und speichere den Text daraus als Textdatei in UTF-8."
        raise _unreadable(file, "WIQ004", "Das ist keine Textdatei.", remedy)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise Unreadable(
            [
                Finding(
                    file, Span(line, column, line, column + 1), "WIQ004", Level.ERROR, (),
                    "Hier steht ein Zeichen, das nicht in UTF-8 gespeichert ist.",
                    "Speichere die Datei mit der Kodierung UTF-8. Im Editor heißt das „Speichern mit Codierung“.",
                ),
            ],
        ) from None  # fmt: skip


def write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet, with the folders above it; never overwrites. Raises ``WrongCall`` and ``Refused``."""
    refuse_too_large(path.name, text)
    if os.path.lexists(path):
        raise WrongCall(f"{path.name} gibt es schon. Es wurde nichts geändert.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongCall(f"Der Ordner {path.parent.name} lässt sich nicht anlegen: {reason(error)}.") from None
    write_atomic(path, text)


def refuse_changed(path: Path, file: str, old: str) -> None:
    """Refuse to go on where a file no longer holds ``old``. Raises ``Refused``."""
    if read_text(path, file) != old:
        raise Refused(f"{file} hat sich eben geändert. Es wurde nichts geschrieben. Versuch es noch einmal.")


def replace_text(path: Path, file: str, old: str, new: str) -> None:
    """Put ``new`` in place of ``old``, unless somebody else changed the file in between. Raises ``Refused``."""
    refuse_too_large(file, new)
    refuse_changed(path, file, old)
    write_atomic(path, new)


def write_atomic(path: Path, text: str | bytes, mode: int | None = None, *, shown: str = "") -> None:
    """Put ``text`` in place of ``path``: the old file or the new one, never half of one. The mode is kept unless given.

    Raises ``WrongCall`` when the folder does not let us write, or something else than a file is in the way: it would be gone.
    ``shown``: what people call the file, where its own name says nothing to them.
    """
    put_in_place(laid_beside(path, text, mode, shown=shown), path, shown=shown)
    sync_folder(path.parent)


def laid_beside(path: Path, text: str | bytes, mode: int | None = None, *, shown: str = "") -> Path:
    """Write ``text`` into a new file beside ``path``, ready to take its place. Raises ``WrongCall`` as ``write_atomic``."""
    shown = shown or path.name
    temporary = ""
    try:
        _refuse_others(path, shown)
        if mode is None:
            mode = stat.S_IMODE(os.lstat(path).st_mode) if path.exists() else DEFAULT_MODE & ~_umask()
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(text if isinstance(text, bytes) else text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
    except BaseException as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        elif isinstance(error, OSError) and not path.parent.exists():
            raise WrongCall(
                f"Den Ordner „{path.parent.name}“ gibt es nicht. Leg ihn an, oder nenn einen anderen."
            ) from None
        if isinstance(error, OSError):
            raise _unwritable(shown, error) from None
        raise
    return Path(temporary)


def put_in_place(temporary: Path, path: Path, *, shown: str = "") -> None:
    """Let a file take the place of another, in one step. Raises ``WrongCall``."""
    try:
        written.remember(path)
        temporary.replace(path)
    except BaseException as error:
        if temporary.exists():  # it did not come to that
            written.forget(path)
            temporary.unlink()
        if isinstance(error, OSError):
            raise _unwritable(shown or path.name, error) from None
        raise


def write_private(path: Path, text: str) -> None:
    """Put ``text`` in place of ``path``, readable for the owner alone. Raises ``WrongCall``."""
    write_atomic(path, text, PRIVATE_MODE)


def clear_leftovers(root: Path, age: float = LEFT_BEHIND) -> None:
    """Remove what killed runs left in a network: copies that nobody knows of. Young ones may be somebody's work of just now.

    ``age``: from how many seconds on nobody works on one any more.
    """
    for pattern in ("", "teams/", "beschluesse/", "beschluesse/*/*/"):
        for path in root.glob(f"{pattern}{TEMPORARY}????????"):
            with contextlib.suppress(OSError):
                if path.is_file() and time.time() - path.stat().st_mtime > age:
                    path.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system lets us."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows cannot open folders
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_others(path: Path, shown: str) -> None:
    """Refuse to take the place of what is no file. Raises ``WrongCall``."""
    if path.is_dir():
        raise WrongCall(f"{shown or path.absolute().name} ist ein Ordner. Nenn eine Datei. Es wurde nichts geändert.")
    if path.exists() and not path.is_file():
        raise WrongCall(f"{shown} ist keine gewöhnliche Datei. Nenn eine andere. Es wurde nichts geändert.")


def _unwritable(shown: str, error: OSError) -> WrongCall:
    return WrongCall(f"{shown} lässt sich nicht schreiben: {reason(error)}. Es wurde nichts geändert.")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _unreadable(file: str, rule: str, message: str, remedy: str) -> Unreadable:
    return Unreadable([Finding(file, WHOLE_FILE, rule, Level.ERROR, (), message, remedy)])

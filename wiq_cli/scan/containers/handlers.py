"""Who takes apart what. Loaded only where something else than plain text turns up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.scan.containers import archives, fonts, jpeg, mails, office, pdf, pictures
from wiq_cli.scan.containers.parts import Spent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.scan.containers.parts import Box, Part

HANDLERS: dict[str, Callable[[Box, bytes], Iterator[Part]]] = {
    "gzip": archives.gz,
    "bzip2": archives.bz,
    "xz": archives.xz,
    "zip": office.zipped,
    "tar": archives.untar,
    "png": pictures.png,
    "jpeg": jpeg.jpeg,
    "gif": pictures.gif,
    "webp": pictures.webp,
    "icon": pictures.ico,
    "woff": fonts.woff,
    "sfnt": fonts.sfnt,
    "pdf": pdf.pdf,
    "mail": mails.mail,
}


def take_apart(kind: str, box: Box, data: bytes) -> Iterator[Part]:
    """Give what is in a file of this kind; what breaks off in the middle is damaged."""
    try:
        yield from HANDLERS[kind](box, data)
    except Spent:
        raise
    except Exception:  # noqa: BLE001  # whatever a library stumbles over in a foreign file, the file is refused
        yield box.unread("damaged")

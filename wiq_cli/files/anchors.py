"""Anchors on disk, what git still knows of them and of the seals, and signatures with the key that people use for git."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import Unreadable, WrongCall
from wiq_cli.files.disk import decode, read_bytes, within_limit
from wiq_cli.files.history import contents, raw_log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.anker import Anker
    from wiq_cli.files.netz import Netzordner

FOLDER = "beschluesse"
LARGEST = 16 * 1024 * 1024
NAMESPACE = "wiq-anker"
SIGNATURE = ".sig"
SEAL_LINE = re.compile(r"\bsha256: +[\"']?([0-9a-f]{64})\b")  # not a wording's own hash: there is no blank in it
DECISION = re.compile(rf"{FOLDER}/[^/]+/[0-9]+/([^/]+)\.ya?ml")


def anchors(ordner: Netzordner) -> Iterator[Anker | Unreadable]:
    """Give every anchor of the network, the oldest first, or why one cannot be read."""
    top = ordner.root / FOLDER
    on_disk = {ordner.name_of(path) for path in top.glob("anker-*.txt")} if top.is_dir() else set()
    names = sorted((on_disk | ordner.instead.keys()) - ordner.absent)
    if not any(name.startswith(f"{FOLDER}/anker-") for name in names):
        return
    from wiq_cli.domain.anker import NAME, parse  # noqa: PLC0415  # start-up

    for name in names:
        folder, _, last = name.rpartition("/")
        if folder == FOLDER and (match := NAME.fullmatch(last)):
            try:
                yield parse(match[1], _text(ordner, name))
            except Unreadable as error:
                yield error


def read_copy(path: Path) -> Anker | None:
    """Read a copy of an anchor that somebody kept; None where the file is none. Raises ``Unreadable``."""
    from wiq_cli.domain.anker import NAME, parse  # noqa: PLC0415  # start-up

    text = decode(read_bytes(path, path.name, LARGEST), path.name)
    head = re.match(r"\ufeff?# wiq-anker-1 ([0-9]{4}-[0-9]{2})\.", text)
    name = NAME.fullmatch(path.name)
    if head is None and name is None:
        return None
    return parse(head[1] if head else name[1] if name else "", text)


def _text(ordner: Netzordner, name: str) -> str:
    data = ordner.instead.get(name)
    path = ordner.root / name
    return decode(read_bytes(path, name, LARGEST) if data is None else within_limit(data, name, LARGEST), name)


# -- what git still knows ---------------------------------------------------------------------------------------------
def earlier_anchors(root: Path) -> list[Anker]:
    """Give every version of every anchor that git has ever held."""
    from wiq_cli.domain.anker import NAME, parse  # noqa: PLC0415  # start-up

    months: dict[str, set[str]] = {}
    for path, blob in raw_log(root, "--all", f":(glob){FOLDER}/anker-*.txt"):
        if blob and (match := NAME.fullmatch(Path(path).name)):
            months.setdefault(blob, set()).add(match[1])
    texts = contents(root, months)
    return [parse(month, text) for blob, text in texts if text is not None for month in sorted(months[blob])]


def earlier_seals(root: Path) -> dict[str, set[str]]:
    """Give every seal that a decision has had on this branch, by the id of the decision."""
    names: dict[str, set[str]] = {}
    for path, blob in raw_log(root, "HEAD", FOLDER):
        if blob and (match := DECISION.search(path)):
            names.setdefault(blob, set()).add(match[1])
    found: dict[str, set[str]] = {}
    for blob, text in contents(root, names):
        for name in names[blob]:
            found.setdefault(name, set()).update(SEAL_LINE.findall(text or ""))
    return {name: seals for name, seals in found.items() if seals}


# -- signatures -------------------------------------------------------------------------------------------------------
def sign(anker: Anker, key: Path) -> str:
    """Sign an anchor and give the signature; raises ``WrongCall`` where that cannot be done."""
    if not key.is_file():
        raise WrongCall("--sign: Diese Datei gibt es nicht. Nenn deinen Schlüssel, zum Beispiel ~/.ssh/id_ed25519.")
    done = _ssh_keygen("sign", "-f", str(key), "-n", NAMESPACE, given=anker.text)
    if done.returncode or "BEGIN SSH SIGNATURE" not in done.stdout:
        raise WrongCall(
            "--sign: Mit diesem Schlüssel lässt sich nicht unterschreiben. Prüf Datei, Rechte und Passwort."
        )
    return done.stdout


def signature_path(ordner: Netzordner, anker: Anker) -> Path:
    """Give where the signature of an anchor lies."""
    return ordner.root / (anker.file + SIGNATURE)


def is_signed(anker: Anker, signature: Path, signers: Path) -> bool:
    """Whether one of the people in ``signers`` signed exactly this anchor. Who it was is not said: it may be an address."""
    if not signers.is_file():
        raise WrongCall("--signers: Diese Datei gibt es nicht. Sie hat je Zeile eine Adresse und einen Schlüssel.")
    with tempfile.TemporaryDirectory() as folder:  # the name on the command line must not look like an option
        copy = Path(folder) / "signature"
        copy.write_bytes(read_bytes(signature, signature.name))
        places = ("-f", str(signers.absolute()), "-s", str(copy))
        found = _ssh_keygen("find-principals", *places)
        return any(
            _ssh_keygen("verify", *places, "-n", NAMESPACE, "-I", one, given=anker.text).returncode == 0
            for one in found.stdout.splitlines()
            if one and not found.returncode
        )


def _ssh_keygen(verb: str, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise WrongCall("Zum Unterschreiben fehlt das Programm ssh-keygen. Es gehört zu OpenSSH.")
    return subprocess.run(  # noqa: S603  # no shell, fixed words
        [program, "-Y", verb, *words], input=given, capture_output=True, encoding="utf-8", errors="replace", check=False
    )

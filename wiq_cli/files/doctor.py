"""What a machine and a folder are like, for ``wiq doctor``. Nothing here judges."""

from __future__ import annotations

import codecs
import importlib.util
import locale
import os
import re
import shutil
import stat
import sys
import zoneinfo
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.files.git import git

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN_TO_ALL = ("git://", "http://")  # anyone may read along
SHARED_HOSTS = ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "sr.ht")
WRITTEN = ("teams", "beschluesse")


def has_libyaml() -> bool:
    """Whether PyYAML was built with its fast reader."""
    return importlib.util.find_spec("yaml._yaml") is not None


def knows_zone(zone: str) -> bool:
    """Whether this machine has the data of a time zone."""
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def speaks_utf8() -> bool:
    """Whether terminal and file names are UTF-8, as far as the environment says; saying nothing is fine."""
    said = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "utf-8")
    names = (locale.getpreferredencoding(do_setlocale=False), sys.getfilesystemencoding())
    return "utf" in said.lower() and all(codecs.lookup(name).name == "utf-8" for name in names)


def python_version() -> tuple[int, int, int]:
    return sys.version_info[:3]


def own_program() -> bool:
    """Whether a hook would find ``wiq``."""
    return shutil.which("wiq") is not None


def program_folder() -> str:
    """Give the folder with this installation's ``wiq``; empty where it has none, as in a plain checkout."""
    folder = str(Path(sys.executable).parent)
    return folder if shutil.which("wiq", path=folder) else ""


def git_version() -> str | None:
    answer = git(Path.cwd(), "--version")
    return answer.stdout.removeprefix("git version").strip() if answer is not None and answer.returncode == 0 else None


def hooks_in_use(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Give the text of every hook that git would run here."""
    folder = hooks_folder(root)
    paths = {name: folder / name for name in names} if folder else {}
    return {name: text_of(path) or "" for name, path in paths.items() if path.is_file() and os.access(path, os.X_OK)}


def hooks_folder(root: Path) -> Path | None:
    """Give the folder where git looks for hooks. A relative setting counts from the top of the repository."""
    top, own = _says(root, "rev-parse", "--show-toplevel"), _says(root, "config", "--type=path", "core.hooksPath")
    if top and own:
        return Path(top) / own
    usual = _says(root, "rev-parse", "--git-path", "hooks")
    return root / usual if usual else None


def prefix(root: Path) -> str:
    """Give the way from the top of the repository to the network: ``netz/``, or nothing."""
    return _says(root, "rev-parse", "--show-prefix")


def keeps_all_lines(root: Path, name: str) -> bool:
    """Whether git keeps the lines of both branches when it merges a file of this name."""
    return _says(root, "check-attr", "merge", "--", name).endswith(": union")


def asks_wiq(root: Path, names: Iterable[str]) -> bool:
    """Whether git asks wiq when it merges files of these names."""
    return all(_says(root, "check-attr", "merge", "--", name).endswith(": wiq") for name in names)


def setting(root: Path, key: str) -> str:
    """Give a setting of git, empty where there is none."""
    return _says(root, "config", key)


def _says(root: Path, *words: str) -> str:
    answer = git(root, *words)
    return answer.stdout.strip() if answer is not None and answer.returncode == 0 else ""


def foreign_repository(root: Path) -> str:
    """Give the folder of a repository that git refuses because of its owner; empty where it does not."""
    answer = git(root, "rev-parse", "--is-inside-work-tree")
    if answer is None or "safe.directory" not in answer.stderr:
        return ""
    return str(next((one for one in (root, *root.parents) if (one / ".git").exists()), root))


def remotes(root: Path) -> list[tuple[str, str]]:
    """Give the names and the addresses of the places that this repository is fetched from and pushed to."""
    rows = (line.partition("\t") for line in _says(root, "remote", "-v").splitlines())
    return sorted({(name, url.rpartition(" (")[0]) for name, _, url in rows})


def own_author(root: Path, domain: str) -> bool:
    """Whether commits here carry somebody's own address: not one of the network, nor one that a host gives out for this."""
    address = _says(root, "config", "user.email").strip().casefold()
    return bool(address) and "noreply" not in address and not (domain and address.endswith("@" + domain.casefold()))


def open_to_all(address: str) -> bool:
    """Whether an address itself lets everybody read along."""
    return address.lower().startswith(OPEN_TO_ALL) or ".pages." in address


def shared_host(address: str) -> str:
    """Give the well-known host behind an address; empty for others. An address may hold a password, a host does not."""
    place = address.partition("://")[2] or address
    host = re.split("[:/]", place.partition("/")[0].rpartition("@")[2])[0].lower()
    return next((one for one in SHARED_HOSTS if host == one or host.endswith(f".{one}")), "")


def may_write(folder: Path) -> bool:
    """Whether files can be made and changed in a folder of teams."""
    places = [folder, *(one for name in WRITTEN if (one := folder / name).is_dir())]
    return all(os.access(one, os.W_OK | os.X_OK) for one in places)


def readable_by_others(folder: Path) -> bool:
    """Whether other users of this machine can get into a folder and read it."""
    if os.name != "posix":
        return False
    way = [folder, *folder.resolve().parents]
    try:
        return all(path.stat().st_mode & stat.S_IXOTH for path in way) and bool(folder.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def text_of(path: Path) -> str | None:
    """Read a file that may be missing or not be text."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None

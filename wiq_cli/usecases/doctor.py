"""Is this installation in order, and this network? Each answer says what is, and the command that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from shlex import quote
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OLDEST_PYTHON = (3, 11)
HOOK_IDS = {"pre-commit": "wiq-check", "commit-msg": "wiq-commit-msg", "pre-push": "wiq-publish"}
FRAMEWORKS = ("pre-commit", "prek")
HOOKS_FOLDER = ".wiq/hooks"
REWRITE = "wiq doctor --fix"
ANCHORS = "/beschluesse/anker-*.txt text eol=lf merge=union"
ANCHOR = "beschluesse/anker-2026-01.txt"  # any month will do
MERGED = ("/teams/*.yaml", "/beschluesse/**/*.yaml", "/wiq.yaml", "/regeln.yaml", "/freigaben.yaml")
MERGED_FILES = ("teams/x.yaml", "beschluesse/x/2026/x.yaml", "wiq.yaml", "regeln.yaml", "freigaben.yaml")
DRIVER_KEY = "merge.wiq.driver"
DRIVER = (  # who has no wiq gets what git does by itself, never one side alone
    "command -v wiq >/dev/null || exec git merge-file --marker-size=%L -L 'schon da' -L vorher -L 'kommt dazu' %A %O %B; "
    "exec wiq merge-driver %O %A %B %P %L"
)
INSTALL_GIT = "sudo apt install git"


class State(StrEnum):
    """How something stands."""

    OK = "ok"
    NOTE = "note"  # only a person can look
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was looked at."""

    check: str
    state: State
    message: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Installation:
    """What is true of the machine."""

    wiq: str
    in_path: bool
    folder: str  # where its programs are, empty where there are none
    python: tuple[int, int, int]
    libyaml: bool
    zone: str
    zone_known: bool
    utf8: bool
    git: str | None


@dataclass(frozen=True, slots=True)
class Remote:
    """A place that the repository is pushed to."""

    name: str
    is_open: bool  # its address lets everybody read along
    host: str  # where anyone may have repositories, public ones too; empty elsewhere


@dataclass(frozen=True, slots=True)
class Ort:
    """What is true of the folder of a network."""

    fault: str  # why wiq.yaml cannot be read, empty when it can
    in_git: bool | None  # None where there is no git to ask
    foreign: str  # the folder of the repository, where git does not touch it because it belongs to somebody else
    hooks: Mapping[str, str]  # texts of the hooks that git runs
    own_hooks: bool  # whether git looks for hooks where wiq puts them
    prefix: str  # the way from the top of the repository to the network
    config: str | None  # of pre-commit
    stale: Sequence[str]  # files of wiq that another version wrote
    writable: bool
    open_to_others: bool
    remotes: Sequence[Remote]
    own_author: bool  # whether commits carry somebody's own address
    domain: str  # of the network
    site_tracked: bool
    shallow: bool  # whether git holds a part of the history only
    anchors_merge: bool  # whether the lines of two branches come together in an anchor
    entries_merge: bool  # whether git asks wiq when two branches changed a file
    driver: str  # what git runs then, empty where nobody has said
    templates: str  # what is wrong with the network's own templates


def exit_code(answers: Sequence[Answer]) -> ExitCode:
    """Only what has to be mended counts."""
    return ExitCode.FINDINGS if any(one.state is State.MEND for one in answers) else ExitCode.FINE


def about_installation(here: Installation) -> Iterator[Answer]:
    """Look at the machine."""
    version = ".".join(map(str, here.python))
    yield Answer("wiq", State.OK, f"wiq {here.wiq}")
    yield _answer(
        "path",
        here.in_path,
        "Hooks finden wiq.",
        "wiq liegt nicht im Suchpfad. Hooks finden es nicht.",
        _into_path(here.folder),
    )
    yield _answer(
        "python", here.python >= OLDEST_PYTHON, f"Python {version}",
        f"Python {version} ist zu alt. wiq braucht 3.11 oder neuer.", "pipx reinstall wiq --python python3.13",
    )  # fmt: skip
    yield _answer(
        "libyaml", here.libyaml, "libyaml ist da.", "PyYAML ist ohne libyaml gebaut. wiq liest damit viel langsamer.",
        "pip install --force-reinstall --no-cache-dir PyYAML",
    )  # fmt: skip
    yield _answer(
        "zone", here.zone_known, f"Zeitzone {here.zone}", f"Für die Zeitzone {here.zone} fehlen die Daten.",
        "pip install tzdata",
    )  # fmt: skip
    yield _answer(
        "utf8", here.utf8, "Ausgabe in UTF-8", "Dieses Terminal ist nicht auf UTF-8 eingestellt. Umlaute gehen verloren.",
        "export LC_ALL=C.UTF-8",
    )  # fmt: skip
    yield _answer("git", here.git is not None, f"git {here.git}", "git ist nicht da.", INSTALL_GIT)


def about_network(here: Ort) -> Iterator[Answer]:
    """Look at the folder."""
    yield _answer(
        "network",
        not here.fault,
        "wiq.yaml ist lesbar.",
        f"wiq.yaml ist nicht in Ordnung. {here.fault}".rstrip(),
        "wiq check wiq.yaml",
    )
    yield _answer(
        "schema", not here.stale, "Was wiq für Editor und git schreibt, ist aktuell.", _stale(here.stale), REWRITE
    )
    yield _answer("templates", not here.templates, "Die Vorlagen sind lesbar.", here.templates, "wiq publish --dry-run")
    yield _answer(
        "writable", here.writable, "wiq darf hier schreiben.", "wiq darf hier nicht schreiben. Der Ordner gehört jemand anderem.",
        'sudo chown -R "$(id -un)" .',
    )  # fmt: skip
    yield _answer(
        "rights", not here.open_to_others, "Andere an diesem Rechner kommen nicht an die Dateien.",
        "Andere an diesem Rechner können die Dateien der Teams lesen.", "chmod o-rwx .",
    )  # fmt: skip
    if here.in_git is None:
        return  # said already: there is no git
    if here.foreign:
        yield Answer(
            "repository",
            State.MEND,
            "Das git-Repository gehört jemand anderem. git fasst es deshalb nicht an.",
            f"git config --global --add safe.directory {quote(here.foreign)}",
        )
        return
    if not here.in_git:
        yield Answer(
            "repository",
            State.MEND,
            "Der Ordner liegt nicht in einem git-Repository. Nichts hält frühere Fassungen fest.",
            "git init",
        )
        return
    yield from _in_git(here)


def _in_git(here: Ort) -> Iterator[Answer]:
    yield _answer(
        "site", not here.site_tracked, "Der Ordner site bleibt aus git heraus.",
        "git würde den Ordner site mit aufnehmen.", "echo '/site/' >> .gitignore",
    )  # fmt: skip
    yield _answer(
        "history", not here.shallow, "Die Geschichte in git ist vollständig.",
        "git hat hier nur einen Teil der Geschichte. Die Kalender nennen falsche Tage der letzten Änderung.", "git fetch --unshallow",
    )  # fmt: skip
    yield _answer(
        "anchors", here.anchors_merge, "Anker aus zwei Zweigen kommen zusammen.",
        "Kommen zwei Zweige zusammen, streiten sich ihre Anker. In .gitattributes fehlt eine Zeile.",
        f"echo '{ANCHORS}' >> .gitattributes",
    )  # fmt: skip
    yield _answer(
        "merge", here.entries_merge, "Für Dateien von wiq fragt git beim Zusammenführen wiq.",
        "Haben zwei Zweige dieselbe Datei geändert, fragt git wiq nicht. In .gitattributes fehlen Zeilen.",
        f"printf '%s merge=wiq\\n' {' '.join(map(quote, MERGED))} >> .gitattributes",
    )  # fmt: skip
    yield _answer(
        "merge-driver", here.driver == DRIVER, "Zwei Zweige kommen Eintrag für Eintrag zusammen.",
        "Kommen zwei Zweige zusammen, gibt es mehr Konflikte als nötig. In diesem Klon ist wiq dafür nicht eingeschaltet.",
        REWRITE,
    )  # fmt: skip
    yield _hooks(here)
    yield from map(_remote, here.remotes)
    if here.own_author and here.remotes:
        yield Answer(
            "author",
            State.NOTE,
            "Deine Commits tragen deine eigene Mail-Adresse. Wer das Repository liest, sieht sie. Mit einer Adresse für die Pflege bleibst du ungenannt.",
            f'git config user.name "Team-Pflege" && git config user.email pflege@{here.domain or "example.org"}',
        )


def switch_on(prefix: str = "") -> str:
    """Give the command that makes git run wiq's own hooks."""
    return f"git config core.hooksPath {quote(prefix + HOOKS_FOLDER)}"


def missing_hooks(hooks: Mapping[str, str], config: str | None) -> list[str]:
    """Give the hooks that do not lead to wiq, neither directly nor through pre-commit or prek."""
    return [
        name
        for name, hook_id in HOOK_IDS.items()
        if not ("wiq" in (text := hooks.get(name, "")) or (_is_framework(text) and hook_id in (config or "")))
    ]


def _into_path(folder: str) -> str:
    if "/pipx/" in folder or not folder:
        return "pipx ensurepath"
    return "uv tool update-shell" if "/uv/" in folder else f'export PATH={quote(folder)}:"$PATH"'


def _is_framework(text: str) -> bool:
    return any(one in text for one in FRAMEWORKS)


def _hooks(here: Ort) -> Answer:
    missing = missing_hooks(here.hooks, here.config)
    if not missing:
        return Answer("hooks", State.OK, "Vor Commit und Push wird geprüft.")
    framework = any(_is_framework(here.hooks.get(name, "")) for name in HOOK_IDS)
    configured = all(hook_id in (here.config or "") for hook_id in HOOK_IDS.values())
    install = "pre-commit install " + " ".join(f"--hook-type {name}" for name in missing)
    message = f"Diese Prüfungen sind nicht eingeschaltet: {', '.join(missing)}."
    own = REWRITE if here.own_hooks else switch_on(here.prefix)
    return Answer("hooks", State.MEND, message, install if framework and configured else own)


def _remote(one: Remote) -> Answer:
    if one.is_open:
        return Answer(
            "remote",
            State.MEND,
            f"Die Adresse von {one.name} kann jeder lesen. Hier stehen Namen und Adressen.",
            f"git remote remove {quote(one.name)}",
        )
    if one.host:
        message = f"{one.name} liegt bei {one.host}. Dort kann ein Repository auch öffentlich sein. Sieh nach, ob es privat ist."
    else:
        message = f"Ob {one.name} privat ist, sehe ich von hier nicht. Sieh dort einmal nach."
    return Answer("remote", State.NOTE, message)


def _stale(names: Sequence[str]) -> str:
    return f"Diese Dateien fehlen oder stammen nicht von diesem wiq: {', '.join(names)}."


def _answer(check: str, fine: bool, good: str, bad: str, command: str) -> Answer:
    return Answer(check, State.OK, good) if fine else Answer(check, State.MEND, bad, command)

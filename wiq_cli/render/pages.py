"""The pages of a site: one folder a team, and what belongs to all of them."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.addresses import Addresses, folded
from wiq_cli.domain.public import HOECHSTENS, STATUSWORT, PublicNetwork, PublicProfile, entry
from wiq_cli.render import daten, german, linked, overview, plain
from wiq_cli.render.calendars import OF_ALL, of_team, shared
from wiq_cli.render.feed import FEED, feed, team_feed
from wiq_cli.render.pruefung import pruefung
from wiq_cli.render.qr import qr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from wiq_cli.render.overview import Row
    from wiq_cli.render.templates import Templates

INDEX = "index.html"
STYLE = "style.css"
SEARCH = "suche.js"
MANY = 40  # more words than this are no list to choose from
KINDS = (("stadtteile", "Stadtteil", "Stadtteile"), ("themen", "Thema", "Themen"), ("status", "Status", "Status"))
SIMPLE = ("impressum", "datenschutz", "entscheiden")  # pages that need nothing but the network


def team_folder(kuerzel: str) -> str:
    """Where the pages of one team lie; scans and take-downs go by it."""
    return f"teams/{kuerzel}/"


class Pages:
    """Writes the pages of some teams. ``calendars`` names the calendar files that lie beside them."""

    def __init__(
        self,
        profiles: Iterable[PublicProfile],
        network: PublicNetwork,
        templates: Templates,
        calendars: Collection[str] = (),
    ) -> None:
        self._profiles = sorted(profiles, key=lambda one: (one.name.casefold(), one.kuerzel))
        self._current = {one.kuerzel for one in self._profiles}
        self._network = network
        self._templates = templates
        self._calendars = calendars
        self._around = plain.network(network)
        self._base = network.adresse or (f"https://{network.domain}/" if network.domain else None)
        self._places = Addresses(word for one in self._profiles for word in one.stadtteile)
        self._topics = Addresses(word for one in self._profiles for word in one.themen)

    @property
    def base(self) -> str | None:
        """The address of the site, where it is known."""
        return self._base

    def of_team(self, one: PublicProfile) -> dict[str, str]:
        """Write the pages of one team, and those that lead to it from its earlier names."""
        folder, values = team_folder(one.kuerzel), plain.profile(one)
        over = one.status == "abgeschlossen" and not one.naechste_treffen
        calendar = OF_ALL if not over and of_team(one.kuerzel) in self._calendars else None
        address = self._address(folder)
        about = {
            "profil": values,
            "kalender": calendar,
            "orte": {german.typeset(word): self._places.of(word) for word in one.stadtteile},
            "themen": {german.typeset(word): self._topics.of(word) for word in one.themen},
            "verlinkt": linked.organization(one, self._network, address),
        }
        words = linked.description(one)
        code = qr(address).model_dump() if address else None
        pages = {
            f"{folder}{INDEX}": self._html("profil.html.j2", folder + INDEX, words, **about),
            f"{folder}aushang.html": self._html(
                "aushang.html.j2", f"{folder}aushang.html", words, profil=values, adresse=address, code=code
            ),
            f"{folder}profil.md": self._templates.markdown(
                "profil.md.j2", profil=values, netz=self._around, kalender=calendar
            ),
            f"{folder}{daten.PROFILE}": daten.profile_document(one),
            f"{folder}{FEED}": team_feed(overview.unnamed(one), folder, self._base),
        }
        for old in one.frueher:
            if old not in self._current:
                pages[f"{team_folder(old)}{FEED}"] = pages[f"{folder}{FEED}"]  # a program that reads it follows no page
                page = f"{team_folder(old)}{INDEX}"
                pages[page] = self._leads_to(f"../{one.kuerzel}/{INDEX}", page, values["name"], address)
        return pages

    def depends_on(self, one: PublicProfile) -> tuple[object, ...]:
        """Give what the pages of a team show besides its profile and the network. Unchanged, they need not be written again."""
        return (
            of_team(one.kuerzel) in self._calendars,
            [self._places.of(word) for word in one.stadtteile],
            [self._topics.of(word) for word in one.themen],
            sorted(self._current.intersection(one.frueher)),
        )

    def of_network(self) -> dict[str, str]:
        """Write what belongs to no single team."""
        open_ = [overview.unnamed(one) for one in self._profiles]
        teams = [plain.profile(one) for one in open_]
        decided = overview.decisions(open_)
        pages = {
            INDEX: self._index(),
            "termine/index.html": self._page(
                "termine", monate=overview.months(teams), kalender=self._feeds, hoechstens=HOECHSTENS
            ),
            "beschluesse/index.html": self._page("beschluesse", jahre=overview.years(decided)),
            "wirkung/index.html": self._page("wirkung", wirkung=overview.effects(teams)),
            "fussabdruecke/index.html": self._page("fussabdruecke", spuren=overview.footprints(teams)),
            "gesucht/index.html": self._page("gesucht", bedarf=overview.needs(teams)),
            "barrierefreiheit/index.html": self._page("barrierefreiheit", pruefung=pruefung(self._templates)),
            "404.html": self._html("nicht-gefunden.html.j2", "404.html", "", wurzel=self._root),
            **{f"{name}/index.html": self._page(name) for name in SIMPLE},
            **self._choices(),
            **daten.documents(open_, decided, self._network),
            FEED: feed(open_, decided, self._network, self._base),
            STYLE: self._templates.text(STYLE),
            SEARCH: self._templates.text(SEARCH),
            "robots.txt": "User-agent: *\nAllow: /\n" + (f"Sitemap: {self._base}sitemap.xml\n" if self._base else ""),
        }
        if self._base:
            own = (f"{team_folder(one.kuerzel)}{INDEX}" for one in self._profiles)
            pages["sitemap.xml"] = _sitemap(self._base, [*(name for name in pages if name.endswith(f"{INDEX}")), *own])
        pages[f"teams/{INDEX}"] = self._leads_to(f"../{INDEX}", f"teams/{INDEX}", "Alle Teams", self._base)
        return pages

    def _leads_to(self, page: str, path: str, name: str, address: str | None) -> str:
        """Write a page that leads on to another one."""
        return self._html("weiterleitung.html.j2", path, "", name=name, wohin=page, ziel=address)

    def _index(self) -> str:
        rows = [self._row(one) for one in self._profiles]
        words = self._words
        return self._html(
            "index.html.j2",
            INDEX,
            f"Alle Teams von {self._network.name}{f' in {self._network.ort}' if self._network.ort else ''}.",
            teams=tuple(row for row in rows if row["art"] == "LT"),
            weitere=tuple(row for row in rows if row["art"] != "LT"),
            kalender=self._feeds,
            auswahl={"orte": words["stadtteile"], "themen": words["themen"], "status": words["status"]},
        )

    @cached_property
    def _words(self) -> dict[str, tuple[Row, ...]]:
        """Give by folder the words that teams are listed by, and how many teams have each."""
        return {
            "stadtteile": _counted(self._places, (one.stadtteile for one in self._profiles)),
            "themen": _counted(self._topics, (one.themen for one in self._profiles)),
            "status": overview.statuses(self._profiles),
        }

    def _row(self, one: PublicProfile) -> Row:
        """Give a team with the words that a search finds it by."""
        words = (one.name, one.untertitel or "", one.teamart, STATUSWORT[one.status], *one.stadtteile, *one.themen)
        return {
            **plain.entry(entry(one)),
            "suche": folded(" ".join(words)),
            "orte": " ".join(self._places.of(word) for word in one.stadtteile),
            "themenworte": " ".join(self._topics.of(word) for word in one.themen),
        }

    @cached_property
    def _feeds(self) -> tuple[Row, ...]:
        found = shared([entry(one) for one in self._profiles], self._calendars)
        return tuple({"datei": file, "stadtteil": name} for file, name in found.items())

    def _choices(self) -> dict[str, str]:
        """Write a page for every district, topic and status, and one that lists all of a kind."""
        rows = [plain.entry(entry(one)) for one in self._profiles]
        marks = {
            "stadtteile": [{self._places.of(word) for word in one.stadtteile} for one in self._profiles],
            "themen": [{self._topics.of(word) for word in one.themen} for one in self._profiles],
            "status": [{str(one.status)} for one in self._profiles],
        }
        pages: dict[str, str] = {}
        for folder, kind, plural in KINDS:
            if not (found := self._words[folder]):
                continue
            about = {"art": kind, "mehrzahl": plural}
            pages[f"{folder}/{INDEX}"] = self._html(
                "uebersicht.html.j2", f"{folder}/{INDEX}", f"Die Teams von {self._network.name} nach {kind}.",
                auswahl={**about, "worte": found},
            )  # fmt: skip
            for each in found:
                name = f"{folder}/{each['adresse']}/{INDEX}"
                calendar = f"treffen-{each['adresse']}.ics"
                pages[name] = self._html(
                    "auswahl.html.j2", name, f"{kind} {each['wort']}: Teams von {self._network.name}.",
                    teams=tuple(row for row, mark in zip(rows, marks[folder], strict=True) if each["adresse"] in mark),
                    auswahl={
                        **about, "wort": each["wort"], "adresse": each["adresse"], "weitere": found if len(found) <= MANY else (),
                        "kalender": calendar if folder == "stadtteile" and calendar in self._calendars else None,
                    },
                )  # fmt: skip
        return pages

    def _page(self, name: str, **values: Any) -> str:
        return self._html(f"{name}.html.j2", f"{name}/{INDEX}", "", **values)

    def _html(self, template: str, path: str, words: str, **values: Any) -> str:
        """Fill a template with what every page knows about itself and the network."""
        folder = path.removesuffix(INDEX)
        about = {"pfad": path, "adresse": self._address(folder), "beschreibung": german.typeset(words)}
        return self._templates.html(
            template, **{"netz": self._around, "wurzel": "../" * path.count("/"), "seite": about, **values}
        )

    @property
    def _root(self) -> str:
        """Where the site begins on its server: nobody knows how deep the page lies that was not found."""
        return f"/{self._base.split('/', 3)[3]}" if self._base else "/"

    def _address(self, path: str) -> str | None:
        return self._base + path if self._base else None


def _counted(addresses: Addresses, lists: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Give the words of a kind with their addresses, and how many teams have each."""
    every = Counter(address for words in lists for address in {addresses.of(word) for word in words})
    return tuple(
        {"wort": german.typeset(word), "adresse": address, "zahl": every[address]}
        for address, word in sorted(addresses.words.items(), key=lambda one: (folded(one[1]), one[0]))
    )


def _sitemap(base: str, names: Iterable[str]) -> str:
    from xml.sax.saxutils import escape  # noqa: PLC0415  # start-up

    lines = [f"<url><loc>{escape(base + name.removesuffix(INDEX))}</loc></url>" for name in sorted(names)]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *lines, "</urlset>", ""])

"""From a team to its public profile: the only place where the one becomes the other, field by field.

Nothing is copied wholesale, so nothing can slip through: what is not written down here stays in the house.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from wiq_cli.domain import public
from wiq_cli.usecases.public_meetings import public_meetings
from wiq_cli.usecases.public_place import public_place
from wiq_cli.usecases.public_regeln import public_rules
from wiq_cli.usecases.public_support import public_support

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.person import Person
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.regeln import Regeln
    from wiq_cli.domain.team import Team


def closed(team: Team, heute: date) -> str | None:
    """Say why the profile may not be published; None when it may."""
    consent = team.einwilligung.profil
    if consent is None:
        return "Es fehlt die Einwilligung für das Profil (einwilligung.profil)."
    if consent.widerrufen is not None:
        return "Die Einwilligung für das Profil ist widerrufen."
    if consent.am is None:
        return "Die Einwilligung für das Profil hat kein Datum (einwilligung.profil.am)."
    if consent.am > heute:
        return "Die Einwilligung für das Profil gilt erst später (einwilligung.profil.am)."
    return None


def profile(
    kuerzel: str,
    team: Team,
    rahmen: Rahmen,
    withheld: frozenset[str] = frozenset(),
    decisions: Iterable[Beschluss] = (),
    personal: frozenset[str] = frozenset(),
    reports: tuple[public.Beschluss, ...] = (),
) -> public.PublicProfile:
    """Build the public view of a team. ``withheld`` and ``personal`` come from ``withheld_names`` and
    ``personal_addresses`` over all teams, ``decisions`` from ``public_decisions``, ``reports`` from ``public_beschluesse``.
    """
    teamart = rahmen.regeln.teams.get(team.art)
    upcoming, past = public_meetings(kuerzel, team, rahmen)
    return public.PublicProfile(
        kuerzel=kuerzel,
        art=team.art,
        teamart=teamart.name if teamart else team.art,
        name=team.name,
        untertitel=team.untertitel,
        verteiler=_list_address(team, rahmen.netzwerk, personal | personal_addresses([team])),
        status=team.status,
        stadtteile=tuple(team.stadtteile),
        themen=tuple(team.themen),
        problem=tuple(team.problem),
        zusammenfassung=team.zusammenfassung,
        ziele=_goals(team, rahmen.heute),
        wirkung=_effects(team, rahmen.heute),
        stand=tuple(
            public.Stand(text=one.text, erledigt=one.erledigt and _happened(one.am, rahmen.heute), am=one.am)
            for one in team.stand
        ),
        weg=tuple(
            public.Schritt(schritt=one.schritt, bis=one.bis, erledigt=one.erledigt, notizen=tuple(one.notizen))
            for one in team.weg
        ),
        support=public_support(kuerzel, team, decisions),
        beteiligte=_people(kuerzel, team, rahmen.heute, withheld),
        kooperationspartner=tuple(
            public.Kooperationspartner(name=one.name, url=one.url, stand=one.stand) for one in team.kooperationspartner
        ),
        treffen_ort=public_place(team.treffen.ort) if team.treffen.oeffentlich else None,
        naechste_treffen=upcoming,
        fruehere_treffen=past,
        offene_fragen=tuple(team.offene_fragen),
        chronik=tuple(
            public.Ereignis(am=one.am, text=one.text) for one in team.chronik if _happened(one.am, rahmen.heute)
        ),
        beschluesse=reports,
        frueher=tuple(team.frueher),
    )


def network(netzwerk: Netzwerk, regeln: Regeln | None = None) -> public.PublicNetwork:
    """Build the public view of the network, with its rules where a page shows them."""
    traeger = netzwerk.traeger
    return public.PublicNetwork(
        name=netzwerk.name,
        ort=netzwerk.ort,
        traeger=traeger.name if traeger else None,
        traeger_url=traeger.url if traeger else None,
        datenschutz=netzwerk.datenschutz,
        impressum=netzwerk.impressum,
        barrierefreiheit=netzwerk.barrierefreiheit,
        domain=netzwerk.domain,
        adresse=netzwerk.adresse,
        regeln=public_rules(regeln) if regeln else None,
    )


def withheld_names(teams: Iterable[Team], heute: date) -> frozenset[str]:
    """Collect who must not be named anywhere: minors, and who said no or took the consent back in any team."""
    return frozenset(
        key for team in teams for _, _, person in team.personen() if _says_no(person, heute) for key in _keys(person)
    )


def personal_addresses(teams: Iterable[Team]) -> frozenset[str]:
    """Collect the addresses of people: none of them is a list, whoever calls it one."""
    return frozenset(one.email.casefold() for team in teams for _, _, one in team.personen() if one.email)


def withheld_on(team: Team, withheld: frozenset[str], heute: date, *, whole: bool) -> frozenset[str]:
    """Give the full names that may no longer stand on an old page of this team.

    Where the file has faults (not ``whole``), only who said no or left: a consent that cannot be read may still hold.
    """
    shown = set(named(team, withheld, heute)) if whole else set()
    people = [
        person for _, _, person in team.personen() if whole or _keys(person) & withheld or not person.member_on(heute)
    ]
    names = {" ".join(person.name.split()) for person in people if person.name}
    return frozenset(name for name in names - shown if " " in name)


def named(team: Team, withheld: frozenset[str], heute: date) -> tuple[str, ...]:
    """Give the names that the pages of a team may show."""
    return _people("", team, heute, withheld).namen


def _says_no(person: Person, heute: date) -> bool:
    answer = person.einwilligung.name if person.einwilligung else None
    if person.minderjaehrig:
        return True
    if answer is None:
        return False
    return answer.antwort == "nein" or answer.widerrufen is not None or (answer.bis is not None and answer.bis < heute)


def _keys(person: Person) -> set[str]:
    """Give what the same person in another team can be known by. A namesake is treated alike: that errs on the safe side."""
    values = {"kennung": person.kennung, "email": person.email, "name": person.name}
    return {f"{key}:{' '.join(value.casefold().split())}" for key, value in values.items() if value}


def _people(kuerzel: str, team: Team, heute: date, withheld: frozenset[str]) -> public.Beteiligte:
    leaders = [one for one in team.leitung if one.member_on(heute)]
    known = {key for one in leaders for key in _keys(one)}
    members = [one for one in team.mitglieder if one.member_on(heute) and not _keys(one) & known]
    names = {
        " ".join(one.name.split())
        for one in [*leaders, *members]
        if one.name and one.einwilligung and one.einwilligung.name and one.einwilligung.name.given(heute)
        if not _keys(one) & withheld and not one.minderjaehrig
    }
    ordered = tuple(sorted(names, key=lambda one: _lot(kuerzel, one)))
    if 0 < len(leaders) + len(members) < public.KLEIN:
        return public.Beteiligte(leitung=None, mitglieder=None, namen=ordered)
    return public.Beteiligte(leitung=len(leaders), mitglieder=len(members), namen=ordered)


def _lot(kuerzel: str, name: str) -> str:
    """Draw an order that is always the same and tells neither the alphabet nor the role.

    It goes by names that are public already; nothing of it is written down, so nothing can be tested against it.
    """
    return hashlib.sha256(f"{kuerzel}\n{name}".encode()).hexdigest()


def _list_address(team: Team, netzwerk: Netzwerk, personal: frozenset[str]) -> str | None:
    """Give the list address, if it lies on the network's own domain and is no person's own address."""
    if not team.verteiler or not netzwerk.domain:
        return None
    address = team.verteiler.casefold()
    return team.verteiler if address.endswith(f"@{netzwerk.domain.casefold()}") and address not in personal else None


def _happened(day: date | None, heute: date) -> bool:
    """Tell what has happened from what is dated later: it is written down too early, and counts from its day on."""
    return day is None or day <= heute


def _goals(team: Team, heute: date) -> public.Ziele:
    return public.Ziele(
        bis=team.ziele.bis,
        anlass=team.ziele.anlass,
        teilziele=tuple(
            public.Teilziel(ziel=one.ziel, bis=one.bis, erreicht=one.erreicht and _happened(one.am, heute), am=one.am)
            for one in team.ziele.teilziele
        ),
        langfristig=tuple(team.ziele.langfristig),
    )


def _effects(team: Team, heute: date) -> tuple[public.Wirkung, ...]:
    return tuple(
        public.Wirkung(
            indikator=one.indikator,
            einheit=one.einheit,
            ausgangswert=one.ausgangswert,
            soll=one.soll,
            ist=tuple(
                public.Messwert(am=value.am, wert=value.wert, quelle=value.quelle)
                for value in one.ist
                if _happened(value.am, heute)
            ),
        )
        for one in team.wirkung
    )

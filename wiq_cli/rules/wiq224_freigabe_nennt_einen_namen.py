"""In einer Freigabe steht ein Name statt einer Kennung.

Unter „wer“ steht, wer die Freigabe geprüft hat: die Kennung einer Person aus dem Netzwerk oder ein Amt, kein Name.
So lässt sich nachfragen, und die Datei verrät trotzdem niemanden.

Falsch:

    kooperationspartner: [Freundeskreis Udo Übermut]

    #: freigaben.yaml
    freigaben:
      - team: garten
        feld: kooperationspartner.name
        begriff: Freundeskreis Udo Übermut
        grund: So heißt der Verein im Register.
        wer: Vera Vorlage
        bis: 2027-06-30

Richtig:

    kooperationspartner: [Freundeskreis Udo Übermut]

    #: freigaben.yaml
    freigaben:
      - team: garten
        feld: kooperationspartner.name
        begriff: Freundeskreis Udo Übermut
        grund: So heißt der Verein im Register.
        wer: p903
        bis: 2027-06-30
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING
FILE = "freigaben.yaml"


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    reading = netz.lesen(FILE) if netz.lesen else None
    if reading is None or reading.model is None:
        return
    known = {person.kennung for _, person in netz.personen()}
    for number, one in enumerate(reading.model.freigaben):
        path = ("freigaben", number, "wer")
        if one.wer is None or one.wer in known:
            continue
        if re.fullmatch(r"p[0-9]+", one.wer):
            if not netz.unlesbar:  # the person may stand in a file that cannot be read
                remedy = "Prüf sie. Eine Kennung steht bei der Person in der Datei ihres Teams."
                yield NetzFault(FILE, path, "Diese Kennung hat niemand im Netzwerk.", remedy, Level.HINT)
        elif _is_like_a_name(one.wer, netz):
            remedy = "Nimm die Kennung der Person, zum Beispiel p3, oder ein Amt wie „Vorstand“."
            yield NetzFault(FILE, path, "Hier steht wohl der Name einer Person.", remedy)


def _is_like_a_name(text: str, netz: Netz) -> bool:
    """Whether somebody in the network is called so, or the words are written as names are."""
    words = re.findall(r"\w+", text)
    said = {word.casefold() for word in words}
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return True
    return any(said & set(re.findall(r"\w{3,}", (person.name or "").casefold())) for _, person in netz.personen())

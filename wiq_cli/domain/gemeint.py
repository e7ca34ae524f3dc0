"""What a refused value was probably meant to be, or what is wrong with it: one sentence that says what to write.

Addresses and links are never repeated, and of other texts only numbers too short for a phone number.
"""

from __future__ import annotations

import re

from wiq_cli.domain.datum import LONGEST

YES = ("yes", "y", "true", "wahr", "on", "1", "j", "jo", "jep", "jup", "jawohl", "x", "✓", "✔", "☑", "☒", "ok", "erledigt", "fertig", "erreicht")  # fmt: skip
NO = ("no", "n", "false", "falsch", "off", "0", "ne", "nee", "nö", "nicht", "-", "☐", "offen", "noch nicht", "teilweise", "halb", "fast", "in arbeit")  # fmt: skip
SURELY_YES, SURELY_NO = ("true", "yes", "y", "on", "wahr", "j"), ("false", "no", "n", "off", "falsch")
ZAHLWOERTER = {
    word: number
    for number, words in {
        1: "eins ein eine einen", 2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht",
        9: "neun", 10: "zehn", 11: "elf", 12: "zwölf", 13: "dreizehn", 14: "vierzehn", 15: "fünfzehn", 16: "sechzehn",
        17: "siebzehn", 18: "achtzehn", 19: "neunzehn", 20: "zwanzig", 25: "fünfundzwanzig", 30: "dreißig", 40: "vierzig",
        50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig", 100: "hundert einhundert",
        200: "zweihundert", 500: "fünfhundert", 1000: "tausend eintausend",
    }.items()
    for word in words.split()
}  # fmt: skip
# Compiled at the first refusal: start-up is part of every command.
AMOUNT = (
    r"(?:(?:ca|etwa|ungefähr|rund|circa|zirka|über|unter|mehr als|mindestens|min|max|maximal|höchstens|bis zu|fast|knapp)\b\.?|[<>≤≥~≈+=]+)? *"
    r"(?P<number>-?[0-9]+(?:[.,'’ ][0-9]+)*|[a-zäöüß]+)(?: ?(?P<more>\+|(?!e[0-9])[^\W\d].*|[€%$].*|,-.*|,?-+))?"
)
RANGE = r"([0-9]{1,7})(?: ?[-–—] ?| bis | oder )([0-9]{1,7})\b.*"
CLOCK_LENGTH = r"([0-9]{1,2}):([0-5][0-9])(?: ?(?:h|std\.?|stunden?))?"
THOUSANDS = r"-?[0-9]{1,3}(?:[.'’ ][0-9]{3})+(?:,[0-9]+)?"
HOURS = r"(?:h|std|stunden?)\b"
PERCENT = r"%|prozent"
HOUR = 60  # minutes
SHORT = 6  # digits: no phone number has so few
HARMLESS = r"([A-Za-z]{1,2})[-_ ]?([0-9]{1,4})"  # P1 for p1


def yes_or_no(text: str) -> str:
    """Give ``ja`` for ``true`` and ``x``, ``nein`` for ``false`` and ``noch nicht``."""
    word = text.strip().lower().strip(".!*✅ ")
    for meant, words in (("ja", ("ja", *YES)), ("nein", ("nein", *NO))):
        if word in words:
            return f"Gemeint ist vermutlich „{meant}“."
    return ""


def sure_yes_or_no(text: str) -> str:
    """Give ``ja`` for ``true``; nothing for a cross or a word that may mean more."""
    word = text.strip().lower()
    return "ja" if word in SURELY_YES else "nein" if word in SURELY_NO else ""


def only_meaning(text: str) -> str:
    """Give the address without its ``mailto:``, and ``https://www.…`` for ``www.…``."""
    if re.match("mailto:", text, re.IGNORECASE):
        return text[len("mailto:") :]
    return f"https://{text}" if re.match(r"www\.", text, re.IGNORECASE) else ""


def number(text: str, *, whole: bool = False) -> str:
    """Give 20 for ``ca. 20``, ``zwanzig`` and ``20 %``."""
    plain = re.sub(r"[\s_]+", " ", text[:LONGEST]).strip().lower()
    if match := re.fullmatch(RANGE, plain):
        return f"Hier stehen zwei Zahlen. Entscheide dich für eine: {int(match[1])} oder {int(match[2])}."
    if whole and (match := re.fullmatch(CLOCK_LENGTH, plain)):
        return f"Gemeint sind vermutlich Minuten: {int(match[1]) * HOUR + int(match[2])}."
    match = re.fullmatch(AMOUNT, plain)
    found = _digits(match["number"]) if match else ""
    if not match or not found:
        return ""
    more = match["more"] or ""
    if re.match(HOURS, more) and any(map(str.isdigit, more)):
        return ""
    if whole and (found.startswith("-") or "," in found or re.match(HOURS, more)):
        return _whole(float(found.replace(",", ".")), hours=bool(re.match(HOURS, more)))
    unit = f" Die Einheit gehört in eine Zeile „einheit: {'Prozent' if re.match(PERCENT, more) else '…'}“."
    has_unit = not whole and bool(re.match(r"[^\W\d]|[€%$]", more))
    return f"Gemeint ist vermutlich {found}.{unit if has_unit else ''}"


def _whole(value: float, *, hours: bool) -> str:
    if value < 0:
        return "Sie ist nie kleiner als 0."
    if hours:
        return f"Gemeint sind vermutlich Minuten: {round(value * HOUR)}."
    return f"Lass das Komma weg: {int(value)} oder {int(value) + 1}."


def _digits(text: str) -> str:
    """Give a written number as wiq reads it; nothing where it might be anything else."""
    if text in ZAHLWOERTER:
        return str(ZAHLWOERTER[text])
    if re.fullmatch(THOUSANDS, text):
        text = re.sub(r"[.'’ ]", "", text)
    known = re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:[.,][0-9]{1,3})?", text)
    return text.replace(".", ",") if known and sum(map(str.isdigit, text)) <= SHORT else ""


def kuerzel(text: str) -> str:
    """Say how to write it; the word itself may be a person's name."""
    text = text[:LONGEST]
    if re.search(r"\.ya?ml$", text):
        return "Lösch die Endung „.yaml“."
    if match := re.fullmatch(HARMLESS, text):
        return f"Gemeint ist vermutlich „{match[1].lower()}{match[2]}“."
    slips = [
        (r"[A-ZÄÖÜ]", "Schreib alles klein"),
        (r"[äöüßÄÖÜẞ]", "schreib ae für ä, oe für ö, ue für ü und ss für ß"),
        (r"[\s_./]", "setz Bindestriche statt Leerzeichen, Punkten und Unterstrichen"),
        (r"^-|-$|--", "lösch Bindestriche am Rand und doppelte"),
    ]
    words = [words for pattern, words in slips if re.search(pattern, text)]
    if not words:
        return "Schreib zum Beispiel: p1 oder hofgarten-lindenau."
    sentence = " und ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return f"{sentence[0].upper()}{sentence[1:]}."


# -- addresses --------------------------------------------------------------------------------------------------------
EMAIL_SLIPS = (
    (r"mailto:", "Lösch „mailto:“ davor."),
    (r"https?://|www\.", "Das ist ein Link. Eine Adresse sieht so aus: name@example.org."),
    (r"[\[({] ?(?:at|ät) ?[\])}]|\s(?:at|ät)\s", "Schreib @ statt (at)."),
    (r"[\[({] ?(?:dot|punkt) ?[\])}]|\s(?:dot|punkt)\s", "Schreib einen Punkt statt (dot)."),
    (r"@.*[\s,;/].*@", "Hier stehen mehrere Adressen. Lass nur eine stehen."),
    (r"@.*@", "Das @ gehört nur einmal hinein."),
    (r"[<>\"]", "Lass nur die Adresse stehen, ohne Namen und ohne spitze Klammern."),
    (r"^[^@]*$", "Darin fehlt das @. Sie sieht so aus: name@example.org."),
    (r"^@", "Vor dem @ fehlt etwas. Sie sieht so aus: name@example.org."),
    (r"\s", "Lösch die Leerzeichen."),
    (r"[.,;:!?]$", "Lösch das Satzzeichen am Ende."),
    (r"@.*,", "Hinter dem @ steht ein Komma. Schreib einen Punkt."),
    (r"\.\.|@\.", "Hier steht ein Punkt zu viel. Lösch ihn."),
    (r"@[^.]*$", "Hinter dem @ fehlt die Endung, zum Beispiel „.de“ oder „.org“."),
    (r"[^\x00-\x7f].*@", "Vor dem @ gehen nur a–z, Ziffern, Punkt, Bindestrich und Unterstrich, keine Umlaute."),
)
LINK_SLIPS = (
    (r"^https?://[^/?#\s]*@", "Lösch Name und Passwort aus dem Link."),
    (r"\]\(|^[<(\[]|[>\])]$", "Lass nur den Link selbst stehen, ohne Klammern."),
    (r"https?://.*[\s,;]+https?://", "Hier stehen mehrere Links. Lass nur einen stehen."),
    (r"^[^/\s]+@", "Das ist eine E-Mail-Adresse. Hier gehört die Internetseite hin."),
    (r"^https?://.*\s", "Lösch die Leerzeichen darin."),
    (r"^h[tp]{1,4}s?(?::?/{1,3}|[:;.]/*)(?!$)", "Der Anfang ist vertippt. Schreib genau „https://“."),
    (r"\s", "Er beginnt mit https:// und hat keine Leerzeichen."),
    (r"^(?:www\.|//|[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$))", "Setz „https://“ davor."),
)


def _first(slips: tuple[tuple[str, str], ...], text: str, otherwise: str) -> str:
    guessed = text[:LONGEST]
    return next((words for pattern, words in slips if re.search(pattern, guessed, re.IGNORECASE)), otherwise)


def email(text: str) -> str:
    """Say which of the common slips is in an address."""
    return _first(EMAIL_SLIPS, text, "Sie sieht so aus: name@example.org.")


def link(text: str) -> str:
    """Say which of the common slips is in a link."""
    return _first(LINK_SLIPS, text, "Er beginnt mit https:// und hat keine Leerzeichen.")

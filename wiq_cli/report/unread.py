"""Why a file could not be searched, and what helps, in a sentence each."""

from __future__ import annotations

UNPROVEN = {
    "blind": "Die Suche nach privaten Angaben hat ihre eigene Probe nicht gefunden. Bitte melde das als Fehler in wiq.",
    "empty": "Im Netzwerk stehen Personen, aber nichts, wonach ich suchen kann.",
}
"""Why the search as a whole cannot be trusted."""

UNREAD = {
    "binary": "Diese Art von Datei kann ich nicht lesen. Speichere sie als PDF, docx, JPEG, PNG oder reinen Text.",
    "encoding": "Die Zeichen kann ich nicht lesen. Speichere den Text in UTF-8.",
    "size": "Die Datei ist zu groß oder ein Text darin zu oft verschlüsselt. Teil sie auf, oder schreib ihn lesbar.",
    "limit": "Die Datei wird beim Auspacken zu groß oder zu tief verschachtelt. Pack sie selbst aus.",
    "encrypted": "Die Datei ist verschlüsselt. Speichere sie ohne Passwort.",
    "damaged": "Die Datei ist beschädigt, oder etwas steckt darin, das nicht dazugehört. Speichere sie neu.",
    "office": "Das ist ein altes oder verschlüsseltes Office-Format. Speichere die Datei als docx, xlsx oder pptx ohne Passwort.",
    "blind": "Die Suche hat in so einer Datei ihre eigene Probe nicht gefunden. Bitte melde das als Fehler in wiq.",
    "photo": "Fotos im Format HEIC oder AVIF kann ich nicht lesen. Speichere das Bild als JPEG oder PNG.",
    "font": "Diese Schrift kann ich nicht lesen. Nimm statt woff2 das Format woff oder ttf. Ein PDF: Speichere es neu, mit lesbarem Text.",
    "link": "Das ist ein Verweis. Ich folge ihm nicht.",
    "disk": "Die Datei lässt sich nicht öffnen. Prüf Name und Rechte.",
}

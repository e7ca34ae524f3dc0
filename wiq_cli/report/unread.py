"""Why a file could not be searched, and what helps, in a sentence each."""

from __future__ import annotations

UNREAD = {
    "binary": "Diese Art von Datei kann ich nicht lesen.",
    "encoding": "Die Zeichen kann ich nicht lesen. Speichere den Text in UTF-8.",
    "size": "Die Datei ist zu groß. Teil sie auf.",
    "limit": "Die Datei wird beim Auspacken zu groß oder zu tief verschachtelt. Pack sie selbst aus.",
    "encrypted": "Die Datei ist verschlüsselt. Speichere sie ohne Passwort.",
    "damaged": "Die Datei ist beschädigt, oder etwas steckt darin, das nicht dazugehört. Speichere sie neu.",
    "office": "Das ist ein altes oder verschlüsseltes Office-Format. Speichere die Datei als docx, xlsx oder pptx ohne Passwort.",
    "photo": "Fotos in diesem Format kann ich nicht lesen. Speichere das Bild als JPEG oder PNG.",
    "font": "Diese Schrift kann ich nicht lesen.",
    "link": "Das ist ein Verweis. Ich folge ihm nicht.",
    "disk": "Die Datei lässt sich nicht öffnen. Prüf Name und Rechte.",
}

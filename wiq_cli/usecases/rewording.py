"""What to write instead of something private, by its kind and its place. Never repeats what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiq_cli.domain.finding import DataPath

NAME = "Schreib „eine Person aus dem Team“ statt des Namens."
NAME_BY_PLACE = {
    "support": "Nenn die Stelle statt der Person: zum Beispiel „Ideenmobil (WiQ-Team)“.",
    "treffen": "Nenn den Ort ohne Namen. Einen privaten Ort lass weg: Wer kommen will, fragt die Leitung.",
    "chronik": "Erzähl ohne Namen, was geschah: zum Beispiel „Eine Nachbarin war zu Gast“.",
    "kooperationspartner": "Nenn die Organisation, nicht die Person.",
}
INSTEAD = {
    "email": "Lösch die Adresse. Öffentlich ist nur die Adresse, die unter „verteiler“ steht.",
    "phone": "Lösch die Nummer. Öffentlich erreichbar ist das Team über den „verteiler“.",
    "role": "Lösch die Rolle oder schreib „eine Person aus dem Team“.",
    "link": "Lösch den Link. Er gehört unter „treffen: link:“, dort bleibt er im Haus.",
    "location": "Lass den Ort weg. Wer kommen will, fragt die Leitung.",
    "text": "Sag es mit anderen Worten. Oder lösch den Satz an der Stelle, die im Haus bleibt.",
    "unread": "Schreib den Text so, wie andere ihn lesen sollen. Eine Datei („data:…“) gehört nicht hinein.",
}
PUBLIC = "Ist der Wortlaut öffentlich, etwa als Name eines Vereins? Dann trag ihn in freigaben.yaml ein."


def instead(kind: str, path: DataPath) -> str:
    """Say what to do about something private at a place."""
    if kind != "name":
        return INSTEAD[kind]
    return f"{NAME_BY_PLACE.get(str(path[0]) if path else '', NAME)} {PUBLIC}"

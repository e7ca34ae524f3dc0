"""Die Datei ist zu tief verschachtelt, oder etwas darin ist zu viel.

Keine Angabe von wiq ist mehr als zwölfmal eingerückt oder geklammert. 20.000 Angaben sind zu viel für eine Datei,
2000 Einträge zu viel für eine Liste; meist ist dann eine Klammer nicht geschlossen. Stimmt an mehr als 200 Stellen einer
Datei etwas nicht, zeigt wiq nur die ersten.

Ein einzelner Text hat höchstens 20.000 Zeichen, das sind rund zehn Seiten: Mehr liest niemand auf einem Profil. Leg das
Ganze als Dokument ab und schreib den Link hin. Auch ein Text lässt sich zu tief verschachteln: Was mehr als zehnmal
verschlüsselt ist (%2525…, &amp;amp;…) oder sich auf gar zu viele Weisen lesen lässt, kann wiq nicht nach Privatem
durchsuchen. Dasselbe gilt für eine Datei, die als „data:…“ in einem Text steht und sich nicht lesen lässt.

Auch die ganze Datei hat ein Maß, damit sie schnell durchsucht ist: Was kein gewöhnliches Wort ist (Zahlen und Adressen,
auch in Worten, Links, Kürzel, Zeichen, andere Schriften), darf zusammen rund 16.000 Zeichen haben. Jeder Eintrag zählt zehn
dazu, ein Tag nur drei, ganze Sätze gar nicht. Die Datei eines Teams, das seit Jahren arbeitet, hat etwa ein Zehntel davon.
Dateien bis 16 KiB und freigaben.yaml wiegt wiq gar nicht erst.

Falsch:

    name: Garten
    themen: [[[[[[[[[[[[[Umwelt]]]]]]]]]]]]]

Richtig:

    name: Garten
    themen: [Umwelt]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR

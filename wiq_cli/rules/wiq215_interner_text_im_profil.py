"""In einem öffentlichen Text steht ein Satz, der im Haus bleibt.

Notizen, Tagesordnungen und Protokolle sind nur für das Team. Stehen sechs Wörter daraus in derselben Reihenfolge in
einem öffentlichen Text, dann ist vermutlich mehr mitgekommen als gedacht. Sag es öffentlich mit anderen Worten.
Oder streich den Satz an der internen Stelle, wenn er nicht mehr geheim ist.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme, auch nicht in freigaben.yaml.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.

Falsch:

    notizen: Der Vermieter will die Fläche im Frühjahr doch nicht hergeben.
    offene_fragen: [Der Vermieter will die Fläche im Frühjahr doch nicht hergeben]

Richtig:

    notizen: Der Vermieter will die Fläche im Frühjahr doch nicht hergeben.
    offene_fragen: [Welche Fläche können wir ab dem Frühjahr nutzen?]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR

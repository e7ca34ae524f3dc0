"""In einem öffentlichen Text steht ein Link zum Beitreten.

Mit einem solchen Link kommt jede fremde Person in das Treffen oder in den Chat. Er gehört unter „treffen: link:“,
dort bleibt er im Haus.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme in der Datei.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.

Falsch:

    chronik:
      - {am: 2026-11-02, text: 'Wir trafen uns hier: https://zoom.us/j/83456719921'}

Richtig:

    chronik:
      - {am: 2026-11-02, text: Wir trafen uns zum ersten Mal online.}
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR

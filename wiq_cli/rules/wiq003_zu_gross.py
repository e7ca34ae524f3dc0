"""Die Datei ist zu groß.

Eine Datei hat höchstens 128 KiB. Wenige Seiten reichen.
Lass Anhänge, Protokolle und Bilder woanders liegen.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR

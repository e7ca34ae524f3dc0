"""What stands in several documents."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Moment = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]{8}([+-][0-9:]{5})?)?$")
]  # a plain day, or with its hour
Clock = Annotated[str, Field(pattern=r"^[0-9]{2}:[0-9]{2}$")]
Weekday = Literal["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
History = Annotated[str, WithJsonSchema({"enum": ["full", "shallow", "none"]})]
TeamStatus = Annotated[
    str, WithJsonSchema({"enum": ["idee", "laeuft", "pausiert", "im-betrieb", "selbsttragend", "abgeschlossen"]})
]
TeamLevel = Annotated[str, WithJsonSchema({"enum": ["urgent", "soon", "note", "fine"]})]

"""What all models of wiq's files share."""

from __future__ import annotations

import warnings
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from wiq_cli.domain.scalars import GanzeZahl, fault


class Modell(BaseModel):
    """Strict, frozen, and silent about what it was given.

    ``KURZ`` names the key that a short form stands for: ``- Format festlegen`` means ``- schritt: Format festlegen``.
    A known key with nothing behind its colon counts as not filled.
    """

    KURZ: ClassVar[str] = ""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, validate_default=False)

    @model_validator(mode="before")
    @classmethod
    def expand(cls, data: Any) -> Any:
        """Turn a short form into the long one and leave out what is not filled."""
        if isinstance(data, str) and cls.KURZ:
            return {cls.KURZ: data}
        if isinstance(data, dict) and None in data.values():
            return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}
        return data


with warnings.catch_warnings():
    # The file's key is `schema`. pydantic's own method of that name is deprecated and never called here.
    warnings.filterwarnings("ignore", message='Field name "schema"')

    class Datei(Modell):
        """A whole file: it says which version of the format it is written in.

        ``FASSUNG`` is the newest. What was written differently before: domain/fassung.py.
        """

        FASSUNG: ClassVar[int] = 1

        schema: GanzeZahl = Field(1, description="Fassung des Dateiformats.")  # type: ignore[assignment]

        @field_validator("schema")
        @classmethod
        def known_version(cls, number: int) -> int:
            """Refuse a file from a newer wiq instead of misreading it."""
            if not 1 <= number <= cls.FASSUNG:
                remedy = f"Hol ein neueres wiq. Ist es nur ein Tippfehler, dann schreib „schema: {cls.FASSUNG}“."
                raise fault("WIQ031", f"Diese Fassung des Formats kenne ich nicht. {remedy}")
            return number

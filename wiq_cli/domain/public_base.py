"""What all types of the public view share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

ORT_ERFRAGEN = "Ort bei der Leitung erfragen"


class Oeffentlich(BaseModel):
    """Exact types only: an instance of a subclass that carries more is refused, not passed on."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, hide_input_in_errors=True, revalidate_instances="subclass-instances"
    )

"""What the last look at the accessibility of these pages found. Without a result nothing is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from wiq_cli.domain.errors import NothingToDo
from wiq_cli.domain.public import Pruefung
from wiq_cli.render import plain

if TYPE_CHECKING:
    from wiq_cli.render.templates import Templates

RESULT = "barrierefreiheit.json"


def pruefung(templates: Templates) -> dict[str, Any] | None:
    """Give the result for these templates; whoever changes a template needs an own result."""
    if not templates.has(RESULT):
        return None
    try:
        result = Pruefung.model_validate_json(templates.text(RESULT))
    except ValidationError:
        raise NothingToDo(
            f"{RESULT} passt nicht. Hier stehen am, norm, werkzeug, seiten und verstoesse. Es wurde nichts veröffentlicht."
        ) from None
    looked_at_others = RESULT not in templates.own and result.vorlagen != templates.fingerprint
    return None if looked_at_others else plain.values([result])[0]

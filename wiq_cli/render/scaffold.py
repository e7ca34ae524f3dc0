"""New files from templates: plain text, filled with plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def render_text(template: str, folders: Sequence[Path], values: dict[str, Any]) -> str:
    """Fill a text template; the first folder that holds it wins. Raises jinja2's errors for a broken template."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # YAML and settings, no HTML
    )
    return environment.get_template(template).render(values)

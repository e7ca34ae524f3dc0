"""Files in a network that belong to wiq itself: the schemas for editors and the hooks for git. They go stale with a new wiq."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def generated_files() -> dict[str, str]:
    """Give each with its text, as this wiq writes it."""
    from wiq_cli import resources  # noqa: PLC0415  # start-up
    from wiq_cli.domain.schema import MODELS, json_schema  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.new_network import HOOKS  # noqa: PLC0415  # start-up

    shipped = resources.folder("templates") / "netz"
    hooks = {file: (shipped / template).read_text(encoding="utf-8") for file, template in HOOKS.items()}
    return {**{f".wiq/schema/{kind}.json": json_schema(kind) for kind in MODELS}, **hooks}


def write_generated(path: Path, text: str) -> None:
    """Write one of them anew."""
    from wiq_cli.files.disk import write_atomic  # noqa: PLC0415  # start-up
    from wiq_cli.files.new_folder import make_runnable  # noqa: PLC0415  # start-up

    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, text)
    if path.parent.name == "hooks":
        make_runnable(path)

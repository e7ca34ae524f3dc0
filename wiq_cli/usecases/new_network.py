"""A new network: which files it starts with, and what its settings ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.netzwerk import Netzwerk

if TYPE_CHECKING:
    from collections.abc import Iterator

# file in the network → the shipped file it starts as
STARTING_FILES = {
    "regeln.yaml": "regeln.yaml",
    ".gitignore": "dateien/gitignore",
    ".gitattributes": "dateien/gitattributes",
    ".editorconfig": "dateien/editorconfig",
    ".pre-commit-config.yaml": "dateien/pre-commit-config.yaml",
    ".vscode/settings.json": "dateien/vscode-settings.json",
    ".vscode/extensions.json": "dateien/vscode-extensions.json",
    ".vscode/tasks.json": "dateien/vscode-tasks.json",
    ".vscode/wiq.code-snippets": "dateien/vscode-snippets.json",
    ".github/workflows/wiq.yml": "dateien/github-wiq.yml",
    ".forgejo/workflows/wiq.yml": "dateien/forgejo-wiq.yml",
    ".gitlab-ci.yml": "dateien/gitlab-ci.yml",
}
# What belongs to wiq and not to the network: `wiq doctor --fix` writes it anew.
HOOKS = {f".wiq/hooks/{name}": f"dateien/hook-{name}" for name in ("pre-commit", "commit-msg", "pre-push")}
# key of wiq.yaml → the option of `wiq init` that fills it
OPTIONS = {
    "name": "--name", "ort": "--place", "bundesland": "--state", "domain": "--domain", "traeger": "--carrier",
    "datenschutz": "--privacy", "impressum": "--imprint",
}  # fmt: skip


def settings_sections(answers: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Give every key of ``wiq.yaml`` with its explanation and what is known of it."""
    for name, field in Netzwerk.model_fields.items():
        if name not in ("schema", "schwellen"):
            yield (
                name,
                str(field.description),
                answers.get(name) or (field.default if isinstance(field.default, str) else None),
            )

from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.console import out
from wiq_cli.cli.german import GermanTyper, choice

app = GermanTyper()
SHELLS = ("bash", "zsh", "fish")


@app.command()
def completion(
    shell: Annotated[
        str, typer.Argument(metavar="|".join(SHELLS), parser=choice(*SHELLS), help="Womit du am Terminal arbeitest.")
    ],
) -> None:
    """Gibt aus, womit dein Terminal Aufrufe von wiq per Tabulatortaste ergänzt.

    Für bash genügt eine Zeile in ~/.bashrc: eval "$(wiq completion bash)". In ~/.zshrc steht dasselbe mit zsh, hinter
    compinit. Für fish: wiq completion fish > ~/.config/fish/completions/wiq.fish
    """
    from wiq_cli import resources  # noqa: PLC0415  # start-up

    out((resources.folder("templates") / "completion" / f"wiq.{shell}").read_text(encoding="utf-8"))

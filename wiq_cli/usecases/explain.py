"""Which rule somebody asks for: by its number, its name, or a word in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.naehe import near, nearest
from wiq_cli.domain.slug import slug
from wiq_cli.rules.engine import rule, rule_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.rules.engine import Rule

NUMBER = re.compile(r"(?:WIQ)?([0-9]{1,3})")
BETWEEN = re.compile(r"[,;\s]+")


def find(word: str) -> list[Rule]:
    """Give the rule of that number or name, else all rules that speak of the word."""
    match = NUMBER.fullmatch(re.sub(r"[\s_-]", "", word).upper())
    if match:
        rule_id = f"WIQ{int(match[1]):03}"
        return [rule(rule_id)] if rule_id in rule_files() else []
    wanted = slug(word)
    if not wanted:
        return []
    rules = [rule(one) for one in rule_files()]
    return (
        [one for one in rules if one.name == wanted]
        or [one for one in rules if wanted in one.name or wanted in slug(one.title)]
        or [one for one in rules if word.strip().casefold() in one.page.casefold()]
    )


def chosen(words: Iterable[str]) -> tuple[str, ...]:
    """Give ids or beginnings of ids: ``WIQ103``, ``103``, ``WIQ1``, ``zu-viele-teilziele``, several with commas.

    Raises ``WrongCall`` for a word that fits no rule: nobody may believe that something was looked at, or left out.
    """
    return tuple(_beginning(one) for word in words for one in BETWEEN.split(word) if one or not word.strip())


def _beginning(word: str) -> str:
    plain = re.sub(r"[_-]", "", word).upper()
    start = f"WIQ{plain.removeprefix('WIQ')}"
    if plain and any(one.startswith(start) for one in rule_files()):
        return start
    by_name = {rule(one).name: one for one in rule_files()}
    if named := by_name.get(slug(word)):
        return named
    raise WrongCall(f"Diese Regel gibt es nicht. {meant_rule(word)}")


def meant_rule(word: str) -> str:
    """Say which rule was probably meant, or where all of them stand."""
    meant = similar(word)
    return f"Meintest du {meant.id} ({meant.title})?" if meant else "Alle zeigt „wiq rules“."


def similar(word: str) -> Rule | None:
    """Give the rule that was probably meant."""
    number = NUMBER.fullmatch(word.upper())
    if number and (full := f"WIQ{number[1]:>03}") in rule_files():
        return rule(full)
    if meant := nearest(word.upper().replace("O", "0"), rule_files()):
        return rule(meant)
    names = {rule(one).name: one for one in rule_files()}
    return next((rule(names[one]) for one in near(slug(word), names, most=1)), None)

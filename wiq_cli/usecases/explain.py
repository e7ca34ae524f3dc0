"""Which rule somebody asks for: by its number, its name, or a word in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.naehe import near, nearest
from wiq_cli.domain.slug import slug
from wiq_cli.rules.engine import rule, rule_files

if TYPE_CHECKING:
    from wiq_cli.rules.engine import Rule

NUMBER = re.compile(r"(?:WIQ)?([0-9]{1,3})")


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


def similar(word: str) -> Rule | None:
    """Give the rule that was probably meant."""
    if meant := nearest(word.upper().replace("O", "0"), rule_files()):
        return rule(meant)
    names = {rule(one).name: one for one in rule_files()}
    return next((rule(names[one]) for one in near(slug(word), names, most=1)), None)

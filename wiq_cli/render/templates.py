"""Jinja, kept on a short lead: sandboxed, strict about names, escaping by the kind of page and not by its file name."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from wiq_cli.domain.errors import NothingToDo
from wiq_cli.render import german, markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import CodeType

    from jinja2.bccache import Bucket

SHOWN = (".html.j2", ".css", ".js")


class Kept(Protocol):
    """Where compiled templates are kept from one run to the next."""

    def get(self, name: str) -> bytes | None:
        """Give what was kept, if anything was."""

    def put(self, name: str, data: bytes) -> None:
        """Keep something."""


class Compiled(jinja2.BytecodeCache):
    """The templates that are compiled already: a preview, or a second try without a team, compiles none again.

    What is ``kept`` for other runs is what ships with wiq; from a folder of a network never comes code.
    """

    _known: ClassVar[dict[str, tuple[str, CodeType | None]]] = {}

    def __init__(self, kind: str, own: Iterable[str], kept: Kept | None) -> None:
        self._kind = kind
        self._own = {self.get_cache_key(name, name) for name in own}
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._known.get(self._name(bucket), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif (kept := self._kept_for(bucket)) and (data := kept.get(self._name(bucket))):
            try:
                bucket.bytecode_from_string(data)
            except Exception:  # noqa: BLE001  # what is damaged says so in many ways, and is compiled anew
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[self._name(bucket)] = (bucket.checksum, bucket.code)
        if kept := self._kept_for(bucket):
            kept.put(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return f"{self._kind}-{bucket.key}"

    def _kept_for(self, bucket: Bucket) -> Kept | None:
        return None if bucket.key in self._own else self._kept


class Templates:
    """All templates of a run, by name. ``texts`` holds the network's own where there are any, else the shipped ones."""

    def __init__(self, texts: Mapping[str, str], own: frozenset[str] = frozenset(), kept: Kept | None = None) -> None:
        self._texts = texts
        self._own = own
        for_html = Compiled("html", own, kept)  # how a value is escaped is part of the code
        for_markdown = Compiled("markdown", own, kept)
        self._html = self._environment(autoescape=True, finalize=_for_html, bytecode_cache=for_html)
        self._markdown = self._environment(autoescape=False, finalize=_for_markdown, bytecode_cache=for_markdown)
        self._markdown.filters |= {"markdown": markdown.written, "markdown_zeile": markdown.written_line}

    def html(self, name: str, /, **values: Any) -> str:
        """Fill a template of a page."""
        return self._fill(self._html, name, values)

    def markdown(self, name: str, /, **values: Any) -> str:
        """Fill a template of a Markdown text."""
        return markdown.page(self._fill(self._markdown, name, values))

    @property
    def own(self) -> frozenset[str]:
        """The names of the network's own."""
        return self._own

    @property
    def fingerprint(self) -> str:
        """Say in a few letters which templates these are, as far as a page shows it."""
        shown = [(name, text) for name, text in sorted(self._texts.items()) if name.endswith(SHOWN)]
        return sha256(repr(shown).encode()).hexdigest()[:16]

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self._texts

    def text(self, name: str) -> str:
        """Give a file that is no template, such as the stylesheet."""
        return self._texts[name]

    def check(self) -> None:
        """Read the network's own templates without filling them; raises ``NothingToDo`` for the first broken one."""
        for name in sorted(self._own):
            try:
                self._html.parse(self._texts[name] if name.endswith(".j2") else "")
            except jinja2.TemplateSyntaxError as error:
                raise self._broken(name, error.lineno, error) from None

    def _environment(self, **more: Any) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FunctionLoader(self._load),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            **more,
        )
        environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
        environment.filters["absaetze"] = german.paragraphs
        environment.filters["markdown"] = markdown.markdown
        environment.filters["markdown_zeile"] = markdown.markdown_line
        environment.filters["ohne_markdown"] = markdown.unmarked
        del environment.filters["safe"]  # nothing that comes out of a file is markup
        return environment

    def _load(self, name: str) -> tuple[str, str, None] | None:
        return (self._texts[name], name, None) if name in self._texts else None

    def _fill(self, environment: ImmutableSandboxedEnvironment, name: str, values: dict[str, Any]) -> str:
        try:
            return environment.get_template(name).render(values)
        except jinja2.TemplateSyntaxError as error:
            raise self._broken(error.name or name, error.lineno, error) from None
        except Exception as error:
            place = self._place(error)
            if place is None and not isinstance(error, jinja2.TemplateError):
                raise
            raise self._broken(*(place or (name, 1)), error) from None

    def _place(self, error: Exception) -> tuple[str, int] | None:
        """Find the innermost template in the traceback; jinja writes its names and lines there."""
        place, trace = None, error.__traceback__
        while trace is not None:
            if (file := trace.tb_frame.f_code.co_filename) in self._texts:
                place = (file, trace.tb_lineno)
            trace = trace.tb_next
        return place

    def _broken(self, name: str, line: int, error: Exception) -> NothingToDo:
        """Say where a template is broken. What jinja says may quote values, so it is left out."""
        match error:
            case jinja2.TemplateNotFound():
                fault = "Sie bindet eine Vorlage ein, die es nicht gibt."
            case jinja2.TemplateSyntaxError():
                fault = "Hier stimmt die Schreibweise nicht. Prüf Klammern, Filter und „end…“."
            case jinja2.UndefinedError():
                fault = "Diesen Namen gibt es hier nicht. Vergleich ihn mit der mitgelieferten Vorlage."
            case SecurityError():
                fault = "Das darf eine Vorlage nicht."
            case _:
                fault = "Diese Zeile lässt sich nicht ausfüllen."
        where = f"vorlagen/{name}" if name in self._own else name
        return NothingToDo(f"{where}:{line}: Die Vorlage ist kaputt. {fault} Es wurde nichts veröffentlicht.")


def _checked(value: Any) -> Any:
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises: StrictUndefined has no text
    if value is None:
        return ""
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
        return german.number(value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, str):
        return value
    raise TypeError(f"{type(value).__name__} is nothing to print")


def _for_html(value: Any) -> Any:
    """Write a value inside a line; what is markup already stays as it is."""
    text = _checked(value)
    return text if isinstance(text, Markup) or "\n" not in text else markdown.line(text)


def _for_markdown(value: Any) -> Any:
    """Write a value so that Markdown shows it as it stands, on one line; what is Markdown already stays as it is."""
    text = _checked(value)
    if isinstance(text, Markup):
        raise TypeError("markup is nothing for Markdown")
    return text if isinstance(text, markdown.Written) else markdown.as_it_stands(text)

"""What a template needs to know of a form: labels, values, errors, in the reader's language."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Choice(Struct, frozen=True):
    """One of a field's choices."""

    value: str
    text: str
    hint: str = ""
    checked: bool = False


class FieldView(Struct, frozen=True):
    """One field, or one group of radio buttons. `error` is empty when all is well.

    One that `follows` asks for what the last choice of the field before it leaves open. `autocomplete` is
    what a browser may fill in by itself, by its name in HTML. Of several lines are a `textarea`, for lines
    of a table, and a `message`.
    """

    name: str
    kind: Literal["radios", "text", "email", "select", "file", "textarea", "message"]
    label: str
    hint: str = ""
    value: str = ""
    error: str = ""
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    inputmode: Literal["text", "decimal"] = "text"
    follows: bool = False
    autocomplete: str = ""

    @property
    def anchor(self) -> str:
        """The id that the error summary links to: the first radio button, or the field itself."""
        return f"{self.name}-0" if self.kind == "radios" else self.name


class MoreFields(Struct, frozen=True):
    """Fields that few need, folded away under a `summary` unless `opened`."""

    summary: str
    fields: tuple[FieldView, ...]
    opened: bool = False


class Trap(Struct, frozen=True):
    """A field that no person sees and robots fill in; `label` asks whoever meets it to leave it empty."""

    name: str
    label: str


class FormView(Struct, frozen=True):
    """A whole form: where it goes, what it asks, what its button says.

    `button_amounts` is what the button says of a sum that was chosen, `{amount}` in its place, by the rhythm.
    A page with the form loads `script`, if there is one. A form with `files` sends them; the button of a
    `plain` one is not the page's main one.
    """

    action: str
    button: str
    after_button: str
    fields: tuple[FieldView, ...]
    hidden: dict[str, str]
    error_title: str = ""
    error_label: str = ""
    trap: Trap | None = None
    more: MoreFields | None = None
    button_amounts: dict[str, str] = {}
    script: str = ""
    files: bool = False
    plain: bool = False

    @property
    def errors(self) -> tuple[FieldView, ...]:
        """The fields with an error, in the order of the page."""
        more = self.more.fields if self.more else ()
        return tuple(field for field in (*self.fields, *more) if field.error)


class Asked(Struct, frozen=True):
    """A field as the form shows it: with what a screen reader says before its error."""

    field: FieldView
    error_label: str


class AskedMore(Struct, frozen=True):
    """Folded fields as the form shows them: with what a screen reader says before their errors."""

    more: MoreFields
    error_label: str


class Wrong(Struct, frozen=True):
    """A field's error, and what a screen reader says before it."""

    field: FieldView
    label: str

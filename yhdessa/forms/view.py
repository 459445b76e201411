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
    """One field, or one group of radio buttons. `error` is empty when all is well."""

    name: str
    kind: Literal["radios", "text"]
    label: str
    hint: str = ""
    value: str = ""
    error: str = ""
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    inputmode: Literal["text", "decimal"] = "text"

    @property
    def anchor(self) -> str:
        """The id that the error summary links to: the first radio button, or the field itself."""
        return f"{self.name}-0" if self.kind == "radios" else self.name


class FormView(Struct, frozen=True):
    """A whole form: where it goes, what it asks, what its button says."""

    action: str
    button: str
    after_button: str
    fields: tuple[FieldView, ...]
    hidden: dict[str, str]
    error_title: str = ""
    error_label: str = ""

    @property
    def errors(self) -> tuple[FieldView, ...]:
        """The fields with an error, in the order of the page."""
        return tuple(field for field in self.fields if field.error)

"""What of Stripe's parameters the sandbox acts on (``spoken.yml``); the rest answers 501 and is never
ignored.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from yhdessa.sandbox.errors import not_spoken
from yhdessa.sandbox.settings import Json

_WHOLE = None


@cache
def spoken() -> Json:
    """By operation: names of parameters; a name with names below it is spoken in part, another one whole."""
    told = yaml.safe_load((Path(__file__).parent / "spoken.yml").read_text("utf-8"))
    return {operation: _table(names) for operation, names in told.items()}


def refuse_unspoken(operation_id: str, params: Json) -> None:
    """Raise the 501 for the first parameter of a request that the sandbox would have to ignore."""
    _refuse_outside(params, spoken()[operation_id], "")


def _table(names: list[Any]) -> Json:
    table: Json = {}
    for name in names:
        if isinstance(name, dict):
            table |= {parent: _table(children) for parent, children in name.items()}
        else:
            table[name] = _WHOLE
    return table


def _refuse_outside(value: Any, table: Json | None, param: str) -> None:
    if table is _WHOLE:
        return
    if isinstance(value, list):
        for index, each in enumerate(value):
            _refuse_outside(each, table, f"{param}[{index}]")
    elif isinstance(value, dict):
        for name, child in value.items():
            path = f"{param}[{name}]" if param else name
            if name not in table:
                raise not_spoken(f"the parameter {path}", path)
            _refuse_outside(child, table[name], path)

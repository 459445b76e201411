"""The starter: what `yhdessa new` writes, a project of one's own that builds at once.

`choices` reads what was asked for, `tree` makes the content of it from `skeleton/` (a whole sound tree in
Finnish, Swedish and English), `project` writes it beside a copy of the house. Imports `model` and `l10n`;
nothing imports it but `cli`.
"""

from yhdessa.starter.project import run_new

__all__ = ["run_new"]

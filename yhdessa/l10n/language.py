"""The names that stood here before each noun had a module of its own; see `__init__`. Import from there."""

from yhdessa.l10n.dates import format_date, format_years
from yhdessa.l10n.endonyms import ENDONYMS
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.percent import PERCENT_ENDINGS, format_percent
from yhdessa.l10n.tags import language_tag

__all__ = [
    "ENDONYMS",
    "PERCENT_ENDINGS",
    "format_date",
    "format_number",
    "format_percent",
    "format_years",
    "language_tag",
]

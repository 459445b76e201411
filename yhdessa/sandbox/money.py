"""Amounts as a reader of a language writes them."""

from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision


def formatted(amount: int, currency: str, language: str) -> str:
    """Minor units of a currency (2000, ``eur``) -> text (``20,00 €``) in fi, sv or en."""
    code = currency.upper()
    value = Decimal(amount).scaleb(-get_currency_precision(code))
    return str(format_currency(value, code, locale=language))

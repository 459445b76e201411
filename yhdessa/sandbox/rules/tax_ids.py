"""Which tax ids are well formed; see ``rules.yml``."""

import re

_EU_VAT = {"DE": 9, "DK": 8, "EE": 9, "FI": 8, "SE": 12}
"""How many digits follow the country, where the site's organisations are likely to be."""


def is_tax_id(kind: str, value: str) -> bool:
    """Whether a value has the form of its type; types that no flow of ours uses only must not be empty."""
    if kind != "eu_vat":
        return value.strip() != ""
    digits = _EU_VAT.get(value[:2])
    shape = rf"{value[:2]}[0-9]{{{digits}}}" if digits else r"[A-Z]{2}[0-9A-Z+*.]{2,12}"
    return re.fullmatch(shape, value) is not None

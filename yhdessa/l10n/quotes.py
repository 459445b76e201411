"""Quotes: the quotation marks of each language, and those inside them."""

from __future__ import annotations

import re

from yhdessa.l10n.tags import base_language

#: Outer and inner marks. Kielitoimisto: Lainausmerkit; Svenska skrivregler: Citattecken; the rest CLDR,
#: delimiters, which Babel does not carry.
MARKS = {
    "fi": "””’’",
    "sv": "””’’",
    "en": "“”‘’",
    "de": "„“‚‘",
    "nb": "«»‘’",
    "nn": "«»‘’",
    "da": "“”‘’",
    "et": "„“«»",
    "is": "„“‚‘",
}
#: The root of CLDR.
MARKS_ELSEWHERE = "“”‘’"


def quote(text: str, language: str) -> str:
    """`text` in the quotation marks of `language`, and what is quoted in it in the inner ones.

    fi and sv ”… ’…’ …”, en “… ‘…’ …”. Inside, the language's own outer marks and pairs of straight ones (")
    become inner marks; the marks of other languages stay as they are.
    """
    outer, outer_end, inner, inner_end = tuple(MARKS.get(base_language(language), MARKS_ELSEWHERE))
    inside = re.sub(r'"([^"]*)"', rf"{inner}\1{inner_end}", text)
    inside = inside.replace(outer, inner).replace(outer_end, inner_end)
    return f"{outer}{inside}{outer_end}"

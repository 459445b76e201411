"""What no page may show of how it was made: traces, templates that nobody filled, libraries, keys."""

from __future__ import annotations

import re

MADE_OF = r"Traceback|Error\b.*line \d|werkzeug|jinja2|site-packages|sk_test"
INNARDS = re.compile(rf"{MADE_OF}|\{{\{{|\{{%", re.IGNORECASE)
BRACES = ("{{", "{%")


def innards(page: str, *sent: str) -> list[str]:
    """What of our innards `page` shows. A form that comes back shows what was `sent`: where that holds braces
    of templates, those of the page may be the visitor's own.
    """
    theirs = any(brace in text for text in sent for brace in BRACES)
    return re.findall(MADE_OF, page, re.IGNORECASE) if theirs else INNARDS.findall(page)

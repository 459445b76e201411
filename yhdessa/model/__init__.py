"""Content: YAML and Markdown with line numbers -> typed models -> checks.

What an editor writes comes in here, and leaves as one `Content`, or as a list of `Problem`s that name
file, line, field and remedy. Knows neither MkDocs nor Stripe; imports only `l10n`.
"""

from yhdessa.model.content import Content
from yhdessa.model.loader import load_content
from yhdessa.model.problem import ContentProblems, Problem

__all__ = ["Content", "ContentProblems", "Problem", "load_content"]

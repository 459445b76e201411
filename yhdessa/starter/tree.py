"""The tree of a new project: the skeleton's files, changed to what was chosen. Pure: text in, text out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from yhdessa.starter.choices import Choices

#: The languages that the skeleton has words in; any other begins with the English ones.
SKELETON_LANGUAGES = ("fi", "sv", "en")
BORROWED = "en"
#: What a sum of the skeleton, in euros, becomes in another currency: a round one, not a rate.
SCALE = {"EUR": 1, "SEK": 10}
TO_TRANSLATE = "# To be translated: these words are English."
PENDING = "# What is shown in the first language until it is translated. When it is, take its line away here."

#: Files by their path in the project.
Files = dict[str, str]


def new_tree(skeleton: Mapping[str, str], choices: Choices) -> Files:
    """The content and docs of a new project, from those of the skeleton."""
    files = {name: _facts(name, text, choices) for name, text in skeleton.items() if _folder(name) == "facts"}
    for language in choices.languages:
        files |= dict(_words(skeleton, language, choices))
    return files


def borrowed(choices: Choices) -> tuple[str, ...]:
    """The chosen languages that begin with English words."""
    return tuple(language for language in choices.languages if language not in SKELETON_LANGUAGES)


def waits(language: str, choices: Choices) -> bool:
    """Whether the language shows the pages of docs/ in the first language, until they are translated."""
    return language in borrowed(choices) and choices.languages[0] in SKELETON_LANGUAGES


def _facts(name: str, text: str, choices: Choices) -> str:
    if name == "content/facts/organisation.yml":
        text = with_line(text, "country", choices.country)
        text = with_line(text, "currency", choices.currency)
        return with_line(text, "languages", f"[{', '.join(choices.languages)}]")
    return re.sub(r"(\d[\d ]*) EUR\b", lambda match: _sum(match[1], choices.currency), text)


def _sum(digits: str, currency: str) -> str:
    amount = int(digits.replace(" ", "")) * SCALE[currency]
    return f"{amount:,} {currency}".replace(",", " ")


def _words(skeleton: Mapping[str, str], language: str, choices: Choices) -> Iterator[tuple[str, str]]:
    source = language if language in SKELETON_LANGUAGES else BORROWED
    for name, text in skeleton.items():
        top, folder, rest = name.split("/", 2)
        if folder != source or (top == "docs" and waits(language, choices)):
            continue
        named = NAMED[rest](text, choices.name) if rest in NAMED and choices.name else text
        yield f"{top}/{language}/{rest}", named if source == language else _marked(named)
    if waits(language, choices):
        pages = [name.split("/", 2)[2].removesuffix(".md") for name in skeleton if _is_page(name, source)]
        yield f"content/{language}/pending.yml", f"{PENDING}\npages: [{', '.join(sorted(pages))}]\n"


def _is_page(name: str, language: str) -> bool:
    return name.startswith(f"docs/{language}/")


def _marked(text: str) -> str:
    """`text` with a comment that says it is to be translated: first, or first in its front matter."""
    if text.startswith("---\n"):
        return text.replace("---\n", f"---\n{TO_TRANSLATE}\n", 1)
    return f"{TO_TRANSLATE}\n{text}"


def _with_name(text: str, name: str) -> str:
    return with_line(text, "name", quoted(name))


def _with_front_title(text: str, name: str) -> str:
    """The front page comes first in pages.yml, and its title is what browsers and search engines show."""
    return re.sub(r"(?m)^  title: .*$", lambda _: f"  title: {quoted(name)}", text, count=1)


#: The files of words that say the organisation's name, and how it is put there.
NAMED = {"organisation.yml": _with_name, "pages.yml": _with_front_title}


def quoted(name: str) -> str:
    """`name` as YAML between quotation marks, which are those of JSON."""
    return json.dumps(name, ensure_ascii=False)


def with_line(text: str, key: str, value: str) -> str:
    """`text` with another value in its one line `key: ...`."""
    changed, count = re.subn(rf"(?m)^{key}: .*$", lambda _: f"{key}: {value}", text)
    if count != 1:
        raise ValueError(f"{count} lines begin with `{key}:`, and one should")
    return changed


def _folder(name: str) -> str:
    return name.split("/")[1]

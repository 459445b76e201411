"""The content tree: every file read, checked and held together; every problem in one run."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from yhdessa.l10n.tags import language_tag
from yhdessa.model.arithmetic.report import check_report
from yhdessa.model.content import Content, Words
from yhdessa.model.document import Document, load_document
from yhdessa.model.explain import explain, nearest
from yhdessa.model.fields import Identifier
from yhdessa.model.files import (
    FACT_FILES,
    FACT_FOLDERS,
    OPTIONAL_FILES,
    OWN_FILES,
    WORD_FILES,
    WORD_FOLDERS,
    adapter,
)
from yhdessa.model.honesty.checks import check_honesty
from yhdessa.model.logos import FOLDER, Size, read_logo
from yhdessa.model.organisation import Organisation
from yhdessa.model.pending import PendingWords, SourceWords, check_pending, waiting_texts, with_source_texts
from yhdessa.model.problem import ContentProblems, Problem, printable
from yhdessa.model.prose import ProseWords
from yhdessa.model.prose_pages import check_prose, stray_pages
from yhdessa.model.references import check_languages, check_references
from yhdessa.model.translations import check_figures_agree, check_translations


def load_content(project: Path, today: datetime.date | None = None, public: bool = False) -> Content:
    """The content of the folders `content` and `docs`, fit to be shown `today`, to the `public` or not.

    Without a day it is the demonstration's own, or the real one (honesty/clock.py).
    Raises ContentProblems with every problem that was found, if there is any.
    """
    loader = _Loader(project, today, public)
    try:
        with no_collection():
            return loader.load()
    except OSError as error:
        # A folder that may not be listed, a loop of links: what the operating system refuses to look at.
        file = Path(str(error.filename))
        place = file.relative_to(project) if file.is_relative_to(project) else file
        refused = Problem(printable(place.as_posix()), 0, "", f"cannot be read: {error.strerror}")
        raise ContentProblems([*loader.problems, refused]) from error


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector away: what is loaded stays, and looking through it took half of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def check_arithmetic(content: Content) -> list[Problem]:
    """Whether the impact report adds up; nothing, where there is none."""
    if content.impact is None:
        return []
    document = content.document("facts", "impact.yml")
    return [finding.problem for finding in check_report(content.impact, document)]


def _is_identifier(name: str) -> bool:
    try:
        adapter(Identifier).validate_python(name)
    except ValidationError:
        return False
    return True


class _Loader:
    """Reads one tree; collects problems instead of stopping at the first."""

    def __init__(self, project: Path, today: datetime.date | None, public: bool) -> None:
        self.today, self.public = today, public
        self.root = project / "content"
        self.docs = project / "docs"
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}

    def load(self) -> Content:
        if not self.root.is_dir():
            remedy = "run this in the project's folder, or make the folder"
            raise ContentProblems([Problem("content", 0, "", "is missing: there is no such folder", remedy)])
        facts = self.part("facts", FACT_FILES, FACT_FOLDERS, ".yml")
        organisation = facts.get("organisation")
        if not isinstance(organisation, Organisation):
            raise ContentProblems(self.problems)
        unspeakable = check_languages(organisation, self.documents["content/facts/organisation.yml"])
        if unspeakable:
            raise ContentProblems([*self.problems, *unspeakable])
        self.problems += stray_pages(self.docs, organisation.languages)
        words = {language: self.language(language) for language in organisation.languages}
        pending = {language: words[language].pop("pending", None) for language in words}
        there = [language for language in organisation.languages if (self.root / language).is_dir()]
        waiting = {language: waiting_texts(self.documents, language) for language in there}
        untranslated = check_translations(self.documents, there, waiting)
        told = {(problem.file, problem.field) for problem in untranslated}
        # What another language has is a missing translation, and no missing field besides.
        self.problems = [problem for problem in self.problems if (problem.file, problem.field) not in told]
        self.problems += untranslated
        if self.problems:
            # References are checked between whole files: a broken one would raise false alarms.
            raise ContentProblems(self.problems)
        remarks = self.fill_pending(organisation, words, pending)
        content = Content(
            **facts, words={key: Words(**value) for key, value in words.items()}, documents=self.documents
        )
        problems = check_references(content) + check_prose(content)
        problems = problems or check_figures_agree(self.documents, content.languages)
        problems = problems or check_honesty(content, self.docs, self.today, self.public)
        problems += [*remarks, *check_arithmetic(content)]
        if any(problem.severity == "error" for problem in problems):
            raise ContentProblems(problems)
        return replace(content, remarks=sorted(problems), logos=self.logos(content))

    def logos(self, content: Content) -> dict[str, Size]:
        """How large the partners' logos are; all of them have been found sound."""
        named = {name: partner.logo for name, partner in content.partners.items() if partner.logo}
        return {name: read_logo(self.docs / FOLDER / logo) for name, logo in named.items()}

    def fill_pending(
        self,
        organisation: Organisation,
        words: dict[str, dict[str, Any]],
        pending: dict[str, PendingWords | None],
    ) -> list[Problem]:
        """Put the first language's texts where another's are pending; the warnings that come of it."""
        first, *others = organisation.languages
        source = SourceWords(language_tag(first, organisation.country), words[first], words[first]["prose"])
        remarks: list[Problem] = []
        for language in others:
            waiting = pending[language]
            if waiting is None:
                continue
            document = self.documents[f"content/{language}/pending.yml"]
            problems = list(check_pending(document, waiting, source, words[language]))
            if any(problem.severity == "error" for problem in problems):
                raise ContentProblems(problems)
            words[language] = with_source_texts(words[language], waiting, source)
            remarks += problems
        return remarks

    def language(self, language: str) -> dict[str, Any]:
        part = self.part(language, WORD_FILES, WORD_FOLDERS, ".md")
        return {"language": language, "prose": self.prose(language), **part}

    def prose(self, language: str) -> dict[str, Any]:
        """The front matter of the Markdown pages of one language, by their paths without `.md`."""
        folder = self.docs / language
        names = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md"))
        shown = f"docs/{language}"
        for name in names:
            if not name.isprintable():
                remedy = "write it with letters, digits and hyphens"
                place = printable(f"{shown}/{name}.md")
                self.problems.append(Problem(place, 0, "", "has a name that cannot be printed", remedy))
        return {
            name: self.validated(folder / f"{name}.md", f"{shown}/{name}.md", ProseWords) for name in names
        }

    def part(self, name: str, files: dict[str, Any], folders: dict[str, Any], ending: str) -> dict[str, Any]:
        """One folder of the tree: its single files, and its folders of one file an id."""
        folder = self.root / name
        if not folder.is_dir():
            remedy = f"make the folder content/{name} and its files, or take {name} out of `languages`"
            self.problems.append(
                Problem(f"content/{name}", 0, "", "is missing: there is no such folder", remedy)
            )
            return {}
        self.unknown_files(name, [f"{file}.yml" for file in files], list(folders))
        found = {key: self.record(f"{name}/{key}.yml", shape) for key, shape in files.items()}
        for key, shape in folders.items():
            found[key] = {
                file.stem: self.record(f"{name}/{key}/{file.name}", shape)
                for file in self.ids(name, key, ending)
            }
        return found

    def ids(self, name: str, key: str, ending: str) -> Iterator[Path]:
        for file in sorted((self.root / name / key).glob("*")):
            place = printable(f"content/{name}/{key}/{file.name}")
            if file.name.startswith("."):
                # What operating systems and editors leave behind.
                continue
            if file.suffix != ending:
                remedy = f"its name should end in {ending}"
                self.problems.append(Problem(place, 0, "", "is not a file that is read here", remedy))
            elif not _is_identifier(file.stem):
                remedy = f"write it with small letters a-z, digits and hyphens: no-loneliness{ending}"
                self.problems.append(Problem(place, 0, "", "has a name that is no id", remedy))
            else:
                yield file

    def record(self, name: str, shape: Any) -> Any:
        path, shown = self.root / name, f"content/{name}"
        if not path.is_file():
            if path.stem in OWN_FILES or (
                path.stem in OPTIONAL_FILES and not any(self.root.glob(f"*/{path.name}"))
            ):
                return None
            self.problems.append(Problem(shown, 0, "", "is missing: there is no such file"))
            return None
        return self.validated(path, shown, shape)

    def validated(self, path: Path, shown: str, shape: Any) -> Any:
        """What the file at `path`, known to editors as `shown`, holds; None when it has problems."""
        document, problems = load_document(path, shown)
        self.documents[shown] = document
        self.problems += problems
        if problems:
            document.unreadable = True
            return None
        try:
            return adapter(shape).validate_python(document.data)
        except ValidationError as error:
            self.problems += explain(error, document, shape)
            return None

    def unknown_files(self, name: str, files: list[str], folders: list[str]) -> None:
        for entry in sorted((self.root / name).iterdir()):
            known = folders if entry.is_dir() else files
            if entry.name not in known and not entry.name.startswith("."):
                place = printable(f"content/{name}/{entry.name}")
                self.problems.append(
                    Problem(
                        place, 0, "", "is not a file that is read here", nearest(printable(entry.name), known)
                    )
                )

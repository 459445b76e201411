"""MkDocs' events: content in, page plans out, and the finished site swapped in whole.

Thin on purpose: all that is not MkDocs' own is in `yhdessa`. `mkdocs serve` does not reload this file or
`yhdessa` when they change: start it again. Three languages are three builds, the second and third inside the
first one's `on_post_build`, by mkdocs-static-i18n 1.3.1, whose `building` tells which is which.
"""

from __future__ import annotations

import gc
import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.config import I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

from yhdessa.l10n.endonyms import endonym
from yhdessa.model import ContentProblems
from yhdessa.pages.build import Build, WarningCount
from yhdessa.pages.maker import PagePlan
from yhdessa.pages.search_index import NoIndex

log = logging.getLogger("mkdocs.yhdessa")
build: Build | None = None


def on_startup(command: str, dirty: bool) -> None:
    """A build is short and makes no rubbish that matters: collecting it took a fifth of the time."""
    if command != "serve":
        gc.disable()


def i18n(config: MkDocsConfig) -> I18n:
    """The plugin of the languages."""
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


class PlannedFile(File):
    """A page that content made: MkDocs knows its address, so that links to it are checked, and writes it."""

    def __init__(self, plan: PagePlan, config: MkDocsConfig) -> None:
        inclusion = InclusionLevel.INCLUDED
        super().__init__(f"{plan.language}/{plan.name}.md", None, config.site_dir, True, inclusion=inclusion)
        self.plan = plan

    def is_documentation_page(self) -> bool:
        """There is no Markdown to read, nor a page for MkDocs' own templates."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Write the page where MkDocs would copy a file."""
        page = current().renderer.render(self.plan.shell, self.plan.page)
        destination = Path(self.abs_dest_path)
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_text(page, encoding="utf-8")


def current() -> Build:
    """The build under way; there is one from `on_config` on."""
    assert build is not None
    return build


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Before the first language: read the content, and turn the output aside until it is whole."""
    global build
    plugin = i18n(config)
    if plugin.building:
        return config
    project = Path(config.config_file_path).parent
    try:
        build = Build(
            project, str(config.site_url or "/"), Path(config.site_dir), WarningCount.watch("mkdocs")
        )
    except ContentProblems as problems:
        raise PluginError(problems.in_the_way()) from problems
    for remark in build.to_know():
        log.info("warning: %s", remark)
    config.site_dir = str(build.staging)
    config.theme.static_templates.clear()
    # Material's own templates and files are never used; MkDocs would walk through all of them, three times.
    config.theme.dirs = [str(project / "overrides")]
    plugin.config.languages = [language_option(language, build) for language in build.languages]
    return config


def language_option(language: str, site_build: Build) -> I18nPluginLanguage:
    """The plugin's own option for a language of the content."""
    option = I18nPluginLanguage()
    option.load_dict(
        {"locale": language, "name": endonym(language), "default": language == site_build.languages[0]}
    )
    option.validate()
    return option


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """After the plugin has chosen a language's files: leave Material's out, put the content's pages in."""
    language = i18n(config).current_language
    for file in list(files):
        if file.src_dir != config.docs_dir:
            files.remove(file)
        elif file.is_documentation_page():
            name = file.src_uri.removeprefix(f"{language}/").removesuffix(".md")
            place(file, current().site.addresses.file(language, name), config)
    try:
        plans = current().site.plans(language)
    except ContentProblems as problems:
        raise PluginError(problems.in_the_way()) from problems
    for name in sorted(current().content.words[language].pending_pages):
        text = current().source_text(name)
        waiting = File.generated(
            config, f"{language}/{name}.md", content=text, inclusion=InclusionLevel.INCLUDED
        )
        place(waiting, current().site.addresses.file(language, name), config)
        files.append(waiting)
    for plan in plans:
        file = PlannedFile(plan, config)
        place(file, plan.file, config)
        files.append(file)
    return files


def place(file: File, destination: str, config: MkDocsConfig) -> None:
    """Give a file its address: static-i18n has set these by the names of files, which are not localised."""
    file.dest_uri = destination
    file.abs_dest_path = str(Path(config.site_dir) / destination)
    file.url = destination.removesuffix("index.html") or "./"


def on_page_context(
    context: dict[str, object], page: Page, config: MkDocsConfig, nav: object
) -> dict[str, object]:
    """A page of docs/: `main.html` says nothing but `document`."""
    language = i18n(config).current_language
    name = page.file.src_uri.removeprefix(f"{language}/").removesuffix(".md")
    plan = current().site.prose_plan(language, name, page.content or "")
    context["document"] = current().renderer.render(plan.shell, plan.page)
    return context


@event_priority(100)
def _index_language(config: MkDocsConfig) -> None:
    """After the pages of each language, before the plugin begins with the next one: let them be indexed."""
    current().start_search_index(i18n(config).current_language)


@event_priority(-200)
def _finish_site(config: MkDocsConfig) -> None:
    """After the last language: what belongs to the whole site, then the swap, if nothing forbids it."""
    if i18n(config).building:
        return
    current().write_assets()
    try:
        current().search_indexes.finish()
    except NoIndex as error:
        log.warning("%s", error)
    if config.strict and current().warnings.messages:
        # MkDocs itself counts the same warnings after this event, and ends the build with an error.
        return
    current().publish()


on_post_build = CombinedEvent(_index_language, _finish_site)


def on_build_error(error: Exception) -> None:
    """A failed build leaves nothing behind; the last good site stays where it is."""
    if build is not None:
        build.discard()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """`mkdocs serve`: the functions and the sandbox join the site on its port."""
    from yhdessa.dev_server.mount import mount

    mount(server, Path(config.config_file_path).parent)
    return server

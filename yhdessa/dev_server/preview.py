"""The pages as they are served: the last good ones, with what is wrong with the last edit on top of them."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.livereload import _SCRIPT_TEMPLATE
from werkzeug.wrappers import Request, Response

from yhdessa.headers import cache_control, document_headers
from yhdessa.model import ContentProblems
from yhdessa.pages.build import WarningCount

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.yhdessa")

LAST_GOOD = "The last edit cannot be published. These are the last good pages. To mend:"
NOT_STRICT = "The last edit is shown here, but `make build` would not publish it. To mend:"

#: Where the server's own files are: its style, and the script that loads a page again. The policy of the
#: site's headers forbids both inside of a page, here as everywhere.
OWN = "_preview"
STYLE = ".preview-notice{padding:1rem;background:#fff4ce;color:#1f1300;font:1rem/1.5 system-ui;overflow:auto}"
#: What a page says that lets none of its scripts connect: the reloading one could do nothing there.
CLOSED = "connect-src 'none'"
#: The script that MkDocs puts into every page it serves, with the numbers that it is called with.
INLINE = re.compile(r"<script>(?:(?!</script>).)*livereload\((\d+), (\d+)\);\s*</script>", re.DOTALL)


@dataclass(frozen=True)
class Notice:
    """What is shown on top of every page: whose pages these are, and what to mend."""

    title: str
    problem: str


@dataclass
class Preview:
    """The built site as it is served at `site_url`, and what is wrong with the last edit, if anything.

    `stand_in` is the address of the sandbox, where forms may lead.
    """

    pages: WSGIApplication
    build: Callable[[], None]
    rebuilt: Callable[[], None]
    site_url: str
    stand_in: str | None = None
    notice: Notice | None = None

    def rebuild(self) -> None:
        """Build again; when that fails, keep the pages and remember why."""
        try:
            self.build()
        except (Exception, SystemExit) as error:
            self.notice = Notice(LAST_GOOD, describe(error))
            log.error("The last good pages stay until this is mended:\n%s", self.notice.problem)
        else:
            warnings = "\n".join(WarningCount.of("mkdocs"))
            self.notice = Notice(NOT_STRICT, warnings) if warnings else None
            self.rebuilt()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith("/livereload/"):
            return self.pages(environ, start_response)
        response = self.own_file(Request(environ)) or Response.from_app(self.pages, environ)
        if response.mimetype == "text/html":
            # Asked for only now: the pages wait for a build under way, and its notice is the one to show.
            response.set_data(self.prepared(response.get_data(as_text=True), self.notice))
        response.headers.update(document_headers(self.site_url, self.stand_in))
        response.headers["Cache-Control"] = cache_control(path.removeprefix(self.base))
        return response(environ, start_response)

    @property
    def base(self) -> str:
        """The path of the site, as `/` or `/together/`."""
        return urlsplit(self.site_url).path

    def own_file(self, request: Request) -> Response | None:
        """The server's own style or script, if that is what is asked for."""
        name = request.path.removeprefix(f"{self.base}{OWN}/")
        if name == "notice.css":
            return Response(STYLE, content_type="text/css; charset=utf-8")
        if name == "reload.js":
            numbers = {key: request.args.get(key, 0, type=int) for key in ("epoch", "request_id")}
            script = _SCRIPT_TEMPLATE.substitute(numbers)
            return Response(script, content_type="text/javascript; charset=utf-8")
        return None

    def prepared(self, page: str, notice: Notice | None) -> str:
        """`page` as it is served: the script that MkDocs put into it as a file, and the notice on top.

        A page that lets nothing connect is not loaded again by itself.
        """
        own = f"{self.base}{OWN}"
        script = rf'<script src="{own}/reload.js?epoch=\1&amp;request_id=\2"></script>'
        page = INLINE.sub("" if CLOSED in page else script, page)
        return with_notice(page, notice, f"{own}/notice.css") if notice else page


def describe(error: BaseException) -> str:
    """What an editor is told of a failed build: the content's problems, or the first cause there is."""
    cause: BaseException = error
    while (inner := cause.__cause__ or cause.__context__) is not None and not isinstance(
        cause, ContentProblems
    ):
        cause = inner
    return cause.in_the_way() if isinstance(cause, ContentProblems) else str(cause)


def with_notice(page: str, notice: Notice, style: str) -> str:
    """`page` with a notice on top of it, in the style sheet at the address `style`."""
    lines = html.escape(notice.problem)
    box = f'<div class="preview-notice" role="alert"><p>{notice.title}</p><pre>{lines}</pre></div>'
    opening = re.search(r"<body[^>]*>", page)
    place = opening.end() if opening else 0
    return f'{page[:place]}<link rel="stylesheet" href="{style}">{box}{page[place:]}'

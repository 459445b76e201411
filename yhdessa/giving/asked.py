"""What is asked: a request within bounds, and the fields of a form that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Request

from yhdessa.giving.refused import Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

LARGEST_BODY = 64 * 1024
#: More than any form of ours has; a body of a thousand `&` costs time to take apart.
MOST_FIELDS = 60
FORM = "application/x-www-form-urlencoded"


class Asked(Request):
    """A request, its body bounded; `fields` are those of a form, once it has been read."""

    max_content_length = LARGEST_BODY + 1

    def __init__(self, environ: WSGIEnvironment) -> None:
        super().__init__(environ)
        # Bytes that are no text would be an error of ours as soon as somebody looks at `args`.
        self.query_string = self.query_string.decode("utf-8", "replace").encode()
        self.fields: dict[str, str] = {}

    @property
    def language(self) -> str:
        """The language that the form or the address names; empty when neither does."""
        return self.fields.get("language") or self.args.get("language", "")


def read_asked(environ: WSGIEnvironment) -> Asked:
    """The request. Raises Refused (400) for text that no byte stands for.

    API Gateway hands on decoded paths, in which WSGI's Latin-1 has no place for most letters.
    """
    try:
        return Asked(environ)
    except UnicodeEncodeError as error:
        raise Refused(400, "unreadable_path") from error


def read_body(asked: Asked) -> bytes:
    """The body. Raises Refused (413) for a large one.

    Of a body without a length werkzeug cuts off what is too much, so that it is measured here as well.
    """
    try:
        body = asked.get_data()
    except RequestEntityTooLarge as error:
        raise Refused(413, "too_large") from error
    if len(body) > LARGEST_BODY:
        raise Refused(413, "too_large")
    return body


def read_form(asked: Asked) -> dict[str, str]:
    """The fields of a posted form, each the first time that it stands there.

    Raises Refused: 415 for another kind of body, 413 for a large one, 400 for too many fields.
    """
    if asked.mimetype != FORM:
        raise Refused(415, "wrong_type")
    body = read_body(asked)
    if body.count(b"&") >= MOST_FIELDS:
        raise Refused(400, "too_many_fields")
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")
    asked.fields = dict(reversed(pairs))
    return asked.fields

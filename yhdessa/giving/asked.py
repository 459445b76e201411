"""What is asked: a request within bounds, and the fields of a form that was sent."""

from __future__ import annotations

from io import BytesIO
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
PARTS = "multipart/form-data"
#: A file of a remittance may have 4 MB; what stands around it in the form has room as well.
LARGEST_PARTS = 4 * 1024 * 1024 + LARGEST_BODY


class Asked(Request):
    """A request, its body bounded; once a form was read, `fields` are its fields and `uploads` its files."""

    max_content_length = LARGEST_BODY + 1

    def __init__(self, environ: WSGIEnvironment) -> None:
        super().__init__(environ)
        # Bytes that are no text would be an error of ours as soon as somebody looks at `args`.
        self.query_string = self.query_string.decode("utf-8", "replace").encode()
        self.fields: dict[str, str] = {}
        self.uploads: dict[str, bytes] = {}

    def _get_file_stream(self, *_: object, **__: object) -> BytesIO:
        """Files are read in memory: a list of gifts is never written anywhere."""
        return BytesIO()

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


def read_parts(asked: Asked) -> dict[str, str]:
    """The fields and the files of a posted form with files, each the first time that it stands there.

    Raises Refused: 415 for another kind of body, 413 for a large one, 400 for one that is cut.
    """
    if asked.mimetype != PARTS:
        raise Refused(415, "wrong_type")
    asked.max_content_length = asked.max_form_memory_size = LARGEST_PARTS
    asked.max_form_parts = MOST_FIELDS
    try:
        fields, files = asked.form, asked.files
    except RequestEntityTooLarge as error:
        raise Refused(413, "too_large") from error
    except ValueError as error:
        raise Refused(400, "unreadable_parts") from error
    asked.fields = {name: fields[name] for name in fields}
    asked.uploads = {name: files[name].read() for name in files}
    if sum(map(len, asked.uploads.values())) > LARGEST_PARTS:
        raise Refused(413, "too_large")
    return asked.fields

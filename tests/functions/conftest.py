"""Two doors to the same functions: any WSGI host's, and AWS Lambda's behind each kind of API Gateway."""

from __future__ import annotations

import importlib
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest

from tests.serving import ClientAt
from yhdessa.catalogue import Catalogue, load_catalogue, write_catalogue
from yhdessa.model import load_content
from yhdessa.pages.site import Site
from yhdessa.sandbox import Sandbox, serve_sandbox
from yhdessa.view.icons import load_icons

SITE = "http://yhdessa.localhost/"
#: Every module that a host may name.
ENTRIES = (
    "functions.app",
    "functions.companies",
    "functions.server",
    "functions.aws_lambda",
    "functions.aws_lambda_companies",
)


@dataclass(frozen=True)
class Answer:
    """What came out of a door; names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    text: str


Door = Callable[[str, str, str, dict[str, str], bytes], Answer]


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with serve_sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def environment(project: Path, sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a host would set, once a build has written the catalogue."""
    material = find_spec("material")
    assert material is not None
    assert material.origin is not None
    icons = load_icons(Path(material.origin).parent / "templates" / ".icons")
    small = Site(load_content(project / "tests/trees/small"), SITE, "assets/site.css")
    catalogue = tmp_path_factory.mktemp("functions") / "catalogue.json"
    write_catalogue(small.catalogue(icons), catalogue)
    return {
        "SITE_URL": SITE,
        "STRIPE_SECRET_KEY": "sk_test_sandbox",
        "STRIPE_WEBHOOK_SECRET": "whsec_sandbox",
        "STRIPE_API": sandbox.settings.public_url,
        "CATALOGUE": str(catalogue),
        "TEMPLATES": str(project / "overrides"),
    }


@pytest.fixture(scope="session")
def catalogue(environment: dict[str, str]) -> Catalogue:
    return load_catalogue(Path(environment["CATALOGUE"]))


def forget() -> None:
    """The entry points read the environment when they are imported: forget that they ever were."""
    for name in ENTRIES:
        sys.modules.pop(name, None)


@pytest.fixture
def entry(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Import an entry point as a host does at start, in this environment with changes (None: not set)."""

    def imported(name: str, **changes: str | None) -> Any:
        for variable, value in {**environment, **changes}.items():
            if value is None:
                monkeypatch.delenv(variable, raising=False)
            else:
                monkeypatch.setenv(variable, value)
        forget()
        return importlib.import_module(name)

    yield imported
    forget()


def wsgi(entry: Callable[..., Any]) -> Door:
    client = ClientAt(entry("functions.app").app, SITE)

    def through(method: str, path: str, query: str, headers: dict[str, str], body: bytes) -> Answer:
        answer = client.open(path, method=method, query_string=query, headers=headers, data=body)
        return Answer(answer.status_code, {k.lower(): v for k, v in answer.headers}, answer.text)

    return through


def v1(entry: Callable[..., Any], binary: bool) -> Door:
    """REST API. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html"""
    handler = entry("functions.aws_lambda").handler

    def through(method: str, path: str, query: str, headers: dict[str, str], body: bytes) -> Answer:
        pairs = parse_qsl(query, keep_blank_values=True)
        headers = {"Host": "yhdessa.localhost", **headers}
        event = {
            "resource": "/{proxy+}",
            "path": path,
            "httpMethod": method,
            "headers": dict(headers) or None,
            "multiValueHeaders": {name: [value] for name, value in headers.items()} or None,
            "queryStringParameters": dict(pairs) or None,
            "multiValueQueryStringParameters": {name: [value] for name, value in pairs} or None,
            "pathParameters": {"proxy": path.lstrip("/")},
            "stageVariables": None,
            "requestContext": {"httpMethod": method, "identity": {"sourceIp": "192.0.2.1"}, "stage": "prod"},
            **packed(body, binary),
        }
        answer = handler(event, None)
        assert answer["isBase64Encoded"] is False
        headers_ = {name.lower(): values[-1] for name, values in answer["multiValueHeaders"].items()}
        return Answer(answer["statusCode"], headers_, answer["body"])

    return through


def v2(entry: Callable[..., Any], binary: bool) -> Door:
    """HTTP API. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html"""
    handler = entry("functions.aws_lambda").handler

    def through(method: str, path: str, query: str, headers: dict[str, str], body: bytes) -> Answer:
        http = {
            "method": method,
            "path": path,
            "protocol": "HTTP/1.1",
            "sourceIp": "192.0.2.1",
            "userAgent": "x",
        }
        event = {
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": unquote(path),
            "rawQueryString": query,
            "headers": {
                "host": "yhdessa.localhost",
                **{name.lower(): value for name, value in headers.items()},
            },
            "requestContext": {"http": http, "stage": "$default"},
            **packed(body, binary),
        }
        answer = handler(event, None)
        assert answer["isBase64Encoded"] is False
        return Answer(answer["statusCode"], dict(answer["headers"]), answer["body"])

    return through


def packed(body: bytes, binary: bool) -> dict[str, Any]:
    if binary:
        return {"body": b64encode(body).decode(), "isBase64Encoded": True}
    return {"body": body.decode() or None, "isBase64Encoded": False}


DOORS: dict[str, Callable[[Callable[..., Any]], Door]] = {
    "WSGI": wsgi,
    "REST API": lambda entry: v1(entry, binary=False),
    "REST API in base64": lambda entry: v1(entry, binary=True),
    "HTTP API": lambda entry: v2(entry, binary=False),
    "HTTP API in base64": lambda entry: v2(entry, binary=True),
}


@pytest.fixture(params=DOORS)
def door(request: pytest.FixtureRequest, entry: Callable[..., Any]) -> Door:
    """Each door in turn."""
    return DOORS[request.param](entry)

"""A built site as a good host serves it: compressed, with the headers of `yhdessa.headers`, kept alive."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from yhdessa.headers import cache_control, document_headers

HOST = "127.0.0.1"
#: What is sent compressed; pictures and typefaces are so already.
TEXT = (".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".csv")


class Handler(BaseHTTPRequestHandler):
    """Answers with the files of a folder, as `SiteServer` has them."""

    protocol_version = "HTTP/1.1"
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with the file at the path, or with nothing."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.server.site / path
        if file.is_dir():
            file /= "index.html"
        if ".." in path or not file.is_file():
            self.send_error(404)
            return
        zipped = file.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
        body = self.server.compressed(file) if zipped else file.read_bytes()
        self.send_response(200)
        headers = headers_of(file, zipped) | {"Content-Length": str(len(body))}
        for name, value in (headers | {"Cache-Control": cache_control(path)} | self.server.headers).items():
            self.send_header(name, value)
        self.end_headers()
        # Chromium hangs up when it is sent to the next page.
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class SiteServer(ThreadingHTTPServer):
    """The folder `site` on `port` of the loopback address."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        super().__init__((HOST, port), Handler)
        self.site = site
        self.address = f"http://{HOST}:{port}/"
        self.headers = document_headers(self.address)
        self.compressed = cache(lambda file: gzip.compress(file.read_bytes(), compresslevel=6))


def headers_of(file: Path, zipped: bool) -> dict[str, str]:
    """The headers that say what `file` is, and that it is sent compressed."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
    return headers | {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"} if zipped else headers


@contextmanager
def serve_site(site: Path, port: int) -> Iterator[str]:
    """Serve the folder `site` on `port` of the loopback address until the block ends; gives its address."""
    with SiteServer(site, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.address
        finally:
            server.shutdown()
            thread.join()

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


@contextmanager
def serve_site(site: Path, port: int) -> Iterator[str]:
    """Serve the folder `site` on `port` of the loopback address until the block ends; gives its address."""
    address = f"http://{HOST}:{port}/"

    @cache
    def compressed(file: Path) -> bytes:
        return gzip.compress(file.read_bytes(), compresslevel=6)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with the file at the path, or with nothing."""
            path = unquote(urlsplit(self.path).path).lstrip("/")
            file = site / path
            if file.is_dir():
                file /= "index.html"
            if ".." in path or not file.is_file():
                self.send_error(404)
                return
            zipped = file.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
            body = compressed(file) if zipped else file.read_bytes()
            self.send_response(200)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", cache_control(path))
            if zipped:
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Vary", "Accept-Encoding")
            for name, value in document_headers(address).items():
                self.send_header(name, value)
            self.end_headers()
            # Chromium hangs up when it is sent to the next page.
            with suppress(ConnectionError):
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((HOST, port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

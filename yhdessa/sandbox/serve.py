"""A sandbox on a free port of the loopback address, for tests and for a look by hand."""

import dataclasses
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from yhdessa.sandbox.app import Sandbox, create_sandbox
from yhdessa.sandbox.settings import Clock, SandboxSettings

_HOST = "127.0.0.1"


class _QuietHandler(WSGIRequestHandler):
    """One connection a request, so that stopping does not wait for idle ones; no access log."""

    protocol_version = "HTTP/1.0"

    def send_response(self, code: int, message: str | None = None) -> None:
        """Without the machine's Date: an answer of the API tells the sandbox's own."""
        self.send_response_only(code, message)

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serve_sandbox(settings: SandboxSettings | None = None, *, clock: Clock = time.time) -> Iterator[Sandbox]:
    """Run a sandbox until the block ends; its address is ``sandbox.settings.public_url``."""
    with socket.create_server((_HOST, 0)) as listener:
        port = listener.getsockname()[1]
        settings = dataclasses.replace(settings or SandboxSettings(), public_url=f"http://{_HOST}:{port}")
        sandbox = create_sandbox(settings, clock=clock)
        server = make_server(
            _HOST, port, sandbox, threaded=True, request_handler=_QuietHandler, fd=listener.fileno()
        )
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield sandbox
        finally:
            sandbox.close()
            server.shutdown()
            thread.join()
            server.server_close()

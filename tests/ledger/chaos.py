"""Between a sync and the sandbox: lists come in another order, objects come twice, and a sync is killed."""

from __future__ import annotations

import json
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from werkzeug import Request, Response

from tests.serving import served
from yhdessa.sandbox import Sandbox

#: A sync in a process of its own, without the rest of the command, and the most memory it ever had, in kB.
SYNC = """
import sys
from pathlib import Path
from zoneinfo import ZoneInfo
from yhdessa.ledger.commands import run_sync
status = run_sync(Path(sys.argv[1]), ZoneInfo("Europe/Helsinki"))
print("most", next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
sys.exit(status)
"""


class Chaos:
    """A WSGI callable before the sandbox. Objects of a page are shuffled, and some of them come twice.

    Once `countdown` answers have been begun, the process `victim` is killed, at a moment of chance: before
    the answer, or while or after it is read and written down.
    """

    def __init__(self, sandbox: Sandbox, chance: random.Random) -> None:
        self._sandbox, self._chance = sandbox, chance
        self._lock = threading.Lock()
        self.asked = 0
        self.victim: subprocess.Popen[Any] | None = None
        self.countdown = -1

    def __call__(self, environ: Any, start_response: Any) -> Any:
        with self._lock:
            self.asked += 1
            self.countdown -= 1
            strike = self.countdown == 0
            pause = self._chance.random() * 0.03
        if strike:
            threading.Timer(pause, self._kill).start()
        return self._disordered(environ)(environ, start_response)

    def _kill(self) -> None:
        if self.victim is not None:
            self.victim.send_signal(signal.SIGKILL)

    def _disordered(self, environ: Any) -> Response:
        response = Response.from_app(self._sandbox, environ)
        if Request(environ).method != "GET" or not response.is_json:
            return response
        body = json.loads(response.get_data())
        if body.get("object") == "list":
            with self._lock:
                body["data"] += self._chance.sample(body["data"], len(body["data"]) // 10)
                self._chance.shuffle(body["data"])
            response.set_data(json.dumps(body))
        return response


@contextmanager
def in_between(sandbox: Sandbox, chance: random.Random) -> Iterator[tuple[Chaos, str]]:
    """Chaos before `sandbox`, and its address."""
    chaos = Chaos(sandbox, chance)
    with socket.create_server(("127.0.0.1", 0)) as listener, served(chaos, listener) as url:
        yield chaos, url


def begin(folder: Path, url: str) -> subprocess.Popen[str]:
    """A sync into `folder`, under way."""
    return subprocess.Popen(
        [sys.executable, "-c", SYNC, str(folder)],
        env={"STRIPE_API": url, "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def sync_to_the_end(folder: Path, url: str) -> tuple[int, float]:
    """Run a sync until it ends by itself: the most memory it had, in MB, and its seconds."""
    begun = time.monotonic()
    process = begin(folder, url)
    out, err = process.communicate(timeout=900)
    assert process.returncode == 0, err
    return int(out.split("most ")[1]) // 1024, time.monotonic() - begun


def sync_and_kill(folder: Path, url: str, chaos: Chaos, after: int) -> bool:
    """Run a sync and kill it when it has asked `after` times; whether that came before its end."""
    chaos.countdown = after
    chaos.victim = begin(folder, url)
    chaos.victim.communicate(timeout=900)
    chaos.countdown = -1
    return chaos.victim.returncode == -signal.SIGKILL

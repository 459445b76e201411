"""/api/health: that the functions run, and over which build."""

from __future__ import annotations

import msgspec
from werkzeug.wrappers import Response

from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.logs import note


def health(desk: Desk, _: Asked) -> Response:
    """`{"ok": true, "catalogue": "4f6f…"}`, which tells one build from another; asks nobody else."""
    note(outcome="healthy")
    told = msgspec.json.encode({"ok": True, "catalogue": desk.version})
    return Response(told, content_type="application/json")

"""The stand-in for Stripe: the part of its API that we use, its hosted pages, signed webhooks, time, faults.

Stripe cannot be reached from a development machine or a test, so this room has to be as strict as Stripe is.
Every request is held against Stripe's own published description (``contract/``), the names of the newer API
version that the pinned SDK speaks (``contract/endive.yml``) and the written rules of ``rules.yml``; every
object that goes out is held against the same description.

The room imports nothing of ours, and nothing of ours imports it except the development server and tests: code
that takes payments reaches it over HTTP only, with the official ``stripe`` SDK.

How a request travels: ``app`` -> ``api`` (key, version, idempotency, faults) -> ``form`` and ``contract``
(types, names) -> ``rules`` -> ``spoken`` -> ``resources`` (what the API answers, one module an object) ->
``flows`` (what happens: a charge, a renewal, a dispute) -> ``objects`` (as they are made) over the ``store``
-> ``expand`` -> out. The hosted ``pages`` and what time makes due (``timeline``) come to the same ``flows``.
A new resource is an object, a module in ``resources/``, a line in its table, its names in ``spoken.yml``.
``control`` tells what tests may ask for besides. ``tests/stripe`` has flows that run against Stripe as well.
"""

from yhdessa.sandbox.app import Sandbox, create_sandbox
from yhdessa.sandbox.serve import serve_sandbox
from yhdessa.sandbox.settings import SandboxSettings

__all__ = ["Sandbox", "SandboxSettings", "create_sandbox", "serve_sandbox"]

"""One call of the API after its parameters were found right."""

from dataclasses import dataclass

from yhdessa.sandbox.account import Cause
from yhdessa.sandbox.settings import Json


@dataclass(frozen=True)
class Call:
    """The values in the address, the typed parameters, and what events shall name as their cause."""

    arguments: dict[str, str]
    params: Json
    cause: Cause

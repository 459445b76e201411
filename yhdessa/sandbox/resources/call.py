"""One call of the API after its parameters were found right."""

from dataclasses import dataclass

from yhdessa.sandbox.settings import Json


@dataclass(frozen=True)
class Call:
    """The values in the address, and the typed parameters."""

    arguments: dict[str, str]
    params: Json

"""Conditions of the rules for metadata, wherever in the parameters it stands; see ``rules.yml``."""

from collections.abc import Iterator
from typing import Any

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.settings import Json


@rule("metadata-at-most-50-keys")
def _metadata_keys(asked: Asked) -> Iterator[Json]:
    for param, metadata in _every_metadata(asked.params, ""):
        if len(metadata) > 50:
            yield {"param": param}


@rule("metadata-key-at-most-40-characters")
def _metadata_key_length(asked: Asked) -> Iterator[Json]:
    for param, metadata in _every_metadata(asked.params, ""):
        for key in metadata:
            if len(key) > 40:
                yield {"param": param, "key": key}


@rule("metadata-value-at-most-500-characters")
def _metadata_value_length(asked: Asked) -> Iterator[Json]:
    for param, metadata in _every_metadata(asked.params, ""):
        for key, value in metadata.items():
            if len(value) > 500:
                yield {"param": param, "key": key}


def _every_metadata(params: Any, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every ``metadata`` anywhere in the parameters, with its place."""
    if isinstance(params, list):
        for index, each in enumerate(params):
            yield from _every_metadata(each, f"{path}[{index}]")
    elif isinstance(params, dict):
        for name, child in params.items():
            place = f"{path}[{name}]" if path else name
            if name == "metadata" and isinstance(child, dict):
                yield place, child
            else:
                yield from _every_metadata(child, place)

"""One JSON value on standard output, nothing else there."""

import json
from collections.abc import Mapping

import click


def echo_json(value: Mapping[str, object]) -> None:
    """Print ``value`` with ``"format": 1`` before it."""
    click.echo(json.dumps({"format": 1, **value}, ensure_ascii=False, indent=1, default=str))

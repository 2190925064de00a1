"""One database engine for all of nbgrader's steps; opens no connection and changes no statement.

Each step opens the gradebook for itself, ten times a submission, with an engine of its own, for
which SQLAlchemy compiles every statement anew: a fifth of what entering a submission costs. An
engine outlives its connections, which nbgrader goes on to close after each step.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator

import nbgrader.api

_create = functools.lru_cache(maxsize=4)(nbgrader.api.create_engine)


@contextlib.contextmanager
def one_engine() -> Iterator[None]:
    """Have every `Gradebook` of one database that this process opens use the same engine."""
    before, nbgrader.api.create_engine = nbgrader.api.create_engine, _create
    try:
        yield
    finally:
        nbgrader.api.create_engine = before

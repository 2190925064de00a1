"""Turns nbgrader's log aside, from the terminal to whoever wants to hear it."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator


@contextlib.contextmanager
def log_to(handler: logging.Handler) -> Iterator[None]:
    """Send what nbgrader logs, from the handler's own level on, to this handler alone; close it."""
    logger = logging.getLogger("traitlets")
    before = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(handler.level)
    try:
        yield
    finally:
        handler.close()
        logger.handlers, logger.propagate, level = before
        logger.setLevel(level)

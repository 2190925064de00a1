"""How much one message may hold, and the error for one that breaks a rule; never reads any."""

from __future__ import annotations

from dataclasses import dataclass


class WireError(Exception):
    """A value that cannot be sent, or bytes that are no message: its text is one sentence."""


@dataclass(frozen=True)
class Limits:
    """The bounds of one message, the same at both ends.

    Attributes
    ----------
    bytes : int
        Length of a message in bytes; an array, a text or a table's index may not be larger.
    depth : int
        Containers within containers.
    items : int
        Values in a message: every element of a list, set or dict counts, an array as one, a
        tensor, table or model as `OBJECT_ITEMS`.
    parameters : int
        Numbers held by one Keras model or layer, its random states included.
    calls : int
        Calls of layers that building all Keras models of a message takes, about a millisecond
        each. One Sequential of n layers counts n (n + 1) / 2: Keras builds it anew with each.
    """

    bytes: int = 64 * 2**20
    depth: int = 32
    items: int = 1_000_000
    parameters: int = 5_000_000
    calls: int = 3_000


OBJECT_ITEMS = 100


class Calls:
    """The calls of layers that the models of one message have taken so far."""

    def __init__(self, limits: Limits):
        self.limit, self.taken = limits.calls, 0

    def add(self, number: int) -> None:
        """Count some more; WireError beyond the limit."""
        self.taken += number
        if self.taken > self.limit:
            raise WireError(f"building its models takes more than {self.limit:,} calls of layers")

"""Which cell a room runs, on a page of memory that it shares with its parent; holds no text.

The room writes and may lie, which gains it no time: the examiner's own clock runs all the same.
"""

from __future__ import annotations

import mmap
import struct

_RUNNING = struct.Struct("=Qd")  # number of the cell, from 1, 0 for none; when it began


class Progress:
    """One page, made before the fork: the room calls `begin` and `end`, its parent `running`."""

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, mmap.PAGESIZE)

    def begin(self, cell: int, now: float) -> None:
        """Say that cell number ``cell`` begins, at ``now`` on `time.monotonic`'s clock."""
        _RUNNING.pack_into(self._page, 0, cell + 1, now)

    def end(self) -> None:
        """Say that no cell is running."""
        _RUNNING.pack_into(self._page, 0, 0, 0.0)

    def running(self) -> tuple[int, float] | None:
        """The number of the cell that is running and when it began, as the room claims."""
        number, began = _RUNNING.unpack_from(self._page, 0)
        return (number - 1, began) if number else None

    def close(self) -> None:
        self._page.close()

"""What one room may use; numbers only, enforced by the jail, its watcher and the room's clock."""

from __future__ import annotations

from dataclasses import dataclass, fields

MEBIBYTE = 1024**2


@dataclass(frozen=True)
class Limits:
    """The bounds of one room; all must be positive.

    Parameters
    ----------
    cell_seconds : float
        Wall-clock seconds that one cell may take; kept by whoever runs the cells.
    submission_seconds : float
        Wall-clock seconds that a whole submission may take; kept by whoever runs the cells. The
        jail adds a backstop: as many seconds on every CPU, as processor time of each process.
    memory_bytes : int
        Bytes of memory of all of the room's processes together. Pages that the room shares with
        the warm parent count in proportion (proportional set size).
    processes : int
        Processes and threads together, as Linux counts them.
    file_bytes : int
        Bytes of one file.
    disk_bytes : int
        Bytes of all files together. They are held in memory, beside ``memory_bytes``.
    output_bytes : int
        Bytes of printed output that are kept; cut by whoever reads it.
    """

    cell_seconds: float = 60
    submission_seconds: float = 600
    memory_bytes: int = 3 * 1024 * MEBIBYTE
    processes: int = 64
    file_bytes: int = 64 * MEBIBYTE
    disk_bytes: int = 256 * MEBIBYTE
    output_bytes: int = 1 * MEBIBYTE

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) <= 0:
                raise ValueError(f"{field.name} must be positive, not {getattr(self, field.name)}")

    @property
    def files(self) -> int:
        """How many files and folders may exist: one for every 16 KiB of ``disk_bytes``."""
        return max(64, self.disk_bytes // 16384)

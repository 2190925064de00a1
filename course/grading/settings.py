"""What ``nbgrader_config.py`` may say of grading: limits, the jail, workers. Runs nothing."""

from __future__ import annotations

import os

from traitlets import Bool, Float, Integer, Unicode
from traitlets.config import Config, LoggingConfigurable

from course.grading.jail import Limits
from course.grading.jail.limits import MEBIBYTE


class Grading(LoggingConfigurable):
    """How submissions are run; every trait can be set as ``c.Grading.NAME``."""

    cell_seconds = Float(60, min=0.1, help="Seconds that one cell, or one test, may take.").tag(
        config=True
    )
    submission_seconds = Float(600, min=0.1, help="Seconds that a whole submission may take.").tag(
        config=True
    )
    memory_mib = Integer(3072, min=64, help="MiB of memory of a submission's processes.").tag(
        config=True
    )
    processes = Integer(64, min=1, help="Processes and threads of a submission.").tag(config=True)
    file_mib = Integer(64, min=1, help="MiB of one file that a submission writes.").tag(config=True)
    disk_mib = Integer(256, min=1, help="MiB of all files that a submission writes.").tag(
        config=True
    )
    output_kib = Integer(1024, min=1, help="KiB of printed output that are kept.").tag(config=True)
    jail = Bool(
        True,
        help="Run students' code in a jail. False lets it read and write whatever the grader may.",
    ).tag(config=True)
    workers = Integer(
        0, min=0, help="Submissions graded at the same time; 0 for one on every core."
    ).tag(config=True)
    scheduler = Unicode("", help="Address of a Dask scheduler; empty for this machine alone.").tag(
        config=True
    )

    def __init__(self, config: Config) -> None:
        super().__init__(config=config)

    @property
    def limits(self) -> Limits:
        """The limits of each room."""
        return Limits(
            cell_seconds=self.cell_seconds,
            submission_seconds=self.submission_seconds,
            memory_bytes=self.memory_mib * MEBIBYTE,
            processes=self.processes,
            file_bytes=self.file_mib * MEBIBYTE,
            disk_bytes=self.disk_mib * MEBIBYTE,
            output_bytes=self.output_kib * 1024,
        )

    @property
    def local_workers(self) -> int:
        """How many submissions this machine grades at the same time."""
        return self.workers or len(os.sched_getaffinity(0))

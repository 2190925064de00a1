"""Has many submissions examined at the same time on Dask: bytes go out, bytes come back.

Workers are threads of this process by default, each with a warm parent of its own; with a
scheduler's address they are wherever that has them. They read no disk of ours and write none.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.grading.engine import engine_for
from course.grading.jail import Limits, require_jail
from course.grading.rooms import Examined, Job
from course.grading.settings import Grading

_CONNECT_SECONDS = 10
_AHEAD = 2  # submissions prepared for each worker, so that none waits and memory stays bounded

Outcome = Examined | CourseError


def examine_bytes(job: bytes, limits: dict[str, Any], jail: bool, hidden: list[str]) -> bytes:
    """What a worker does: examine one submission with this process's engine.

    Raises
    ------
    CourseError
        If no jail can be built there, or the rooms broke down twice.
    """
    engine = engine_for(Limits(**limits), jail=jail, hidden=[Path(path) for path in hidden])
    return engine.examine(Job.from_bytes(job)).to_bytes()


class Cluster:
    """Workers that examine; a context manager. They start with the first submission.

    Parameters
    ----------
    settings : Grading
        How many workers, where, and under which limits.
    root : Path
        The course's root, which no room may see.

    Raises
    ------
    CourseError
        From `put`, if no jail can be built on this machine or the scheduler does not answer.
    """

    def __init__(self, settings: Grading, root: Path) -> None:
        self._settings, self._root = settings, root
        self._closing = contextlib.ExitStack()
        self._client: Any = None
        self._under_way: dict[Any, Any] = {}  # future → the caller's tag

    def put(self, tag: Any, job: Job) -> None:
        """Have a submission examined; ``tag`` comes back with its outcome."""
        if self._client is None:
            self._client = self._connect()
        future = self._client.submit(
            examine_bytes,
            job.to_bytes(),
            asdict(self._settings.limits),
            self._settings.jail,
            [str(self._root)],
            pure=False,
        )
        self._under_way[future] = tag

    def ready(self) -> Iterator[tuple[Any, Outcome]]:
        """Outcomes that are there; waits for one only while every worker has enough to do."""
        while self._under_way:
            done = [future for future in self._under_way if future.done()]
            if not done and len(self._under_way) < self._capacity():
                return
            yield from self._take(done or self._wait())

    def rest(self) -> Iterator[tuple[Any, Outcome]]:
        """All outcomes that are still to come, each as it comes."""
        while self._under_way:
            yield from self._take(self._wait())

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        for future in self._under_way:
            future.cancel()
        self._closing.close()

    def _connect(self) -> Any:
        import dask
        from distributed import Client, LocalCluster

        # The scheduler's own web server starts in any case: with no pages. Its worker would look
        # a hundred times a second where every thread is.
        quiet = {
            "distributed.scheduler.http.routes": [],
            "distributed.worker.profile.enabled": False,
        }
        dask.config.set(quiet)
        if self._settings.scheduler:
            return self._closing.enter_context(self._client_of(Client))
        if self._settings.jail:
            require_jail()
        # Threads, since what needs a process of its own has one: the rooms.
        local = LocalCluster(
            n_workers=1,
            threads_per_worker=self._settings.local_workers,
            processes=False,
            dashboard_address="127.0.0.1:0",
            memory_limit=0,
            silence_logs=logging.CRITICAL,
        )
        self._closing.enter_context(local)
        return self._closing.enter_context(Client(local))

    def _client_of(self, client: type) -> Any:
        address = self._settings.scheduler
        try:
            return client(address, timeout=_CONNECT_SECONDS)
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise CourseError(
                f"no Dask scheduler answers at {address} ({reason}): start `dask scheduler` and "
                "`dask worker` there, or leave out --scheduler"
            ) from None

    def _capacity(self) -> int:
        return _AHEAD * max(1, sum(self._client.nthreads().values()))

    def _wait(self) -> list[Any]:
        from distributed import wait

        return list(wait(list(self._under_way), return_when="FIRST_COMPLETED").done)

    def _take(self, futures: list[Any]) -> Iterator[tuple[Any, Outcome]]:
        for future in futures:
            tag = self._under_way.pop(future)
            try:
                outcome: Outcome = Examined.from_bytes(future.result())
            except CourseError as error:
                outcome = error
            except Exception as error:  # Dask's: a worker was killed again and again, say
                first = (str(error).strip() or type(error).__name__).splitlines()[0]
                outcome = CourseError(f"its worker was lost: {first}")
            future.release()
            yield tag, outcome

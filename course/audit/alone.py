"""Judges many answers as in a student's own kernel: each in a process of its own, forked warm.

Run as ``python -P -m course.audit.alone``, it imports what the lesson imports, runs nothing of it,
and forks a child an answer, which may loop, crash or fill its memory. It is no jail: only for
answers from this repository.
"""

from __future__ import annotations

import ast
import contextlib
import json
import math
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

import nbformat

from course.audit.thresholds import Comparison
from course.audit.variants import Judge, Variant
from course.errors import CourseError
from course.exercises import is_setup

_MEMORY = 6 * 1024**3  # bytes of address space beyond what the parent has: TensorFlow is generous
_NO_REPORT = "ends Python itself"
_PATIENCE = 4  # by the clock an answer may take so many times the processor's seconds


@dataclass(frozen=True)
class Alone:
    """What the tests of one exercise said to one answer in a process of its own.

    Attributes
    ----------
    messages : dict of str to (str or None)
        Of each test cell None for passed, else what it said. Under the name "" why there is no
        such verdict: the answer took too long or ended its process.
    hidden : tuple of str
        The test cells of which only the hidden part failed.
    seconds : float
        By the clock, set-up cells included.
    comparisons : tuple of Comparison
        What the tests compared with a bound, if the answer has a seed.
    """

    messages: dict[str, str | None]
    hidden: tuple[str, ...] = ()
    seconds: float = 0.0
    comparisons: tuple[Comparison, ...] = ()

    @property
    def passed(self) -> bool:
        return all(message is None for message in self.messages.values())


def judge_alone(
    notebook: Path, answers: Sequence[Variant], *, seconds: float, workers: int
) -> Iterator[tuple[int, Alone]]:
    """Judge every answer, several at a time; yields its position in ``answers`` as it is done.

    Parameters
    ----------
    notebook : Path
        The instructor's notebook.
    answers : sequence of Variant
    seconds : float
        After so many of the processor's seconds an answer is stopped, which is a failure; so that
        a busy machine does not fail it, the clock alone stops it only after four times as many.
    workers : int
        How many are judged at the same time.

    Raises
    ------
    CourseError
        If the notebook's set-up cells cannot be run.
    """
    order = {
        "notebook": str(notebook),
        "answers": [asdict(answer) for answer in answers],
        "seconds": seconds,
        "workers": workers,
    }
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "MPLBACKEND": "agg"}
    with (
        tempfile.TemporaryFile() as errors,  # libraries log there what nobody need see
        subprocess.Popen(
            [sys.executable, "-P", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=environment,
            text=True,
        ) as server,
    ):
        try:
            done = 0
            with contextlib.suppress(BrokenPipeError), server.stdin:
                json.dump(order, server.stdin)
            for line in server.stdout:
                position, data = json.loads(line)
                compared = tuple(Comparison(*fields) for fields in data["comparisons"])
                hidden = tuple(data["hidden"])
                yield position, Alone(data["messages"], hidden, data["seconds"], compared)
                done += 1
        finally:
            server.terminate()  # after the last line it has ended by itself
        if done < len(answers):
            errors.seek(0)
            lines = errors.read().decode("utf-8", "replace").splitlines()
            said = next((line for line in reversed(lines) if line.strip()), "the process ended")
            raise CourseError(f"{notebook}: its answers cannot be judged: {said}")


def main() -> None:
    """Read the order from standard input, write a line of JSON an answer to standard output."""
    order = json.load(sys.stdin)
    notebook = nbformat.read(order["notebook"], as_version=4)
    answers = [Variant(**answer) for answer in order["answers"]]
    _import_what_it_imports(notebook)
    waiting = list(enumerate(answers))[::-1]
    children: dict[int, _Child] = {}  # by the pipe that it reports to
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        while waiting or children:
            while waiting and len(children) < order["workers"]:
                child = _fork(*waiting.pop(), notebook, order["seconds"])
                children[child.pipe] = child
            soonest = min(child.deadline for child in children.values())
            ready, _, _ = select.select(list(children), [], [], max(0, soonest - time.monotonic()))
            for child in [children[pipe] for pipe in ready]:
                if piece := os.read(child.pipe, 65536):
                    child.report += piece
                else:
                    _finish(children.pop(child.pipe), order["seconds"])
            for child in list(children.values()):
                if time.monotonic() >= child.deadline:
                    del children[child.pipe]
                    _finish(child, order["seconds"])
    finally:
        for child in children.values():
            _end(child)


@dataclass
class _Child:
    position: int
    pid: int
    pipe: int
    begun: float
    deadline: float
    report: bytes = b""


def _fork(position: int, answer: Variant, notebook: nbformat.NotebookNode, seconds: float):
    reading, writing = os.pipe()
    sys.stdout.flush()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            os.close(reading)
            _be_child(writing, answer, notebook, seconds)
        os._exit(0)
    os.close(writing)
    return _Child(position, pid, reading, begun, begun + _PATIENCE * seconds)


def _be_child(
    writing: int, answer: Variant, notebook: nbformat.NotebookNode, seconds: float
) -> None:
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds) + 5))
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    with contextlib.suppress(OSError, ValueError):  # where there is no /proc
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most = pages * resource.getpagesize() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    judgement = Judge(notebook).judge(answer)
    report = {
        "messages": judgement.messages,
        "hidden": sorted(judgement.hidden),
        "comparisons": [astuple(comparison) for comparison in judgement.comparisons],
    }
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(json.dumps(report).encode())


def _finish(child: _Child, seconds: float) -> None:
    """Print what a child has reported, or why it has not, and be rid of it."""
    late = time.monotonic() >= child.deadline
    ended_by = _end(child)
    try:
        data = json.loads(child.report)
    except ValueError:
        slow = late or ended_by == signal.SIGXCPU
        reason = f"takes longer than {seconds:g} s" if slow else _NO_REPORT
        data = {"messages": {"": reason}, "hidden": [], "comparisons": []}
    data["seconds"] = round(time.monotonic() - child.begun, 3)
    print(json.dumps([child.position, data]), flush=True)


def _end(child: _Child) -> int:
    """Kill a child and what it has started; returns the signal that ended it, 0 if none did."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child.pid, signal.SIGKILL)  # before it had a group of its own
    _, status = os.waitpid(child.pid, 0)
    os.close(child.pipe)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _import_what_it_imports(notebook: nbformat.NotebookNode) -> None:
    """Run the import statements of the set-up cells, so that children need not: they take 6 s."""
    for cell in notebook.cells:
        if is_setup(cell):
            tree = ast.parse(cell.source)
            tree.body = [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
            exec(compile(tree, "setup", "exec"), {})


if __name__ == "__main__":
    main()

"""Runs the student's cells, one by one, and reports what each printed; answers no examiner."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import types
import warnings
from contextlib import nullcontext, redirect_stderr, redirect_stdout
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from course.grading.jail import Limits
from course.grading.rooms import limit_words
from course.grading.rooms.alarm import Alarm, TimeLimit
from course.grading.rooms.outcomes import Reporter
from course.grading.rooms.progress import Progress


class Notebook:
    """The notebook's cells and namespace.

    Parameters
    ----------
    cells : list of dict
        ``label``, which names the cell in sentences, and ``source`` of each.
    shell : InteractiveShell
        Of `make_shell`.
    reporter : Reporter
        Where to send what the cells print.
    progress : Progress
        Where to say which cell is running.
    limits : Limits
        Those of the room, for sentences about them.
    interrupt_seconds : float
        How long a cell may run before it is interrupted; only the first that does is, since what
        runs for ever in one cell is likely to do so in the next.

    Attributes
    ----------
    alarm : Alarm
        What interrupts here.
    """

    def __init__(
        self,
        cells: list[dict[str, str]],
        shell: Any,
        reporter: Reporter,
        progress: Progress,
        limits: Limits,
        interrupt_seconds: float,
    ) -> None:
        self._cells, self._shell, self._done = cells, shell, 0
        self._reporter, self._progress, self._limits = reporter, progress, limits
        self._seconds = interrupt_seconds
        self._was_late = False
        self.alarm = Alarm()
        self._printed = _Printed(reporter)
        self._labels: dict[str, str] = {}

    @property
    def names(self) -> dict[str, Any]:
        """The namespace that the cells share."""
        return self._shell.user_ns

    @property
    def early(self) -> float:
        """How many seconds before its time is over anything here is interrupted."""
        return self._limits.cell_seconds - self._seconds

    def run(self, stop: int) -> list[str]:
        """Run the cells before number ``stop`` that have not run.

        Returns
        -------
        list of str
            A clause for each that did not come to its end: ``code cell 3 raises ValueError``.
        """
        failures = []
        while self._done < min(stop, len(self._cells)):
            self._done += 1
            if failure := self._run(self._done - 1):
                failures.append(failure)
        return failures

    def where(self, error: BaseException) -> str:
        """The innermost line of the student's own code that an exception went through, in words."""
        where, step = "", error.__traceback__
        while step is not None:
            if label := self._labels.get(step.tb_frame.f_code.co_filename):
                where = f"line {step.tb_lineno} of {label}"
            step = step.tb_next
        return where

    def _run(self, number: int) -> str:
        """Run one cell; how it failed, as a clause, or nothing."""
        label, source = self._cells[number]["label"], self._cells[number]["source"]
        name = f"<{label}>"
        self._shell.compile.get_code_name = lambda *_: name
        self._labels[name] = label
        self._reporter.begin(number)
        self._progress.begin(number, time.monotonic())
        rang = self.alarm.rang
        # Once one was late, somebody else ends the whole room.
        alarm = nullcontext() if self._was_late else self.alarm.within(self._seconds)
        try:
            with alarm:
                error = self._execute(source)
                kind, text = _in_words(error)
        except TimeLimit as limit:  # it came while nothing of the cell's was running
            error = limit
        self._was_late |= self.alarm.rang > rang
        if isinstance(error, TimeLimit):
            stop = limit_words.cell_time(self._limits)
        else:
            stop = limit_words.refused(error, self._limits) if error is not None else None
        if stop is not None:
            kind, words = stop
            text = failure = f"{label} {words}"
        else:
            failure = f"{label} raises {kind}" if error is not None else ""
        self._progress.end()
        self._reporter.end(kind, text)
        return failure

    def _execute(self, source: str) -> BaseException | None:
        with warnings.catch_warnings(), redirect_stdout(self._printed), redirect_stderr(_Nothing()):
            warnings.simplefilter("ignore")
            self._shell.displayhook.source = source
            result = self._shell.run_cell(source, store_history=False)
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        return result.error_before_exec or result.error_in_exec


class _Printed(io.TextIOBase):
    """Standard output of a cell."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._reporter.write(text)
        return len(text)


class _Nothing(io.TextIOBase):
    """Standard error, which libraries fill with notices of their own."""

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)


def _in_words(error: BaseException | None) -> tuple[str, str]:
    """An exception's class and text; the text is made by the student's code and may fail, too."""
    if error is None:
        return "", ""
    try:
        return type(error).__name__, str(error)
    except Exception:
        return type(error).__name__, ""


def make_shell() -> Any:
    """An IPython shell, so that magics work, without history, terminal and rich display."""
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    shell = _Shell.instance(config=config, user_module=module)
    shell.showtraceback = lambda *_, **__: None  # nobody reads it, and it takes long
    shell.showsyntaxerror = lambda *_, **__: None
    return shell


class _PlainDisplayHook(DisplayHook):
    """Shows a cell's last expression as plain text, without a prompt."""

    source = ""  # of the cell that is running; without a history, nobody else knows it

    def quiet(self) -> bool:
        return self.semicolon_at_end_of_expression(self.source)

    def write_output_prompt(self) -> None:
        pass

    def compute_format_data(self, result: Any) -> tuple[dict, dict]:
        return self.shell.display_formatter.format(result, include={"text/plain"})

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        print(format_dict.get("text/plain", ""))

    def log_output(self, format_dict: dict) -> None:
        pass


class _Shell(InteractiveShell):
    displayhook_class = _PlainDisplayHook

    def enable_gui(self, gui: str | None = None) -> None:
        """Nobody sees a figure: ``%matplotlib inline`` does nothing."""

    def system(self, cmd: str) -> None:
        """Run a shell line without a terminal: a room has none."""
        done = subprocess.run(
            self.var_expand(cmd, depth=1),
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        print(done.stdout, end="")
        self.user_ns["_exit_code"] = done.returncode

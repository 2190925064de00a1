"""A grader as stock nbgrader is: students' cells and tests run in one process.

Reads notebooks as JSON from stdin, runs each in a fork of its own, and writes for each which tests
came to their end and what was printed. Not for code that one would not run oneself.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from typing import Any


def main() -> None:
    import numpy  # noqa: F401 - imported once, before the forks
    from IPython.core.interactiveshell import InteractiveShell  # noqa: F401

    import course.check  # noqa: F401

    results = [_in_a_fork(cells) for cells in json.load(sys.stdin)]
    json.dump(results, sys.stdout)


def _in_a_fork(cells: list[dict[str, str]]) -> dict[str, Any]:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        with os.fdopen(theirs, "w") as result:
            json.dump(_run(cells), result)
            result.flush()
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as result:
        text = result.read()
    os.waitpid(pid, 0)
    return json.loads(text) if text else {"passed": [], "printed": ""}


def _run(cells: list[dict[str, str]]) -> dict[str, Any]:
    """Each cell is ``source`` and ``test``, the test's name or an empty string."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    shell = InteractiveShell.instance(config=config)
    passed, printed = [], io.StringIO()
    with contextlib.redirect_stdout(printed):
        for cell in cells:
            done = shell.run_cell(cell["source"], store_history=True)
            if cell["test"] and done.success:
                passed.append(cell["test"])
    return {"passed": passed, "printed": printed.getvalue()}


if __name__ == "__main__":
    main()

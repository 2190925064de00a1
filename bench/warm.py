"""The process behind `bench.bare`: imports the stack once and forks a child for every submission.

Run it as ``python -m bench.warm FOLDER``; it reads ``order.json`` there and writes ``done.json``.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import os
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

_STACK = (
    *("IPython.core.interactiveshell", "numpy", "pandas", "matplotlib.pyplot"),
    *("matplotlib_inline.backend_inline", "ipywidgets", "tensorflow", "keras"),
    *("sklearn.model_selection", "sklearn.preprocessing", "sklearn.metrics"),
    *("course.check", "course.datasets", "course.figures", "course.playground"),
)


def main(folder: Path) -> None:
    """Do all submissions of an order, one after another."""
    order = json.loads((folder / "order.json").read_text("utf-8"))
    os.environ["MPLBACKEND"] = "agg"
    for name in _STACK:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    done = {}
    for student, cells in order["submissions"].items():
        result = _in_child(cells, order["figures"])
        done[student] = {**result, "finished": time.time()}
    (folder / "done.json").write_text(json.dumps(done), "utf-8")


def _in_child(cells: list[dict[str, str]], figures: bool) -> dict[str, list[str]]:
    """Which tests passed, and how cells failed, run in a process and a folder of their own."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            os.chdir(folder)
            code = 1
            try:
                with os.fdopen(writing, "w") as file:
                    json.dump(_run(cells, figures), file)
                code = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        os.close(writing)
        with os.fdopen(reading) as file:
            answer = file.read()
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code:
        raise RuntimeError(f"a submission ended its process with {code}: nothing is known of it")
    return json.loads(answer)


def _run(cells: list[dict[str, str]], figures: bool) -> dict[str, list[str]]:
    import keras
    import tensorflow
    from matplotlib import pyplot

    tensorflow.config.threading.set_intra_op_parallelism_threads(1)
    tensorflow.config.threading.set_inter_op_parallelism_threads(1)
    keras.utils.set_random_seed(0)
    shell = _shell(figures)
    passed, failed = [], []
    for number, cell in enumerate(cells, start=1):
        silence = (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
        )
        with warnings.catch_warnings(), silence[0], silence[1]:
            warnings.simplefilter("ignore")
            result = shell.run_cell(cell["source"], store_history=False)
        pyplot.close("all")
        if not result.success:
            error = result.error_before_exec or result.error_in_exec
            failed.append(f"cell {number} of {len(cells)} raises {error!r}"[:200])
        elif cell["test"]:
            passed.append(cell["test"])
    return {"passed": passed, "failed": failed}


def _shell(figures: bool) -> Any:
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Shell(InteractiveShell):
        """As a kernel's, without a terminal: inline figures need no event loop."""

        def enable_gui(self, gui: str | None = None) -> None:
            """Nothing to do; IPython's own refuses ``%matplotlib inline`` here."""

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    shell = Shell.instance(config=config)
    shell.showtraceback = lambda *_, **__: None
    shell.showsyntaxerror = lambda *_, **__: None
    if figures:
        shell.run_line_magic("matplotlib", "inline")
    return shell


if __name__ == "__main__":
    main(Path(sys.argv[1]))

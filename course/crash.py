"""How an exception from a student's code looks in a notebook: its sentence and the student's lines.

IPython shows what ``_render_traceback_`` returns in place of a traceback, whose frames inside
libraries say little to somebody who wrote three lines. The exception itself stays as it is.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator

_RULE = "\x1b[0;31m" + "─" * 78 + "\x1b[0m"
_LONGEST = 12  # lines of an exception's own text


def show_briefly(error: Exception, title: str) -> None:
    """Have IPython show ``error``, raised in a test of ``title``, in a few lines.

    Nothing happens outside IPython, or to an exception that cannot carry the attribute.
    """
    cell_name = _cell_names()
    if cell_name is not None:
        if isinstance(error, NotImplementedError) and not str(error):
            told = [f"{title}: still to be written (its cell raises NotImplementedError)"]
        else:
            told = [*_sentence(error, title), *_places(error, cell_name)]
        lines = [_RULE, *told, _RULE]
        try:
            error._render_traceback_ = lambda: lines
        except AttributeError:  # a student's class with __slots__
            return


def _cell_names() -> Callable[[str], str | None] | None:
    """What turns a file name into "cell [3]", or None for a file; None outside IPython."""
    ipython = sys.modules.get("IPython")
    shell = ipython and ipython.get_ipython()
    if not shell:
        return None

    def name(filename: str) -> str | None:
        found = shell.compile.format_code_name(filename)  # ("Cell", "In[3]"), None for a file
        return f"cell {found[1].removeprefix('In')}" if found and found[0] == "Cell" else None

    return name


def _sentence(error: Exception, title: str) -> list[str]:
    said = "".join(traceback.format_exception_only(error)).rstrip().splitlines()
    if len(said) > _LONGEST:
        said = [*said[: _LONGEST - 1], "…"]
    advice = []
    if isinstance(error, NameError) and error.name == title:
        advice = [f"Run the cell that defines `{title}` first, and see that it runs to its end."]
    return [f"{title}: your code stopped with", *(f"    {line}" for line in said), *advice]


def _places(error: Exception, cell_name: Callable[[str], str | None]) -> Iterator[str]:
    """The lines of the notebook that the exception came through; the innermost comes first."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [(frame, cell) for frame in frames if (cell := cell_name(frame.filename))]
    for frame, cell in reversed(own[1:][-4:]):
        yield f"in {frame.name}, {cell}, line {frame.lineno}"
        yield f"    {frame.line}"
    for frame, _ in own[:1]:  # the test cell itself
        yield f"called by the test, line {frame.lineno}"
        yield f"    {frame.line}"

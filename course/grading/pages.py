"""Renders the HTML pages from their templates: everything in them is escaped unless made here.

Control and format characters are shown by number, wherever they come from.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from course.grading.harmless import visible


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return Markup(visible(str(value)))
    return visible(value) if isinstance(value, str) else value


_FORMATTER = HtmlFormatter(style="friendly")
_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
)


def render(template: str, **values: Any) -> str:
    """A page from ``templates/TEMPLATE.html.j2``: one file that loads nothing from outside."""
    return _environment.get_template(f"{template}.html.j2").render(**values)


def _python(code: str) -> Markup:
    """Python code in colours; Pygments escapes what it prints."""
    return Markup(highlight(code, PythonLexer(), _FORMATTER))


_environment.filters["python"] = _python
_environment.globals["code_style"] = Markup(_FORMATTER.get_style_defs(".highlight"))

"""Renders the HTML pages from their templates: everything in them is escaped unless made here.

Control and format characters are shown by number, wherever they come from. A page loads nothing
and runs nothing but our own script, if it has one: its Content-Security-Policy sees to that, too.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from course.grading.harmless import LONGEST_CODE, visible
from course.grading.sentences import taken_apart

_TEMPLATES = Path(__file__).parent / "templates"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
# A style whose colours all have a contrast of 4.5 and more to the code's background.
_FORMATTER = HtmlFormatter(style="vs", nowrap=True)


def render(template: str, **values: Any) -> str:
    """A page from ``templates/TEMPLATE.html.j2``: one file that loads nothing from outside."""
    return _environment.get_template(f"{template}.html.j2").render(**values)


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return Markup(visible(str(value)))
    return visible(value) if isinstance(value, str) else value


def _python(code: str) -> Markup:
    """Python code in colours; Pygments escapes what it prints."""
    return Markup(highlight(code, PythonLexer(), _FORMATTER))


def _beginning(text: str) -> str:
    """As much of an answer as a page can hold."""
    left = len(text) - LONGEST_CODE
    return text if left <= 0 else f"{text[:LONGEST_CODE]}\n… and {left:,} more characters"


def _policy(script: str = "") -> str:
    """The page's Content-Security-Policy; a script of ours is allowed by the digest of its text."""
    if not script:
        return _POLICY
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"{_POLICY}; script-src 'sha256-{digest}'"


_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_TEMPLATES),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
)
_environment.filters["beginning"] = _beginning
_environment.filters["python"] = _python
_environment.filters["told"] = taken_apart
_environment.globals["policy"] = _policy
_environment.globals["code_style"] = Markup(_FORMATTER.get_style_defs(".highlight"))
_environment.globals["sort_script"] = Markup((_TEMPLATES / "sort.js").read_text("utf-8"))

"""Shows an audit as one HTML page with a heat map; loads nothing from outside, judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import jinja2
from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.audit.results import KILLED, LessonAudit

_HERE = Path(__file__).parent
_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(
        [_HERE / "templates", _HERE.parent / "grading" / "templates"]  # the style is the report's
    ),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
# What a column shows, and from which share on it is good enough; None where there is no bar.
COLUMNS = (
    ("right", "right answers\naccepted", 1.0),
    ("wrong", "wrong answers\ncaught", 1.0),
    ("killed", "mutants\nkilled", KILLED),
    ("visibly", "wrong: caught by\nvisible tests", None),
    ("advised", "wrong: told\nwhat to look at", None),
    ("named", "wrong: told\nthe mistake", None),
)
_BLUES = LinearSegmentedColormap.from_list("share", ["#ffffff", "#0072B2"])
_BELOW = "#D55E00"


def write_page(path: Path, audits: Sequence[LessonAudit]) -> None:
    """Write the page of these lessons' audits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures = {audit.lesson: _inline(draw_heat_map(audit), audit.lesson) for audit in audits}
    template = _environment.get_template("audit.html.j2")
    page = template.render(audits=audits, pictures=pictures, least=KILLED)
    path.write_text(page, "utf-8")


def draw_heat_map(audit: LessonAudit) -> Figure:
    """One row for each exercise, one column for each share; what is below the bar is framed.

    Returns
    -------
    matplotlib.figure.Figure
        Not registered with pyplot: there is nothing to close.
    """
    rows = audit.exercises
    figure = Figure(figsize=(10, 1.3 + 0.36 * len(rows)), layout="constrained")
    axes = figure.subplots()
    shares = [[getattr(row, name) for name, _, _ in COLUMNS] for row in rows]
    values = [[share.fraction if share.whole else float("nan") for share in row] for row in shares]
    axes.imshow(values, cmap=_BLUES, vmin=0, vmax=1, aspect="auto")
    for y, row in enumerate(shares):
        for x, share in enumerate(row):
            bar = COLUMNS[x][2]
            below = bar is not None and share.fraction < bar
            dark = share.whole and share.fraction > 0.78
            axes.text(x, y, str(share), ha="center", va="center", color="w" if dark else "#1d2433")
            if below:
                frame = Rectangle((x - 0.47, y - 0.43), 0.94, 0.86)
                frame.set(fill=False, edgecolor=_BELOW, linewidth=2.5)
                axes.add_patch(frame)
    axes.set_xticks(range(len(COLUMNS)), [title for _, title, _ in COLUMNS], fontsize=9)
    axes.set_yticks(range(len(rows)), [row.exercise for row in rows], family="monospace")
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return figure


def _inline(figure: Figure, name: str) -> Markup:
    svg = StringIO()
    with rc_context({"svg.hashsalt": name}):
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(svg, format="svg", metadata=nothing)
    return Markup(svg.getvalue()[svg.getvalue().index("<svg") :])

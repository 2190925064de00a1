"""A curve that grows while a training loop runs. It draws what the loop reports; it trains nothing.

Where somebody is there, one display is updated in place. Where nobody is (nbclient, nbconvert, a
script), the last state is shown once, as a still. An error while drawing stops the loop in both
cases: a curve that failed in silence would be worse than none.
"""

import base64
import io

from IPython.display import display
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from course.figures.audience import somebody_is_there
from course.figures.style import number, use_style
from course.figures.training import draw_history


class LiveCurve:
    """Draws a history anew each time it is called with one.

    metric, log, higher_is_better, title : as for `draw_history`

    Example:
        >>> with LiveCurve() as live:
        ...     for epoch in range(10):
        ...         history["loss"].append(train())
        ...         live(history)
    """

    def __init__(self, metric="loss", log=False, higher_is_better=None, title=None):
        self._settings = {
            "metric": metric,
            "log": log,
            "higher_is_better": higher_is_better,
            "title": title,
        }
        self._handle = None  # of the display that is updated in place
        self._last = None  # the last picture, of which there is none before the first call

    def __call__(self, history):
        """Draw `history`, a dict of equally long lists, one number an epoch: {"loss": [0.9, 0.7]}.

        Raises ValueError as `draw_history` does.
        """
        self._last = self._picture(history)
        if somebody_is_there():
            self._show()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        """Show the still, unless the live display has it already. An exception passes through."""
        if self._last is not None and self._handle is None:
            self._show()

    def _picture(self, history):
        use_style()
        figure = Figure(figsize=(8, 4.5), dpi=110, layout="constrained")
        canvas = FigureCanvasAgg(figure)
        draw_history(history, ax=figure.subplots(), **self._settings)
        file = io.BytesIO()
        canvas.print_png(file)
        words = _words(history)
        bundle = {"image/png": base64.b64encode(file.getvalue()).decode(), "text/plain": words}
        return bundle, {"image/png": {"alt": words}}

    def _show(self):
        bundle, metadata = self._last
        if self._handle is None:
            self._handle = display(bundle, metadata=metadata, raw=True, display_id=True)
        else:
            self._handle.update(bundle, metadata=metadata, raw=True)


def _words(history):
    """The last epoch in words, for readers who cannot see the curve."""
    epoch = max(len(values) for values in history.values())
    last = ", ".join(f"{name} {number(values[-1])}" for name, values in history.items() if values)
    return f"epoch {epoch}: {last}"

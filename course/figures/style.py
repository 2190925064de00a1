"""The one look of the course's figures: fonts, lines, colours and markers. Draws nothing itself."""

import matplotlib as mpl
from cycler import cycler

# The palette of Okabe and Ito (2008), "Color Universal Design": eight colours that readers with
# any of the common colour-vision deficiencies tell apart; and two darker ones for data sets of ten
# classes, which stay as far from the eight, under simulated deficiency, as those from each other.
COLOURS = {
    "orange": "#E69F00",
    "blue": "#0072B2",
    "green": "#009E73",
    "purple": "#CC79A7",
    "sky": "#56B4E9",
    "vermillion": "#D55E00",
    "yellow": "#F0E442",
    "black": "#000000",
    "maroon": "#8B0000",
    "indigo": "#332288",
}
INK = "#222222"  # text, axes, outlines
GREY = "#7A7A7A"  # what should stay in the background: zero lines, remarks, points without class

# Orange, sky and yellow are too pale for a word on white.
_LINES = [COLOURS[name] for name in ("blue", "vermillion", "green", "purple", "black", "indigo")]
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*", "p", "h")

_RC = {
    "figure.figsize": (8, 4.5),
    "figure.dpi": 110,
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
    "savefig.dpi": "figure",
    "font.size": 11,
    "text.color": INK,
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 8,
    "axes.labelsize": 11,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "axes.facecolor": "white",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.prop_cycle": cycler(color=_LINES),
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.8,
    "legend.fontsize": 10,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "lines.markersize": 6,
}


def use_style():
    """Give every figure that is made from now on the look of the course.

    The drawing functions call it themselves; call it once in a notebook whose own `plt.plot`
    lines should match.
    """
    mpl.rcParams.update(_RC)


def class_colour(index):
    """Colour of class number `index`: 0 orange, 1 blue, 2 green, and so on; ten, then again."""
    return list(COLOURS.values())[index % len(COLOURS)]


def class_marker(index):
    """Marker of class number `index`, so that colour is never the only sign of a class.

    When the colours start again, the markers move on by one: a hundred classes differ.
    """
    return _MARKERS[(index + index // len(COLOURS)) % len(_MARKERS)]


def ink_on(colour):
    """The colour of text on `colour`: dark, or white where the ground is dark."""
    red, green, blue = mpl.colors.to_rgb(colour)
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 0.45 else "white"


def line_colour(index):
    """Colour of curve number `index`: those of the palette that can be read on white."""
    return _LINES[index % len(_LINES)]


def signed_colour(value):
    """Colour of a signed number: blue from zero up, orange below zero."""
    return COLOURS["blue"] if value >= 0 else COLOURS["orange"]


def pale(colour, strength=0.3):
    """`colour` mixed with white: 1 leaves it alone, 0 gives white. Returns an RGB tuple."""
    return tuple(1 - strength * (1 - part) for part in mpl.colors.to_rgb(colour))


def number(value, digits=3):
    """`value` as text with so many significant digits and a true minus sign."""
    value = float(value)
    text = f"{value:.0f}" if 10**digits <= abs(value) < 1e6 else f"{value:.{digits}g}"
    return text.replace("-", "\N{MINUS SIGN}")

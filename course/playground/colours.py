"""The playground's colours, and the one way in which values on the plane become a picture."""

from __future__ import annotations

from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.image import AxesImage
from PIL import Image

from course.figures.style import COLOURS, GREY, INK

CLASS_COLOURS = (COLOURS["orange"], COLOURS["blue"])
CLASS_MARKERS = ("o", "s")
SHADES = LinearSegmentedColormap.from_list(
    "playground", [CLASS_COLOURS[0], "#F4F4F4", CLASS_COLOURS[1]]
)
PALE = 0.55  # opacity of the large plane, paler than the points that lie on it


def raster(ax: Axes, box: tuple[float, float, float, float], interpolation: str) -> AxesImage:
    """Put an image for values from -1 (orange) to 1 (blue) into `box`: left, right, bottom, top.

    Row 0 of its data is the lowest. The limits of `ax` stay as they are.
    """
    limits = ax.get_xlim(), ax.get_ylim()
    image = ax.imshow(
        np.zeros((2, 2)),
        cmap=SHADES,
        vmin=-1,
        vmax=1,
        extent=box,
        origin="lower",
        interpolation=interpolation,
        aspect="auto",
        zorder=1.5,
    )
    ax.set(xlim=limits[0], ylim=limits[1])  # imshow moves the limits to its own picture
    return image


@cache
def palette() -> Image.Image:
    """Return the 256 colours that a picture is made of, as Pillow's `quantize` wants them.

    They are known beforehand, so a frame need not be searched for its commonest colours, which
    takes longer and turns gentle shades into steps.
    """
    shades = SHADES(np.linspace(0, 1, 110))[:, :3]
    pale = 1 - PALE * (1 - SHADES(np.linspace(0, 1, 60))[:, :3])
    # Edges of letters and lines: from each ink to white, and from the class colours to black.
    inks = [to_rgb(colour) for colour in (INK, GREY, COLOURS["vermillion"], *CLASS_COLOURS)]
    share = np.linspace(0, 1, 12)[:, None]
    to_white = [1 - share * (1 - np.array(ink)) for ink in inks]
    to_black = [share * np.array(to_rgb(colour)) for colour in CLASS_COLOURS]
    colours = np.concatenate([shades, pale, *to_white, *to_black])
    image = Image.new("P", (1, 1))
    image.putpalette(np.round(255 * colours).astype("uint8").ravel().tolist())
    return image

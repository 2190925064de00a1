"""Loads the six photographs: three textures, cut into patches, and three scenes."""

from __future__ import annotations

from importlib import resources

import numpy as np
from PIL import Image

TEXTURES = ("brick", "grass", "gravel")
PHOTOGRAPHS = ("camera", "chelsea", "coffee")
_BORDER = 320  # of the 512 columns: training patches lie left of it, test patches right


def load_photograph(name: str) -> np.ndarray:
    """Return a photograph of "camera", "chelsea" (a cat) or "coffee", or a texture, in colours.

    Returns
    -------
    array of shape (height, width, 3), uint8
        Red, green and blue from 0 to 255; a grey picture has three equal channels.

    Raises
    ------
    ValueError
        If there is no photograph of that name.
    """
    if name not in TEXTURES + PHOTOGRAPHS:
        known = ", ".join(TEXTURES + PHOTOGRAPHS)
        raise ValueError(f"there is no photograph {name!r}; there are {known}")
    with resources.files("course.datasets").joinpath("files", f"{name}.png").open("rb") as file:
        return np.array(Image.open(file).convert("RGB"))


def load_textures(
    size: int = 32,
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Return square patches of three textures, without overlap; label 0 brick, 1 grass, 2 gravel.

    Training patches come from the left five eighths of each photograph, test patches from the rest,
    so that no pixel is in both. The classes have equally many patches, in the order of the labels.

    Parameters
    ----------
    size : int
        Height and width of a patch in pixels, from 8 to 160.

    Returns
    -------
    (x_train, y_train), (x_test, y_test)
        x of shape (n, size, size, 3), uint8 from 0 to 255 (grey, so three equal channels); y of
        shape (n,), uint8. With size 32: 480 patches for training and 288 for testing.

    Raises
    ------
    ValueError
        If `size` is none of the above.
    """
    if not 8 <= size <= 160:
        raise ValueError(f"size should be from 8 to 160 pixels, not {size}")
    pictures = [load_photograph(name) for name in TEXTURES]
    return (
        _labelled([_patches(picture[:, :_BORDER], size) for picture in pictures]),
        _labelled([_patches(picture[:, _BORDER:], size) for picture in pictures]),
    )


def _patches(picture: np.ndarray, size: int) -> np.ndarray:
    rows, columns = picture.shape[0] // size, picture.shape[1] // size
    whole = picture[: rows * size, : columns * size]
    grid = whole.reshape(rows, size, columns, size, 3).swapaxes(1, 2)
    return grid.reshape(rows * columns, size, size, 3)


def _labelled(by_class: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    labels = np.repeat(np.arange(len(by_class), dtype=np.uint8), [len(x) for x in by_class])
    return np.concatenate(by_class), labels

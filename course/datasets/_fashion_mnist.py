"""Loads Fashion-MNIST: the shipped subset, or all of it through Keras when asked.

Never scales, reshapes or shuffles, and never imports Keras for the subset.
"""

from typing import TypeAlias

import numpy as np

from course.datasets._files import open_file

Split: TypeAlias = tuple[np.ndarray, np.ndarray]

# Position is label. Names as in the data set's own README.
FASHION_MNIST_CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


def load_fashion_mnist(full: bool = False) -> tuple[Split, Split]:
    """Return `(x_train, y_train), (x_test, y_test)`: grey images of clothes, ten classes.

    | array   | dtype | shape           | with full=True  |
    | ------- | ----- | --------------- | --------------- |
    | x_train | uint8 | (10000, 28, 28) | (60000, 28, 28) |
    | y_train | uint8 | (10000,)        | (60000,)        |
    | x_test  | uint8 | (2000, 28, 28)  | (10000, 28, 28) |
    | y_test  | uint8 | (2000,)         | (10000,)        |

    Pixels run from 0 (background) to 255; labels from 0 to 9 index `FASHION_MNIST_CLASSES`. Every
    class has the same number of images: 1,000 and 200 in the subset, 6,000 and 1,000 in the full
    set. The subset draws its training images from the original training set and its test images
    from the original test set, and keeps their order, in which the classes are mixed.

    `full=True` calls `keras.datasets.fashion_mnist.load_data()`, which downloads 30 MB the first
    time and keeps them in Keras's cache directory.

    Raises ConnectionError, in one line, when that download fails.

    Source: Xiao, Rasul & Vollgraf (2017), arXiv:1708.07747.
    """
    return _download() if full else _shipped()


def _shipped() -> tuple[Split, Split]:
    with (
        open_file("fashion_mnist.npz") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        train = (arrays["x_train"], arrays["y_train"])
        test = (arrays["x_test"], arrays["y_test"])
    return train, test


def _download() -> tuple[Split, Split]:
    from keras.datasets import fashion_mnist  # slow, and needed here alone

    try:
        return fashion_mnist.load_data()
    except Exception as error:  # Keras raises a bare Exception when a download fails
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ConnectionError(
            f"Keras could not fetch the full Fashion-MNIST ({reason}): connect to the network and "
            "call again, or leave out full=True to work with the 12,000 images shipped here."
        ) from None

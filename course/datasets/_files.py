"""Opens the data files that ship inside this package; never looks anywhere else."""

from importlib import resources
from typing import BinaryIO


def open_file(name: str) -> BinaryIO:
    """Return the shipped file `name` opened for reading bytes.

    Works from a checkout, an installed wheel and a zip archive alike.
    """
    return resources.files("course.datasets").joinpath("files", name).open("rb")

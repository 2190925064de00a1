"""The real data of the lessons, shipped with the course; loading never needs the network.

Every loader reads its file anew, so what a caller does to the result touches nobody else's.
`PROVENANCE.md` beside this file says where each data set comes from and under which licence.
"""

from course.datasets._fashion_mnist import FASHION_MNIST_CLASSES, load_fashion_mnist
from course.datasets._photographs import TEXTURES, load_photograph, load_textures
from course.datasets._tables import load_auto_mpg, load_penguins, load_sunspots

__all__ = [
    "FASHION_MNIST_CLASSES",
    "TEXTURES",
    "load_auto_mpg",
    "load_fashion_mnist",
    "load_penguins",
    "load_photograph",
    "load_sunspots",
    "load_textures",
]

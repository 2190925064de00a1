"""Makes the shipped data files again from the packages that they were taken from; never downloads.

    python -m course.datasets.make                  every file
    python -m course.datasets.make sunspots.csv     one of them

The original packages must be installed: `PROVENANCE.md` names them and their versions. The same
originals give the same bytes, and the SHA-256 of each file written is printed.
"""

import argparse
import gzip
import hashlib
import io
import math
import zipfile
import zlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from course.datasets._photographs import PHOTOGRAPHS as SCENES
from course.datasets._photographs import TEXTURES

FILES = Path(__file__).parent / "files"
FASHION_MNIST = Path("/usr/share/datasets/fashion-mnist")  # where Debian's package puts it

# The tables are copied byte for byte: file -> (PyPI package, path inside it).
COPIED = {
    "penguins.csv": ("palmerpenguins", "data/penguins.csv"),
    "auto_mpg.csv": ("bokeh_sampledata", "_data/auto-mpg.csv"),
    "sunspots.csv": ("statsmodels", "datasets/sunspots/sunspots.csv"),
}
# So are the photographs.
PHOTOGRAPHS = {f"{name}.png": ("skimage", f"data/{name}.png") for name in (*TEXTURES, *SCENES)}
NAMES = (*COPIED, *PHOTOGRAPHS, "fashion_mnist.npz")
DISTRIBUTIONS = {"skimage": "scikit-image"}  # where pip's name is not the package's own

# The subset of Fashion-MNIST: so many images of every class, drawn with this seed.
TRAIN_PER_CLASS = 1000
TEST_PER_CLASS = 200
SEED = 2017


class OriginalMissingError(Exception):
    """An original package is not installed; the text names it and says how to install it."""


def main(arguments: list[str] | None = None) -> None:
    """Write the files that the command line names, and print the SHA-256 of each."""
    options = _parser().parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or NAMES:
        try:
            content = make(name, options.fashion_mnist)
        except (OriginalMissingError, ValueError) as error:
            raise SystemExit(f"{name}: {error}") from None
        (options.out / name).write_bytes(content)
        print(hashlib.sha256(content).hexdigest(), name)


def make(name: str, fashion_mnist: Path = FASHION_MNIST) -> bytes:
    """Return the content of the shipped file `name`, one of `NAMES`.

    `fashion_mnist` is the directory that holds the four original `*-ubyte.gz` files.

    Raises OriginalMissingError when the original is not installed, ValueError when it is damaged
    or the name is unknown.
    """
    if name in COPIED | PHOTOGRAPHS:
        return original(*(COPIED | PHOTOGRAPHS)[name])
    if name == "fashion_mnist.npz":
        return _fashion_mnist_subset(fashion_mnist)
    raise ValueError(f"no such file; there are {', '.join(NAMES)}")


def original(package: str, path: str) -> bytes:
    """Return the content of a file inside an installed package, without running its code.

    Raises OriginalMissingError when there is no such file.
    """
    spec = find_spec(package)
    file = spec and Path(spec.submodule_search_locations[0], path)
    if not file or not file.is_file():
        distribution = DISTRIBUTIONS.get(package, package)
        raise OriginalMissingError(
            f"{path} of the package {package} is not installed: run `pip install {distribution}`"
        )
    return file.read_bytes()


def _fashion_mnist_subset(directory: Path) -> bytes:
    """Choose the subset and pack it as an .npz archive of four uint8 arrays.

    The rule: one legacy NumPy generator, whose stream is frozen for good, is seeded with `SEED`.
    First for the training set, then for the test set, each class in turn (0 to 9) has the
    positions of its images permuted and keeps the first so many. All kept images stay in the
    order of the original file, in which the classes are mixed.
    """
    random = np.random.RandomState(SEED)
    arrays = {}
    for part, prefix, per_class in (
        ("train", "train", TRAIN_PER_CLASS),
        ("test", "t10k", TEST_PER_CLASS),
    ):
        images = _read_idx(directory / f"{prefix}-images-idx3-ubyte.gz", dimensions=3)
        labels = _read_idx(directory / f"{prefix}-labels-idx1-ubyte.gz", dimensions=1)
        kept = _stratified(labels, per_class, random)
        arrays[f"x_{part}"] = images[kept]
        arrays[f"y_{part}"] = labels[kept]
    return pack(arrays)


def _read_idx(path: Path, dimensions: int) -> np.ndarray:
    """Read a gzipped IDX file of unsigned bytes.

    Its layout: two zero bytes, the type code 8 (unsigned byte), the number of dimensions, the
    size of each dimension as a big-endian 32-bit integer, then the values in C order.
    """
    if not path.is_file():
        raise OriginalMissingError(
            f"{path} is missing: run `apt-get install dataset-fashion-mnist` (Debian, Ubuntu), "
            "or name the directory that holds it with --fashion-mnist"
        )
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"{path} is damaged: {error}") from None
    header = 4 + 4 * dimensions
    shape = [int.from_bytes(content[start : start + 4], "big") for start in range(4, header, 4)]
    if content[:4] != bytes([0, 0, 8, dimensions]) or len(content) != header + math.prod(shape):
        raise ValueError(f"{path} is no IDX file of {dimensions}-dimensional unsigned bytes")
    return np.frombuffer(content, dtype=np.uint8, offset=header).reshape(shape)


def _stratified(labels: np.ndarray, per_class: int, random: np.random.RandomState) -> np.ndarray:
    """Return the rising positions of `per_class` random members of every class in `labels`."""
    chosen = [
        random.permutation(np.flatnonzero(labels == label))[:per_class]
        for label in np.unique(labels)
    ]
    return np.sort(np.concatenate(chosen))


def pack(arrays: dict[str, np.ndarray]) -> bytes:
    """Return a compressed .npz archive that is the same on every day and every system.

    `np.savez_compressed` leaves the date and the system that it stamps on each member to the
    version of Python and the machine; here both are fixed. The compressed bytes are those of
    zlib; a Python built on zlib-ng packs the same arrays into other bytes.
    """
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 3  # Unix
            member.external_attr = 0o644 << 16
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, version=(1, 0), allow_pickle=False)
            file.writestr(member, buffer.getvalue(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return archive.getvalue()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m course.datasets.make",
        description="Make the shipped data files again from the installed original packages.",
    )
    parser.add_argument(
        "names",
        nargs="*",
        choices=NAMES,
        metavar="NAME",
        help=f"a file to make: {', '.join(NAMES)} (default: all)",
    )
    parser.add_argument(
        "--fashion-mnist",
        type=Path,
        default=FASHION_MNIST,
        metavar="DIR",
        help="directory of the four original *-ubyte.gz files (default: %(default)s)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=FILES,
        metavar="DIR",
        help="directory to write to (default: that of the shipped files)",
    )
    return parser


if __name__ == "__main__":
    main()

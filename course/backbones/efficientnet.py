"""Builds EfficientNet-Lite0 in Keras and gives it its ImageNet weights; never downloads them.

Source of the architecture: Tan & Le (2019), arXiv:1905.11946, without squeeze-and-excitation and
with ReLU6 in place of Swish, as in the "Lite" variants that Google published in 2020.
"""

from importlib import resources

import keras
import numpy as np
from keras import layers

CLASSES = 1000
FILES = {
    False: ("efficientnet_lite0.npz",),  # by include_top
    True: ("efficientnet_lite0.npz", "efficientnet_lite0_top.npz"),
}

# The seven stages: blocks, kernel size, stride of the first block, expansion, channels that leave.
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)


def efficientnet_lite0(
    include_top: bool = True,
    weights: str | None = "imagenet",
    input_shape: tuple[int, int, int] = (224, 224, 3),
    pooling: str | None = None,
) -> keras.Model:
    """Return EfficientNet-Lite0, a convolutional network that was trained on ImageNet.

    The arguments mean what they mean in `keras.applications`.

    Parameters
    ----------
    include_top : bool
        Whether the last layers, which name one of ImageNet's 1,000 classes, are part of it.
    weights : "imagenet" or None
        The trained weights that ship with the course, or new random ones.
    input_shape : (height, width, 3)
        The trained weights fit every size from 32 on; they were trained at 224.
    pooling : None or "avg"
        Without the top: leave the feature maps as they are, or take their mean over the picture.

    Returns
    -------
    keras.Model
        Pictures go in as red, green and blue from 0 to 255, of any dtype: the first layer scales
        them. With the top, out come probabilities of shape (batch, 1000), whose columns
        `load_imagenet_classes` names; without, maps of shape (batch, height/32, width/32, 1280),
        sizes rounded up, or with pooling="avg" features of shape (batch, 1280). It has 4,694,024
        parameters with the top and 3,413,024 without.

    Raises
    ------
    ValueError
        If an argument is none of the above.
    """
    if weights not in ("imagenet", None):
        raise ValueError(f"weights should be 'imagenet' or None, not {weights!r}")
    if pooling not in ("avg", None):
        raise ValueError(f"pooling should be 'avg' or None, not {pooling!r}")
    if len(input_shape) != 3 or input_shape[2] != 3 or min(input_shape[:2]) < 32:
        raise ValueError(f"input_shape should be (height, width, 3) from 32 on, not {input_shape}")
    model = _architecture(include_top, input_shape, pooling)
    if weights:
        _give_weights(model, _shipped_weights(include_top))
    return model


def load_imagenet_classes() -> tuple[str, ...]:
    """Return the names of ImageNet's 1,000 classes; position is the column of the top's output.

    A name may hold several words for the same thing, such as "tench, Tinca tinca".
    """
    text = _file("imagenet_classes.txt").read_text(encoding="utf-8")
    return tuple(text.splitlines())


def _architecture(include_top, input_shape, pooling) -> keras.Model:
    inputs = keras.Input(input_shape, name="pictures")
    x = layers.Rescaling(1 / 128, offset=-127 / 128, name="scale")(inputs)
    x = _convolution(x, 32, 3, stride=2, name="stem")
    for stage, (repeats, size, stride, expansion, channels) in enumerate(STAGES, start=1):
        for repeat in range(repeats):
            name = f"block{stage}{'abcd'[repeat]}"
            x = _block(x, size, stride if repeat == 0 else 1, expansion, channels, name)
    x = _convolution(x, 1280, 1, name="top")
    if include_top:
        x = layers.GlobalAveragePooling2D(name="avg_pool")(x)
        x = layers.Dropout(0.2, name="top_dropout")(x)
        x = layers.Dense(CLASSES, activation="softmax", name="predictions")(x)
    elif pooling:
        x = layers.GlobalAveragePooling2D(name="avg_pool")(x)
    return keras.Model(inputs, x, name="efficientnet_lite0")


def _block(x, size, stride, expansion, channels, name):
    """Widen, convolve every channel by itself, narrow; add the input where the shapes agree."""
    inputs = x
    if expansion > 1:
        x = _convolution(x, inputs.shape[-1] * expansion, 1, name=f"{name}_expand")
    x = layers.DepthwiseConv2D(size, stride, "same", use_bias=False, name=f"{name}_depthwise")(x)
    x = _normalised(x, f"{name}_depthwise")
    x = _convolution(x, channels, 1, activation=False, name=f"{name}_project")
    if stride == 1 and inputs.shape[-1] == channels:
        x = layers.Add(name=f"{name}_add")([x, inputs])
    return x


def _convolution(x, filters, size, stride=1, activation=True, *, name):
    x = layers.Conv2D(filters, size, stride, "same", use_bias=False, name=name)(x)
    return _normalised(x, name, activation)


def _normalised(x, name, activation=True):
    x = layers.BatchNormalization(epsilon=1e-3, momentum=0.99, name=f"{name}_bn")(x)
    return layers.ReLU(max_value=6.0, name=f"{name}_relu")(x) if activation else x


def weight_paths(model: keras.Model) -> list[str]:
    """The names of a model's weights in their order, such as "stem_bn/gamma".

    Keras may put the name of the model before that of a layer; here it is left out.
    """
    return ["/".join(weight.path.split("/")[-2:]) for weight in model.weights]


def _give_weights(model: keras.Model, arrays: dict[str, np.ndarray]) -> None:
    paths = weight_paths(model)
    if sorted(paths) != sorted(arrays):
        raise ValueError("the shipped weights are not those of this architecture")
    model.set_weights([arrays[path].astype("float32") for path in paths])


def _shipped_weights(include_top: bool) -> dict[str, np.ndarray]:
    arrays = {}
    for name in FILES[include_top]:
        with _file(name).open("rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays |= {path: archive[path] for path in archive.files}
    return arrays


def _file(name: str):
    return resources.files("course.backbones").joinpath("files", name)

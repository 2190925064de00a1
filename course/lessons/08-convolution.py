# %% [markdown]
# # 8. Networks that see
#
# At the end of this lesson you will be able to
#
# - **compute** a convolution, a pooling and the sizes of what comes out, by hand and in NumPy;
# - **normalise** and **drop** as Keras does, and say how training and inference differ;
# - **build** a residual block as a Keras layer, and a convolutional network that names clothes;
# - **count** what a layer costs, in parameters and in multiply-adds;
# - **ablate**: leave out one part at a time, and tell its effect from the luck of the seed.
#
# **Time**: 60 minutes to read, two and a half hours with the exercises; the notebook itself runs
# in about a minute. **Builds on**: lesson 3 (Keras models and layers of your own), lesson 4
# (cross-entropy from logits), lesson 5 (initialisation, learning rate) and lesson 7 (gradients in
# deep networks). If the first cell writes in red that it has found no graphics card: nothing is
# wrong, we work without one.

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # TensorFlow: errors only, please
import itertools

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_sample_image

from course import check
from course.datasets import FASHION_MNIST_CLASSES, load_fashion_mnist
from course.figures import (
    draw_history,
    draw_images,
    draw_maps,
    draw_receptive_field,
    draw_runs,
    draw_window,
    use_style,
)

use_style()
tf.get_logger().setLevel("ERROR")  # no advice on retracing: we build many small models
# Our trainings are short: to rewrite each graph for speed would cost more than it gains.
tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
keras.utils.set_random_seed(8)

# %% [markdown]
# Two kinds of pictures go with us: Fashion-MNIST, known from lesson 6, 10,000 grey images of
# clothes of 28 × 28 pixels; and two photographs in colour, which come with scikit-learn. An image
# is an array of shape (height, width, **channels**): one channel if it is grey; red, green and blue
# if it is not. Keras puts the channels last, and so do we.

# %% tags=["setup"] nbgrader={"grade_id": "pictures"}
(images, kinds), (test_images, test_kinds) = load_fashion_mnist()
images = images[..., None].astype("float32") / 255  # shape (10000, 28, 28, 1), from 0 to 1
test_images = test_images[..., None].astype("float32") / 255  # shape (2000, 28, 28, 1)

# %%
china, flower = (
    load_sample_image(name)[::2, ::2].astype("float32") / 255
    for name in ("china.jpg", "flower.jpg")
)
print("clothes", images.shape, " photograph", china.shape)

# %% [markdown]
# ## A window that slides
#
# A dense layer takes an image for a list of numbers. It has a weight for every pixel and every
# unit, and what it learns about a sleeve at the left it does not know about a sleeve at the right.
#
# A **convolutional layer** looks through a small window. Its weights are a **kernel** of, say, 3 ×
# 3 numbers, which is laid over the image at every position; there the pixels are multiplied by the
# kernel's numbers and added up. In one channel, with image $x$ and kernel $k$:
#
# $$y_{ij} = \sum_a \sum_b x_{i+a,\,j+b} \; k_{ab}.$$
#
# Two ideas are in this formula. **Locality**: an output depends on its neighbourhood alone.
# **Weight sharing**: the same few numbers serve at all positions. The output is again an image, the
# **feature map**: it says *where* in the image there is what the kernel looks for.

# %%
step = np.array(
    [[0, 0, 0, 9, 9], [0, 0, 0, 9, 9], [0, 0, 9, 9, 9], [0, 0, 9, 9, 9], [0, 0, 9, 9, 9]]
)
sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
output = np.array(
    [[np.sum(step[i : i + 3, j : j + 3] * sobel) for j in range(3)] for i in range(3)]
)
_ = draw_window(step, sobel, output, at=(1, 0))

# %% [markdown]
# Look at the frame: nine pixels, nine numbers of the kernel, one sum. This kernel (named after
# Irwin Sobel) subtracts what is left from what is right. It answers most, 36, where darkness turns
# into light, and 0 in the corner where all is light.
#
# Mathematicians flip the kernel before they slide it, and call only that a *convolution*; without
# the flip it is a **cross-correlation**. Keras, like all deep-learning libraries, does not flip and
# says convolution all the same. Nothing is lost, since the kernel is learned anyway.
#
# **Stride and padding.** The window may move by more than one pixel: the **stride** $s$. And at the
# border it either stays inside the image (**valid**), so that the map shrinks by $k - 1$ with a
# kernel of $k$ pixels, or zeros are put around the image (**same**), so that with stride 1 the map
# is as large as the image. Along a side of $n$ pixels there are
#
# $$\text{valid: } \left\lfloor \frac{n - k}{s} \right\rfloor + 1 \qquad\qquad
# \text{same: } \left\lceil \frac{n}{s} \right\rceil$$
#
# positions, where $\lfloor\cdot\rfloor$ rounds down and $\lceil\cdot\rceil$ up.
#
# ### Exercise: how large is the map? (2 points)


# %% nbgrader={"grade_id": "output_size", "solution": true}
def output_size(size, kernel, stride=1, padding="valid"):
    """How many positions a window has along one side of an image, as Keras counts them.

    Parameters
    ----------
    size : int, 1 or more
        Pixels of the image along this side.
    kernel : int, 1 or more
        Pixels of the window along this side.
    stride : int, 1 or more
        Pixels from one position to the next.
    padding : str
        "valid" - the window stays inside the image; pixels left over at the end are not looked at
        "same"  - zeros are put around the image, so that with stride 1 the output is as long as
                  the input, and with stride s as long as size / s rounded up

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If `padding` is neither of the two, or if it is "valid" and the window is larger than the
        image.

    Example
    -------
    >>> output_size(28, 3), output_size(28, 3, stride=2), output_size(27, 3, 2, "same")
    (26, 13, 14)
    """
    ### BEGIN SOLUTION
    if padding == "same":
        return -(-size // stride)
    if padding != "valid":
        raise ValueError(f'padding must be "valid" or "same", not {padding!r}')
    if kernel > size:
        raise ValueError(f"a window of {kernel} pixels does not fit into {size}")
    return (size - kernel) // stride + 1
    ### END SOLUTION


# %% nbgrader={"grade_id": "output_size-valid", "points": 1}
with check.visible("output_size: valid"):
    check.equal(
        output_size(28, 3),
        26,
        "output_size(28, 3)",
        mistakes={
            "this is the number of steps; there is one position more": 25,
            "the image loses one pixel less than the kernel has": 27,
            "this is what 'same' gives; by default the padding is 'valid'": 28,
            "divide with //: a number of positions is an int": 26.0,
            "nothing is returned": None,
        },
    )
    check.equal(
        output_size(28, 3, stride=2),
        13,
        "output_size(28, 3, stride=2)",
        mistakes={
            "rounded up: the last window would stick out of the image": 14,
            "the stride is not taken into account": 26,
            "there is one position more than there are steps": 12,
            "divide with //: a number of positions is an int": 13.0,
            "this is 25 / 2 + 1, not rounded": 13.5,
        },
    )
    check.raises(
        ValueError,
        output_size,
        3,
        5,
        what="output_size(3, 5), a window larger than the image",
        hint="with 'valid' there is no position for it",
    )
### BEGIN HIDDEN TESTS
with check.hidden("output_size: valid"):
    for size_check, kernel_check, stride_check in itertools.product(
        (1, 4, 7, 12, 31), (1, 2, 3, 5, 7), (1, 2, 3, 4, 9)
    ):
        if kernel_check <= size_check:
            check.equal(
                output_size(size_check, kernel_check, stride_check),
                len(range(0, size_check - kernel_check + 1, stride_check)),
                "output_size with other sizes, kernels and strides",
                hint="count the positions at which the whole window lies inside the image",
            )
        else:
            for padding_check in ((), ("valid",)):
                check.raises(
                    ValueError,
                    output_size,
                    size_check,
                    kernel_check,
                    stride_check,
                    *padding_check,
                    what="a window larger than the image",
                )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "output_size-same", "points": 1}
with check.visible("output_size: same"):
    check.equal(
        output_size(27, 3, 2, "same"),
        14,
        "output_size(27, 3, 2, 'same')",
        mistakes={
            "rounded down: with 'same' every pixel counts, so round up": 13,
            "the stride is not taken into account": 27,
            "this is not rounded at all": 13.5,
            "a number of positions is an int, not a float": 14.0,
        },
    )
    check.equal(output_size(28, 3, padding="same"), 28, "output_size(28, 3, padding='same')")
    check.raises(
        ValueError,
        output_size,
        28,
        3,
        1,
        "full",
        what="output_size(28, 3, 1, 'full')",
        hint="look at the name: what is neither of the two must not pass for one of them",
    )
### BEGIN HIDDEN TESTS
with check.hidden("output_size: same"):
    for size_check, kernel_check, stride_check in itertools.product(
        (1, 2, 6, 7, 12, 31), (1, 2, 3, 5, 40), (1, 2, 3, 4, 9, 40)
    ):
        check.equal(
            output_size(size_check, kernel_check, stride_check, "same"),
            len(range(0, size_check, stride_check)),
            "output_size with 'same' and other sizes, kernels and strides",
            hint="the size divided by the stride, rounded up; the kernel plays no part",
        )
    for padding_check in ("", "Same", "causal", None):
        check.raises(
            ValueError, output_size, 9, 3, 2, padding_check, what="another unknown padding"
        )
### END HIDDEN TESTS

# %% [markdown]
# ## Channels and filters
#
# A colour image has three channels, and a map may have dozens. So the kernel has a depth, too: it
# spans all channels, and the sum runs over them as well. One such kernel gives one map. A layer has
# many, called **filters**, and stacks their maps as the channels of its output:
#
# $$y_{ijf} = \sum_a \sum_b \sum_c x_{is+a,\;js+b,\;c} \; k_{abcf}.$$
#
# The layer's kernel therefore has four axes, (rows, columns, channels, filters), and its parameters
# do not depend on the size of the image.
#
# How many zeros does "same" add? With $r = \lceil n / s \rceil$ positions the last window begins at
# $(r - 1)\,s$ and ends $k$ pixels later, so $\max((r - 1)\,s + k - n,\ 0)$ pixels are missing. Half
# of them come before the image and half behind it; **an odd one comes behind**. Other libraries put
# it elsewhere, which is why a network moved from one to another can be a pixel off.
#
# ### Exercise: convolution (3 points)


# %% nbgrader={"grade_id": "conv2d", "solution": true}
def conv2d(image, kernel, stride=1, padding="valid"):
    """Convolve one image with several filters, as `keras.layers.Conv2D` does without a bias.

    The output at row i, column j for filter f is the sum, over all rows a and columns b of the
    kernel and over all channels c, of

        padded[i * stride + a, j * stride + b, c] * kernel[a, b, c, f]

    where `padded` is the image itself for "valid". The kernel is not flipped.

    Parameters
    ----------
    image : array of floats, shape (height, width, channels)
        Not changed.
    kernel : array of floats, shape (rows, columns, channels, filters)
        Rows and columns may differ. Not changed.
    stride : int, 1 or more
        Pixels from one position to the next, downwards as well as to the right.
    padding : str
        "valid" - no padding; the kernel fits into the image. Rows and columns that are left over
                  at the bottom and at the right are not looked at
        "same"  - zeros are put around the image so that the output has height / stride rows and
                  width / stride columns, both rounded up. With r output rows this takes
                  max((r - 1) * stride + rows - height, 0) rows of zeros: half of them above the
                  image, half below, and if their number is odd, the one more is below. Likewise
                  for columns: left and right, the one more at the right

    Returns
    -------
    array of floats, shape (output rows, output columns, filters)

    Raises
    ------
    ValueError
        If `padding` is neither of the two, or if the kernel and the image differ in channels.

    Example
    -------
    >>> image = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])[:, :, None]
    >>> kernel = np.array([[1.0, 2], [0, -1]])[:, :, None, None]
    >>> conv2d(image, kernel)[:, :, 0]
    array([[ 4., -1.],
           [ 1.,  6.]])
    """
    ### BEGIN SOLUTION
    rows, columns, channels, _ = kernel.shape
    if image.shape[2] != channels:
        raise ValueError(f"the image has {image.shape[2]} channels, the kernel {channels}")
    if padding == "same":
        sides = zip(image.shape, (rows, columns), strict=False)
        missing = [max((-(-n // stride) - 1) * stride + k - n, 0) for n, k in sides]
        image = np.pad(image, [*((m // 2, m - m // 2) for m in missing), (0, 0)])
    elif padding != "valid":
        raise ValueError(f'padding must be "valid" or "same", not {padding!r}')
    windows = np.lib.stride_tricks.sliding_window_view(image, (rows, columns), axis=(0, 1))
    return np.einsum("ijcab,abcf->ijf", windows[::stride, ::stride], kernel)
    ### END SOLUTION


# %% nbgrader={"grade_id": "conv2d-values", "points": 1}
image_check = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])[:, :, None]
kernel_check = np.array([[1.0, 2], [0, -1]])[:, :, None, None]
with check.visible("conv2d: the example"):
    with check.not_mutated(image=image_check, kernel=kernel_check):
        got_check = conv2d(image_check, kernel_check)
    if check.shape(got_check, (2, 2, 1), "conv2d(image, kernel)"):
        check.close(
            check.to_numpy(got_check)[0][:, :, 0],
            [[4, -1], [1, 6]],
            "conv2d(image, kernel)[:, :, 0]",
            rtol=1e-4,
            atol=1e-5,
            mistakes={
                "the kernel is flipped; Keras does not flip it": [[0, 3], [5, 2]],
                "the kernel is transposed: its first axis goes down": [[0, 1], [3, 2]],
                "these are means over the window; a convolution adds up": [[1, -0.25], [0.25, 1.5]],
                "negative sums were cut off; there is no ReLU in a convolution": [[4, 0], [1, 6]],
            },
        )
    check.raises(
        ValueError,
        conv2d,
        np.ones((4, 4, 3)),
        np.ones((2, 2, 1, 5)),
        what="an image of 3 channels and a kernel for 1",
        hint="NumPy would spread the one over the three without a word: compare them first",
    )
### BEGIN HIDDEN TESTS
with check.hidden("conv2d: channels and filters"):
    rng_check = np.random.default_rng(81)
    for shape_check, kernel_shape_check in (
        ((6, 5), (3, 3, 1, 1)),
        ((6, 9), (3, 2, 4, 1)),
        ((7, 4), (1, 4, 3, 5)),
        ((5, 5), (5, 5, 2, 3)),
        ((1, 6), (1, 1, 6, 2)),
    ):
        image_check = rng_check.normal(size=(*shape_check, kernel_shape_check[2]))
        kernel_check = rng_check.normal(size=kernel_shape_check)
        with check.not_mutated(image=image_check, kernel=kernel_check):
            got_check = conv2d(image_check, kernel_check)
        check.close(
            got_check,
            keras.ops.conv(image_check[None], kernel_check, padding="valid")[0],
            "conv2d with several channels and filters",
            rtol=1e-4,
            atol=1e-5,
            hint="add up over rows, columns and channels; each filter gives a channel of the "
            "output, which has the shape (rows, columns, filters)",
        )
    for channels_check in ((1, 3), (2, 4), (4, 2), (3, 1)):
        check.raises(
            ValueError,
            conv2d,
            np.ones((5, 5, channels_check[0])),
            np.ones((2, 2, channels_check[1], 3)),
            what="an image and a kernel with different channels",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "conv2d-stride", "points": 1}
image_check = np.arange(20.0).reshape(4, 5, 1)
kernel_check = np.array([[1.0, 0], [0, 2]])[:, :, None, None]
with check.visible("conv2d: stride"):
    got_check = conv2d(image_check, kernel_check, stride=2)
    if check.shape(got_check, (2, 2, 1), "conv2d(an image of 4 x 5, a kernel of 2 x 2, stride 2)"):
        check.close(
            check.to_numpy(got_check)[0][:, :, 0],
            [[12, 18], [42, 48]],
            "the same, as a table; the image holds 0 to 19",
            rtol=1e-4,
            atol=1e-5,
            mistakes={
                "the windows move by 1: the first ones of the map with stride 1": [
                    [12, 15],
                    [27, 30],
                ],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("conv2d: stride"):
    rng_check = np.random.default_rng(82)
    for shape_check, kernel_shape_check, stride_check in (
        ((9, 8, 2), (3, 3, 2, 2), 2),
        ((8, 11, 1), (2, 3, 1, 4), 3),
        ((7, 7, 3), (1, 1, 3, 2), 4),
        ((10, 6, 1), (5, 1, 1, 1), 5),
        ((3, 4, 2), (2, 2, 2, 1), 7),
    ):
        image_check = rng_check.normal(size=shape_check)
        kernel_check = rng_check.normal(size=kernel_shape_check)
        check.close(
            conv2d(image_check, kernel_check, stride_check),
            keras.ops.conv(image_check[None], kernel_check, strides=stride_check)[0],
            "conv2d with a stride",
            rtol=1e-4,
            atol=1e-5,
            hint="the window at row i, column j begins at pixel (i * stride, j * stride)",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "conv2d-padding", "points": 1}
image_check = np.arange(1.0, 10.0).reshape(3, 3, 1)
kernel_check = np.array([[1.0, 10], [100, 1000]])[:, :, None, None]
with check.visible("conv2d: same"):
    for stride_check, right_check, before_check in (
        (
            1,
            [[5421, 6532, 603], [8754, 9865, 906], [87, 98, 9]],
            [[1000, 2100, 3200], [4010, 5421, 6532], [7040, 8754, 9865]],
        ),
        (2, [[5421, 603], [87, 9]], [[1000, 3200], [7040, 9865]]),
    ):
        what_check = f"conv2d(3 x 3 pixels, a kernel of 2 x 2, stride {stride_check}, 'same')"
        got_check = conv2d(image_check, kernel_check, stride_check, "same")
        if check.shape(got_check, (*np.shape(right_check), 1), what_check):
            check.close(
                check.to_numpy(got_check)[0][:, :, 0],
                right_check,
                what_check + ", as a table",
                rtol=1e-4,
                mistakes={
                    "the odd zeros stand above and at the left; Keras puts them below and at the "
                    "right": before_check,
                },
                hint="pad with zeros; here one row below and one column at the right",
            )
    check.raises(
        ValueError,
        conv2d,
        image_check,
        kernel_check,
        1,
        "full",
        what="conv2d(image, kernel, 1, 'full')",
    )
### BEGIN HIDDEN TESTS
with check.hidden("conv2d: same"):
    rng_check = np.random.default_rng(83)
    for shape_check, kernel_shape_check, stride_check in (
        ((6, 5, 1), (3, 3, 1, 1), 1),
        ((6, 7, 2), (3, 3, 2, 3), 2),
        ((7, 6, 1), (3, 5, 1, 2), 2),
        ((8, 8, 1), (4, 2, 1, 1), 3),
        ((5, 9, 2), (2, 5, 2, 2), 1),
        ((7, 9, 1), (1, 2, 1, 2), 4),
        ((2, 3, 1), (5, 6, 1, 1), 1),
        ((4, 5, 1), (1, 1, 1, 2), 1),
        ((1, 1, 3), (3, 3, 3, 2), 2),
        ((8, 5, 2), (2, 1, 2, 1), 3),
    ):
        image_check = rng_check.normal(size=shape_check)
        kernel_check = rng_check.normal(size=kernel_shape_check)
        with check.not_mutated(image=image_check, kernel=kernel_check):
            got_check = conv2d(image_check, kernel_check, stride_check, "same")
        check.close(
            got_check,
            keras.ops.conv(image_check[None], kernel_check, stride_check, padding="same")[0],
            "conv2d with 'same'",
            rtol=1e-4,
            atol=1e-5,
            hint="compute the zeros for rows and columns apart, from size, kernel and stride; never "
            "fewer than none; the odd one below and at the right",
        )
    for padding_check in ("", "SAME", "causal"):
        check.raises(
            ValueError,
            conv2d,
            np.ones((4, 4, 1)),
            np.ones((2, 2, 1, 1)),
            1,
            padding_check,
            what="another unknown padding",
        )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** You have written what `keras.layers.Conv2D` computes, but for a bias for each filter.
# Before anything was learned, people chose kernels by hand. Five of them, as the filters of one
# call, on a photograph turned grey. **Predict**: which of them leave the sky dark?

# %%
handmade = {
    "blur": np.full((3, 3), 1 / 9),
    "vertical edges": sobel,
    "horizontal edges": sobel.T,
    "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    "emboss": np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
}
filters = np.stack(list(handmade.values()), axis=-1)[:, :, None, :]  # (3, 3, 1, 5)


def show_filtered(picture, title):
    grey = picture.mean(axis=-1, keepdims=True)
    found = np.moveaxis(conv2d(grey, filters, padding="same"), -1, 0)
    found[1:3] = np.abs(found[1:3])  # an edge from light to dark counts as much
    shown = np.clip([grey[..., 0], *found], 0, 1)
    return draw_maps(shown, ["the picture", *handmade], columns=3, title=title)


_ = show_filtered(china, "Nine numbers make a blur, an edge detector or a relief")

# %%
_ = show_filtered(flower, "The same five kernels on another picture")

# %% [markdown]
# The two edge detectors: they subtract what is equal, so wherever brightness does not change, in
# the sky and out of focus behind the flower, they give 0. The vertical one finds the columns of the
# palace, the horizontal one the beams and the edges of the roof. Blur takes the mean of nine
# pixels. (The bright line along the border is an edge, too, and none of the picture's: beyond it
# are the zeros of the padding.) Sharpen adds to a pixel what sets it apart from its neighbours;
# emboss adds to the picture the difference between lower right and upper left, as if light fell
# across a relief.
#
# The numbers of a kernel can be read, then: those of blur, sharpen and emboss sum to 1 and keep
# the brightness of a plain surface; those of an edge detector sum to 0.
#
# One property comes for free. If the image moves, the map moves along: convolution is
# **equivariant** to translation.

# %%
boot = images[kinds == 9][0]
edges = sobel[:, :, None, None]
moved = np.roll(boot, 3, axis=1)
gap = conv2d(moved, edges)[:, 3:] - conv2d(boot, edges)[:, :-3]
print("the map of the moved image minus the moved map:", np.abs(gap).max())

# %% [markdown]
# ## Pooling
#
# After a convolution it is known where there is an edge, to the pixel. Further up this is more than
# one wants to know: a shoe is a shoe one pixel further left, too. **Pooling** looks at each
# window of $p \times p$ numbers, side by side, in each channel by itself, and makes one of them:
# the largest (**max pooling**) or the mean (**average pooling**). It has no parameters. With
# $p = 2$ the map shrinks to a quarter of its numbers, and all that follows costs a quarter.
#
# ### Exercise: pooling (2 points)


# %% nbgrader={"grade_id": "pool2d", "solution": true}
def pool2d(image, size, mode="max"):
    """Pool an image: one number for each window of size x size pixels, in each channel by itself.

    The windows lie side by side (the stride is `size`) and stay inside the image: rows and columns
    that are left over at the bottom and at the right are dropped, as `layers.MaxPooling2D` does.

    Parameters
    ----------
    image : array of floats, shape (height, width, channels)
        Of any sign; height and width are at least `size`. Not changed.
    size : int, 1 or more
    mode : str
        "max" for the largest number of each window, "average" for their mean.

    Returns
    -------
    array of floats, shape (height // size, width // size, channels)

    Raises
    ------
    ValueError
        If `mode` is neither of the two.

    Example
    -------
    >>> image = np.array([[-1.0, -2, 0, 3, 9], [-4, -3, 1, 2, 9], [9, 9, 9, 9, 9]])[:, :, None]
    >>> pool2d(image, 2, "max")[:, :, 0], pool2d(image, 2, "average")[:, :, 0]
    (array([[-1.,  3.]]), array([[-2.5,  1.5]]))
    """
    ### BEGIN SOLUTION
    reduce = {"max": np.max, "average": np.mean}.get(mode)
    if reduce is None:
        raise ValueError(f'mode must be "max" or "average", not {mode!r}')
    rows, columns = image.shape[0] // size, image.shape[1] // size
    whole = image[: rows * size, : columns * size]
    return reduce(whole.reshape(rows, size, columns, size, -1), axis=(1, 3))
    ### END SOLUTION


# %% nbgrader={"grade_id": "pool2d-max", "points": 1}
image_check = np.array([[-1.0, -2, 0, 3, 9], [-4, -3, 1, 2, 9], [9, 9, 9, 9, 9]])[:, :, None]
with check.visible("pool2d: the largest"):
    with check.not_mutated(image=image_check):
        got_check = pool2d(image_check, 2, "max")
    if check.shape(got_check, (1, 2, 1), "pool2d(an image of 3 x 5, 2, 'max')"):
        check.close(
            check.to_numpy(got_check)[0][:, :, 0],
            [[-1, 3]],
            "pool2d(image, 2, 'max')[:, :, 0]",
            rtol=1e-4,
            atol=1e-5,
            mistakes={
                "a zero beats the negative numbers: nothing may be padded, nor a maximum started "
                "at 0": [[0, 3]],
                "these are the largest absolute values": [[4, 3]],
                "this keeps the number farthest from 0": [[-4, 3]],
                "these are the means": [[-2.5, 1.5]],
                "this is every second pixel, not the largest of each window": [[-1, 0]],
                "the windows overlap; they lie side by side": [[-1, 1]],
            },
        )
    check.close(
        pool2d(image_check, 2), pool2d(image_check, 2, "max"), "pool2d(image, 2), without a mode"
    )
    check.raises(
        ValueError,
        pool2d,
        image_check,
        2,
        "median",
        what="pool2d(image, 2, 'median')",
        hint="look at the name first; none of the two is a ValueError",
    )
### BEGIN HIDDEN TESTS
with check.hidden("pool2d: the largest"):
    rng_check = np.random.default_rng(84)
    for shape_check, size_check in (
        ((6, 8, 3), 2),
        ((7, 9, 2), 2),
        ((9, 6, 4), 3),
        ((8, 11, 1), 4),
        ((5, 5, 2), 1),
        ((3, 4, 5), 3),
    ):
        image_check = rng_check.normal(-2, 1, size=shape_check)
        with check.not_mutated(image=image_check):
            got_check = pool2d(image_check, size_check, "max")
        check.close(
            got_check,
            keras.ops.max_pool(image_check[None], size_check, padding="valid")[0],
            "pool2d with 'max' and several channels",
            rtol=1e-4,
            atol=1e-5,
            hint="each channel by itself, rows and columns alike; left over pixels are dropped at "
            "the bottom and at the right",
        )
    for mode_check in ("", "Max", "min", "mean", None):
        check.raises(
            ValueError, pool2d, np.ones((4, 4, 1)), 2, mode_check, what="another unknown mode"
        )
    check.close(
        pool2d(np.array([[-5e6, -4e6], [-9e6, -7e6]])[:, :, None], 2, "max"),
        [[[-4e6]]],
        "pool2d with 'max' of very small numbers",
        hint="the largest number of the window, whatever its size and sign",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "pool2d-average", "points": 1}
image_check = np.array([[-1.0, -2, 0, 3, 9], [-4, -3, 1, 2, 9], [9, 9, 9, 9, 9]])[:, :, None]
with check.visible("pool2d: the mean"):
    with check.not_mutated(image=image_check):
        got_check = pool2d(image_check, 2, "average")
    if check.shape(got_check, (1, 2, 1), "pool2d(an image of 3 x 5, 2, 'average')"):
        check.close(
            check.to_numpy(got_check)[0][:, :, 0],
            [[-2.5, 1.5]],
            "pool2d(image, 2, 'average')[:, :, 0]",
            rtol=1e-4,
            atol=1e-5,
            mistakes={
                "these are sums; the mean divides by size * size": [[-10, 6]],
                "divided by size: there are size * size numbers in a window": [[-5, 3]],
                "these are the largest numbers": [[-1, 3]],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("pool2d: the mean"):
    rng_check = np.random.default_rng(85)
    for shape_check, size_check in (
        ((6, 8, 3), 2),
        ((7, 9, 2), 3),
        ((9, 4, 5), 4),
        ((4, 6, 1), 1),
    ):
        image_check = rng_check.normal(size=shape_check)
        image_check[rng_check.random(shape_check) < 0.3] = 0.0
        with check.not_mutated(image=image_check):
            got_check = pool2d(image_check, size_check, "average")
        check.close(
            got_check,
            keras.ops.average_pool(image_check[None], size_check, padding="valid")[0],
            "pool2d with 'average' and several channels",
            rtol=1e-4,
            atol=1e-5,
            hint="each channel by itself; the mean is over all numbers of the window, zeros too",
        )
### END HIDDEN TESTS

# %% [markdown]
# Is it true that pooling forgets small shifts? Move the boot by one pixel and look at how much its
# edge map changes, as a share of its size, without pooling and with each kind. **Predict** which
# changes least.


# %%
def changed(before, after):
    return np.linalg.norm(after - before) / np.linalg.norm(before)


before = np.abs(conv2d(boot, edges))
after = np.abs(conv2d(np.roll(boot, 1, axis=1), edges))
print(f"no pooling       {changed(before, after):.2f}")
for size in (2, 4):
    for mode in ("max", "average"):
        share = changed(pool2d(before, size, mode), pool2d(after, size, mode))
        print(f"{mode:8} {size} x {size}   {share:.2f}")

# %%
shown = [boot[:24, :24, 0], before[:24, :24, 0]]
for size in (2, 4):  # each number drawn as a square as large as its window
    shown.append(np.kron(pool2d(before, size)[:, :, 0], np.ones((size, size)))[:24, :24])
_ = draw_maps(
    shown,
    ["ankle boot", "vertical edges", "max 2 × 2", "max 4 × 4"],
    columns=4,
    title="Pooling keeps that there is an edge, and forgets where exactly",
)

# %% [markdown]
# Without pooling the shift by one pixel changes the map by 0.77 of its own size; after max pooling
# it is 0.50 with windows of 2 × 2 and 0.17 with 4 × 4, after average pooling 0.60 and 0.39. Look at
# the pictures: with each step you know less about *where* the edge is, and still that it is there.
# That is **invariance**, up to the size of a window, where convolution alone is equivariant. It has
# a price: whoever has to say where the shoe is, not only that it is one, must not pool too much.
#
# ## What one number sees
#
# A 3 × 3 kernel sees three pixels along each side. A second one on top of it sees three numbers
# that see three pixels each: five. The pixels that a number depends on are its **receptive field**.
# A stride or a pooling makes all that comes after it look twice as far.

# %%
stack = [("convolution, 3", 3, 1), ("convolution, 3", 3, 1), ("pooling, 2", 2, 2)]
stack += [("convolution, 3", 3, 1), ("convolution, 3", 3, 1)]
_ = draw_receptive_field(stack)

# %% [markdown]
# Follow the lines down from the top: 3, 5, 10, 12, 14. The two convolutions after the pooling add
# 4 pixels each, before it they would add 2. Two layers of 3 × 3 see as far as one of 5 × 5, with
# 18 weights instead of 25 for each pair of channels and with a ReLU in between: this is why small
# kernels in deep stacks have won.
#
# ## From maps to classes
#
# In the end there is to be one number for each class. `layers.Flatten` lays all numbers of the last
# map in a row, and a dense layer, the **head**, takes over. How long is this row? Who writes a
# network should know, because the head has a weight for every number of the row and every unit.
#
# ### Exercise: the length of the row (2 points)


# %% nbgrader={"grade_id": "flatten_size", "solution": true}
def flatten_size(input_shape, stack):
    """How many numbers `Flatten` hands to the dense head after a stack of layers.

    Parameters
    ----------
    input_shape : (height, width, channels)
    stack : list of tuples, maybe empty, from the first layer to the last; each one of
        ("conv", filters, kernel, stride, padding) - a convolution with so many filters, its kernel
            kernel x kernel pixels, with one stride in both directions, padding "valid" or "same",
            with sizes as Keras counts them
        ("pool", size) - max pooling, size x size pixels, stride `size`, no padding: rows and
            columns that are left over are dropped

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If a window is larger than what it is to look at: a "valid" convolution's or a pooling's,
        in height or in width.

    Example
    -------
    >>> stack = [("conv", 16, 3, 1, "same"), ("pool", 2), ("conv", 32, 3, 1, "valid"), ("pool", 2)]
    >>> flatten_size((28, 28, 1), stack)  # 28 -> 28 -> 14 -> 12 -> 6, and 6 * 6 * 32
    1152
    """
    ### BEGIN SOLUTION
    height, width, channels = input_shape
    for kind, *settings in stack:
        if kind == "conv":
            channels, window, stride, padding = settings
        else:
            window, stride, padding = settings[0], settings[0], "valid"
        if padding == "same":
            height, width = -(-height // stride), -(-width // stride)
        elif window > min(height, width):
            raise ValueError(f"a window of {window} pixels does not fit into {height} x {width}")
        else:
            height, width = ((side - window) // stride + 1 for side in (height, width))
    return height * width * channels
    ### END SOLUTION


# %% nbgrader={"grade_id": "flatten_size-stack", "points": 1}
stack_check = [("conv", 16, 3, 1, "same"), ("pool", 2), ("conv", 32, 3, 1, "valid"), ("pool", 2)]
with check.visible("flatten_size: the example"):
    with check.not_mutated(stack=stack_check):
        got_check = flatten_size((28, 28, 1), stack_check)
    check.equal(
        got_check,
        1152,
        "flatten_size((28, 28, 1), stack)",
        mistakes={
            "this is one map; there are as many as the last convolution has filters": 36,
            "both convolutions are taken for 'same'": 1568,
            "both convolutions are taken for 'valid'": 800,
            "the filters multiply; a layer's maps replace those of the layer before": 18432,
            "the poolings are left out": 21632,
            "this is the shape; multiply it out": (6, 6, 32),
            "this has the channels of the image, not those of the last convolution": 72,
            "a number of numbers is an int": 1152.0,
        },
    )
    check.equal(flatten_size((4, 5, 3), []), 60, "flatten_size((4, 5, 3), []), without any layer")
### BEGIN HIDDEN TESTS
with check.hidden("flatten_size: other stacks"):
    for input_shape_check, stack_check in (
        ((5, 9, 2), []),
        ((12, 7, 3), [("pool", 3)]),
        ((31, 20, 1), [("conv", 4, 5, 2, "valid"), ("conv", 6, 3, 2, "same"), ("pool", 2)]),
        ((17, 40, 3), [("pool", 4), ("conv", 2, 1, 3, "same"), ("conv", 5, 2, 1, "valid")]),
        ((9, 9, 1), [("conv", 7, 9, 1, "valid"), ("pool", 1), ("conv", 3, 5, 1, "same")]),
        ((6, 5, 1), [("conv", 2, 4, 1, "same")]),
        ((30, 23, 2), [("conv", 8, 4, 3, "same"), ("conv", 3, 4, 3, "valid"), ("pool", 2)]),
        ((6, 8, 1), [("conv", 2, 2, 5, "valid"), ("conv", 9, 3, 4, "same")]),
        ((64, 48, 3), [("conv", 8, 3, 1, "same"), ("pool", 2)] * 4),
    ):
        layers_check = [keras.Input(input_shape_check)]
        for kind_check, *settings_check in stack_check:
            if kind_check == "pool":
                layers_check.append(keras.layers.MaxPooling2D(settings_check[0]))
            else:
                filters_check, kernel_check, stride_check, padding_check = settings_check
                layers_check.append(
                    keras.layers.Conv2D(
                        filters_check, kernel_check, strides=stride_check, padding=padding_check
                    )
                )
        right_check = keras.Sequential([*layers_check, keras.layers.Flatten()]).output_shape[1]
        with check.not_mutated(stack=stack_check):
            got_check = flatten_size(input_shape_check, stack_check)
        check.equal(
            got_check,
            right_check,
            "flatten_size of another stack",
            hint="follow height, width and channels from layer to layer, and multiply at the end",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "flatten_size-too_small", "points": 1}
with check.visible("flatten_size: nothing left to look at"):
    check.raises(
        ValueError,
        flatten_size,
        (8, 8, 1),
        [("pool", 2), ("pool", 2), ("conv", 4, 3, 1, "valid")],
        what="flatten_size((8, 8, 1), two poolings and a 'valid' convolution of 3 x 3)",
        hint="2 x 2 pixels are left when the convolution comes; Keras refuses this, too",
    )
    check.equal(
        flatten_size((8, 8, 1), [("pool", 2), ("pool", 2), ("conv", 4, 3, 1, "same")]),
        16,
        "the same stack with 'same'",
    )
### BEGIN HIDDEN TESTS
with check.hidden("flatten_size: nothing left to look at"):
    for input_shape_check, stack_check in (
        ((3, 9, 1), [("pool", 4)]),
        ((9, 3, 1), [("pool", 4)]),
        ((9, 4, 1), [("conv", 2, 5, 1, "valid")]),
        ((4, 9, 1), [("conv", 2, 5, 3, "valid")]),
        ((16, 16, 3), [("conv", 2, 3, 2, "same"), ("pool", 4), ("pool", 3)]),
        ((9, 9, 1), [("conv", 2, 10, 1, "valid"), ("conv", 2, 3, 1, "same")]),
        ((7, 7, 1), [("pool", 3), ("conv", 2, 3, 1, "valid"), ("conv", 2, 3, 1, "same")]),
        ((7, 7, 1), [("pool", 8), ("pool", 1)]),
        ((2, 2, 1), [("conv", 3, 7, 1, "valid")]),
    ):
        check.raises(
            ValueError,
            flatten_size,
            input_shape_check,
            stack_check,
            what="a stack in which some window is larger than what it looks at",
            hint="in one direction is enough, and it may be any layer of the stack",
        )
    for input_shape_check, stack_check, right_check in (
        ((4, 9, 2), [("pool", 4)], 4),
        ((5, 5, 2), [("conv", 3, 5, 2, "valid")], 3),
        ((2, 6, 1), [("conv", 3, 7, 2, "same")], 9),
    ):
        check.equal(
            flatten_size(input_shape_check, stack_check),
            right_check,
            "a window that just fits, or a 'same' convolution larger than the image",
        )
### END HIDDEN TESTS

# %% [markdown]
# ## What a layer costs
#
# Two prices are counted: **parameters**, the numbers that are stored and learned, and
# **multiply-adds**, the multiplications (each with its addition) for one image. A convolution with
# kernel $k \times k$ from $c$ channels to $f$ filters has $k^2 c f + f$ parameters and makes
# $h\,w\,k^2 c f$ multiply-adds, where $h \times w$ are the positions. A dense layer uses each
# weight once. Compare a convolution with the dense layer that gives as many numbers:

# %%
print(f"{'':34}{'outputs':>10}{'parameters':>18}{'multiply-adds':>18}")
for name, (height, width, channels) in (("clothes", (28, 28, 1)), ("china.jpg", (427, 640, 3))):
    pixels, outputs = height * width * channels, height * width * 16
    weights = 3 * 3 * channels * 16
    rows = {
        "convolution 3 × 3, 16 filters": (weights + 16, height * width * weights),
        "dense": (pixels * outputs + outputs, pixels * outputs),
    }
    for layer, (parameters, multiply_adds) in rows.items():
        print(f"{name:10}{layer:24}{outputs:10,}{parameters:18,}{multiply_adds:18,}".rstrip())

# %% [markdown]
# On the photograph the dense layer would need 3.6 million million parameters, at four bytes each
# some 14,000 gigabytes: it cannot be built. The convolution has 448. It is not free, though: it
# makes 118 million multiply-adds with those 448 numbers. Convolutions are small to store and
# expensive to run; dense heads are the reverse. In a network of both, look for the parameters in
# the head and for the time in the first layers.

# %% [markdown]
# ## Keeping numbers in range
#
# In a deep stack each layer receives what the one below sends, and that changes with every step.
# **Batch normalisation** resets the scale in between: for each channel, subtract the mean and
# divide by the standard deviation, then let the network choose its own scale $\gamma$ and shift
# $\beta$:
#
# $$y = \gamma\, \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta.$$
#
# In training, $\mu$ and $\sigma^2$ come from the batch: for images, over all its images and all
# positions, one pair for each channel. So what happens to an image depends on its neighbours in the
# batch. In inference this must not be: there may be only one image. Hence the layer keeps **running
# statistics**, moved a little towards the batch's at every step of training, and uses them instead.
# They are weights that no gradient moves: the *non-trainable* parameters in a summary.
#
# ### Exercise: batch normalisation (3 points)


# %% nbgrader={"grade_id": "batch_norm", "solution": true}
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    """Normalise each channel over a batch, as `keras.layers.BatchNormalization` does.

    In training, mean and variance of each channel are taken over the whole batch: over all axes of
    x but the last. The variance is the mean of the squared deviations (divided by their number,
    not by one less). The running statistics move towards them:

        new = momentum * running + (1 - momentum) * batch's

    In inference the running statistics take the place of the batch's, and stay as they are.
    Either way

        y = gamma * (x - mean) / sqrt(variance + epsilon) + beta

    Parameters
    ----------
    x : array of floats, shape (n, channels), (n, height, width, channels) or with any other number
        of axes in between
        Not changed.
    gamma, beta : arrays of floats, shape (channels,)
        Scale and shift, learned in training.
    running_mean, running_var : arrays of floats, shape (channels,)
        Not changed: new arrays are returned.
    training : bool
    momentum : float, from 0 to 1
        Share of the old running statistics that is kept.
    epsilon : float, 0 or more

    Returns
    -------
    y : array of floats, shape of x
    running_mean, running_var : arrays of floats, shape (channels,)
        After the step; equal to those given in inference.

    Example
    -------
    >>> x = np.array([[1.0, 10.0], [3.0, 30.0]])
    >>> batch_norm(x, np.ones(2), np.zeros(2), np.zeros(2), np.ones(2), True, 0.9, epsilon=0.0)
    (array([[-1., -1.],
            [ 1.,  1.]]), array([0.2, 2. ]), array([ 1. , 10.9]))
    """
    ### BEGIN SOLUTION
    mean, variance = running_mean, running_var
    if training:
        axes = tuple(range(x.ndim - 1))
        mean, variance = x.mean(axis=axes), x.var(axis=axes)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * variance
    y = gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
    return y, running_mean, running_var
    ### END SOLUTION


# %% nbgrader={"grade_id": "batch_norm-training", "points": 1}
with check.visible("batch_norm: the output in training"):
    x_check = np.array([[1.0, 10.0], [3.0, 30.0]])
    got_check = batch_norm(
        x_check, np.ones(2), np.zeros(2), np.zeros(2), np.ones(2), True, 0.9, epsilon=0.0
    )
    three_check = type(got_check) in (tuple, list) and len(got_check) == 3
    check.that(three_check, "batch_norm(…): should return y, running_mean and running_var")
    check.close(
        got_check[0],
        [[-1, -1], [1, 1]],
        "y of the example",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "the variance is divided by n - 1; batch normalisation divides by n": [
                [-0.70710678, -0.70710678],
                [0.70710678, 0.70710678],
            ],
            "the rows are normalised; a channel is a column, so go over all axes but the last": [
                [-1, 1],
                [-1, 1],
            ],
            "the whole batch has one mean; each channel has its own": (x_check - 11)
            / x_check.std(),
            "these are the running statistics at work; in training it is the batch's": x_check,
            "divided by the variance: the standard deviation is its root": [[-1, -0.1], [1, 0.1]],
            "the mean is subtracted and nothing divided": [[-1, -10], [1, 10]],
        },
    )
    images_check = np.zeros((2, 1, 2, 1))
    images_check[0, 0, :, 0] = 1.0, 3.0
    images_check[1, 0, :, 0] = 5.0, 7.0
    y_check = batch_norm(
        images_check, np.array([10.0]), np.ones(1), np.zeros(1), np.ones(1), True, epsilon=0.0
    )[0]
    if check.shape(y_check, (2, 1, 2, 1), "y of two images of 1 x 2 pixels, one channel"):
        check.close(
            np.ravel(check.to_numpy(y_check)[0]),
            [-12.4164079, -3.4721360, 5.4721360, 14.4164079],
            "y of the pixels 1, 3, 5, 7 with gamma 10 and beta 1",
            rtol=1e-4,
            mistakes={
                "every pixel position has a mean of its own; a channel has one for all positions": [
                    -9,
                    -9,
                    11,
                    11,
                ],
                "every image is normalised by itself": [-9, 11, -9, 11],
                "gamma multiplies beta, too": [-3.4164079, 5.5278640, 14.4721360, 23.4164079],
                "beta is missing": [-13.4164079, -4.4721360, 4.4721360, 13.4164079],
                "gamma is missing": [-0.3416408, 0.5527864, 1.4472136, 2.3416408],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("batch_norm: the output in training"):
    rng_check = np.random.default_rng(86)
    for shape_check, epsilon_check in (
        ((8, 3), 0.001),
        ((4, 5, 6, 2), 0.001),
        ((1, 3, 4, 5), 0.1),
        ((3, 7, 2), 0.5),
        ((1, 4), 0.001),
        ((2, 3, 2, 2, 3), 0.01),
    ):
        channels_check = shape_check[-1]
        x_check = rng_check.normal(3, 2, size=shape_check)
        gamma_check, beta_check = rng_check.normal(size=(2, channels_check))
        mean_check = rng_check.normal(size=channels_check)
        var_check = rng_check.uniform(1, 3, size=channels_check)
        with check.not_mutated(
            x=x_check,
            gamma=gamma_check,
            beta=beta_check,
            running_mean=mean_check,
            running_var=var_check,
        ):
            got_check = batch_norm(
                x_check,
                gamma_check,
                beta_check,
                mean_check,
                var_check,
                True,
                epsilon=epsilon_check,
            )
        layer_check = keras.layers.BatchNormalization(epsilon=epsilon_check, dtype="float64")
        layer_check.build(shape_check)
        layer_check.set_weights([gamma_check, beta_check, mean_check, var_check])
        check.close(
            got_check[0],
            layer_check(x_check, training=True),
            "y in training for other shapes",
            rtol=1e-3,
            atol=1e-4,
            hint="mean and variance over all axes but the last, epsilon inside the root",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "batch_norm-running", "points": 1}
with check.visible("batch_norm: the running statistics"):
    x_check = np.array([[1.0, 10.0], [3.0, 30.0]])
    start_check = [np.zeros(2), np.ones(2)]
    with check.not_mutated(running_mean=start_check[0], running_var=start_check[1]):
        got_check = batch_norm(
            x_check, np.ones(2), np.zeros(2), *start_check, True, momentum=0.9, epsilon=0.0
        )
    check.close(
        got_check[1],
        [0.2, 2.0],
        "running_mean of the example",
        rtol=1e-4,
        mistakes={
            "momentum is the share of the old value that is kept": [1.8, 18.0],
            "these are the batch's means; move a little towards them": [2.0, 20.0],
            "the running mean has not moved": [0.0, 0.0],
        },
    )
    check.close(
        got_check[2],
        [1.0, 10.9],
        "running_var of the example",
        rtol=1e-4,
        mistakes={
            "momentum is the share of the old value that is kept": [1.0, 90.1],
            "this is the batch's variance; move a little towards it": [1.0, 100.0],
            "the variance is divided by n - 1; Keras divides by n": [1.1, 20.9],
            "the running variance follows the standard deviation": [1.0, 1.9],
            "the running variance has not moved": [1.0, 1.0],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("batch_norm: the running statistics"):
    rng_check = np.random.default_rng(87)
    for shape_check, momentum_check in (
        ((8, 3), 0.5),
        ((4, 5, 6, 2), 0.99),
        ((1, 3, 4, 5), 0.9),
        ((1, 4), 0.8),
        ((3, 7, 2), 0.0),
        ((5, 2, 2), 1.0),
    ):
        channels_check = shape_check[-1]
        x_check = rng_check.normal(3, 2, size=shape_check)
        gamma_check, beta_check = rng_check.normal(size=(2, channels_check))
        mean_check = rng_check.normal(size=channels_check)
        var_check = rng_check.uniform(1, 3, size=channels_check)
        layer_check = keras.layers.BatchNormalization(momentum=momentum_check, dtype="float64")
        layer_check.build(shape_check)
        layer_check.set_weights([gamma_check, beta_check, mean_check, var_check])
        for _ in range(2):
            got_check = batch_norm(
                x_check, gamma_check, beta_check, mean_check, var_check, True, momentum_check
            )
            layer_check(x_check, training=True)
            mean_check, var_check = (np.array(weight) for weight in layer_check.get_weights()[2:])
            for name_check, value_check, right_check in (
                ("running_mean", got_check[1], mean_check),
                ("running_var", got_check[2], var_check),
            ):
                check.close(
                    value_check,
                    right_check,
                    f"{name_check} after a step of training",
                    rtol=1e-3,
                    atol=1e-4,
                    hint="momentum times the old one plus (1 - momentum) times the batch's",
                )
    got_check = batch_norm(
        np.array([[0.0], [4.0]]), np.ones(1), np.zeros(1), np.zeros(1), np.ones(1), True
    )
    check.close(
        np.ravel([check.to_numpy(part)[0] for part in got_check[1:]]),
        [0.02, 1.03],
        "the running statistics without a momentum given",
        rtol=1e-4,
        hint="keep the docstring's default",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "batch_norm-inference", "points": 1}
with check.visible("batch_norm: inference"):
    x_check = np.array([[1.0, 10.0], [3.0, 30.0]])
    given_check = [np.array([1.0, 20.0]), np.array([4.0, 25.0])]
    with check.not_mutated(running_mean=given_check[0], running_var=given_check[1]):
        got_check = batch_norm(
            x_check, np.ones(2), np.zeros(2), *given_check, False, 0.9, epsilon=0.0
        )
    check.close(
        got_check[0],
        [[0, -2], [1, 2]],
        "y in inference with running_mean [1, 20] and running_var [4, 25]",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "the batch's own statistics are used; inference uses the running ones": [
                [-1, -1],
                [1, 1],
            ],
            "divided by the variance: the standard deviation is its root": [[0, -0.4], [0.5, 0.4]],
        },
    )
    for name_check, value_check, right_check in (
        ("running_mean", got_check[1], given_check[0]),
        ("running_var", got_check[2], given_check[1]),
    ):
        check.close(
            value_check,
            right_check,
            f"{name_check} after inference",
            rtol=1e-4,
            hint="inference moves nothing: whoever learns from test images has a leak",
        )
### BEGIN HIDDEN TESTS
with check.hidden("batch_norm: inference"):
    rng_check = np.random.default_rng(88)
    for shape_check in ((8, 3), (1, 3), (4, 5, 6, 2), (1, 1, 1, 4), (3, 7, 2)):
        channels_check = shape_check[-1]
        x_check = rng_check.normal(3, 2, size=shape_check)
        gamma_check, beta_check = rng_check.normal(size=(2, channels_check))
        mean_check = rng_check.normal(size=channels_check)
        var_check = rng_check.uniform(0.001, 3, size=channels_check)
        with check.not_mutated(x=x_check, running_mean=mean_check, running_var=var_check):
            got_check = batch_norm(x_check, gamma_check, beta_check, mean_check, var_check, False)
        layer_check = keras.layers.BatchNormalization(dtype="float64")
        layer_check.build(shape_check)
        layer_check.set_weights([gamma_check, beta_check, mean_check, var_check])
        check.close(
            got_check[0],
            layer_check(x_check, training=False),
            "y in inference for other shapes",
            rtol=1e-3,
            atol=1e-4,
            hint="the running statistics take the place of the batch's; epsilon is still there",
        )
        check.close(got_check[1], mean_check, "running_mean after inference", rtol=1e-4)
        check.close(got_check[2], var_check, "running_var after inference", rtol=1e-4)
### END HIDDEN TESTS

# %% [markdown]
# **Layer normalisation** turns the table round: each example by itself, over its channels. It needs
# no batch and no running statistics, and so there is no difference between training and inference.
# Transformers (lesson 10) are built with it; networks for images mostly keep batch normalisation.
#
# ### Exercise: layer normalisation (2 points)


# %% nbgrader={"grade_id": "layer_norm", "solution": true}
def layer_norm(x, gamma, beta, epsilon=0.001):
    """Normalise each example by itself over its channels, as `keras.layers.LayerNormalization`.

    Mean and variance are taken over the last axis alone: for a batch of images, over the channels
    of each single pixel. The variance is the mean of the squared deviations. There are no running
    statistics: training and inference are the same.

        y = gamma * (x - mean) / sqrt(variance + epsilon) + beta

    Parameters
    ----------
    x : array of floats, shape (n, channels), (n, height, width, channels) or with any other number
        of axes in between
        Not changed.
    gamma, beta : arrays of floats, shape (channels,)
    epsilon : float, 0 or more

    Returns
    -------
    array of floats, shape of x

    Example
    -------
    >>> layer_norm(np.array([[1.0, 3.0], [10.0, 30.0]]), np.ones(2), np.zeros(2), epsilon=0.0)
    array([[-1.,  1.],
           [-1.,  1.]])
    """
    ### BEGIN SOLUTION
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
    ### END SOLUTION


# %% nbgrader={"grade_id": "layer_norm-rows", "points": 1}
with check.visible("layer_norm: rows"):
    x_check = np.array([[1.0, 3.0], [10.0, 30.0]])
    gamma_check, beta_check = np.ones(2), np.zeros(2)
    with check.not_mutated(x=x_check, gamma=gamma_check, beta=beta_check):
        got_check = layer_norm(x_check, gamma_check, beta_check, epsilon=0.0)
    check.close(
        got_check,
        [[-1, 1], [-1, 1]],
        "layer_norm([[1, 3], [10, 30]], ones, zeros, epsilon=0)",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "this is batch normalisation: each column over the rows; here it is each row": [
                [-1, -1],
                [1, 1],
            ],
            "the whole batch has one mean; each row has its own": (x_check - 11) / x_check.std(),
            "the variance is divided by n - 1; it is the mean of the squares": [
                [-0.70710678, 0.70710678],
                [-0.70710678, 0.70710678],
            ],
            "divided by the variance: the standard deviation is its root": [[-1, 1], [-0.1, 0.1]],
        },
    )
    check.close(
        layer_norm(x_check, np.array([2.0, 3.0]), np.array([5.0, 7.0]), epsilon=0.0),
        [[3, 10], [3, 10]],
        "the same with gamma [2, 3] and beta [5, 7]",
        rtol=1e-4,
        mistakes={
            "gamma multiplies beta, too": [[8, 24], [8, 24]],
            "beta is missing": [[-2, 3], [-2, 3]],
            "gamma is missing": [[4, 8], [4, 8]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("layer_norm: rows"):
    rng_check = np.random.default_rng(89)
    for shape_check, epsilon_check in (((5, 4), 0.001), ((1, 6), 0.3), ((7, 1), 0.001)):
        x_check = rng_check.normal(2, 3, size=shape_check)
        gamma_check, beta_check = rng_check.normal(size=(2, shape_check[-1]))
        with check.not_mutated(x=x_check, gamma=gamma_check, beta=beta_check):
            got_check = layer_norm(x_check, gamma_check, beta_check, epsilon_check)
        layer_check = keras.layers.LayerNormalization(epsilon=epsilon_check, dtype="float64")
        layer_check.build(shape_check)
        layer_check.set_weights([gamma_check, beta_check])
        check.close(
            got_check,
            layer_check(x_check),
            "layer_norm of other rows",
            rtol=1e-3,
            atol=1e-4,
            hint="each row over its own channels, epsilon inside the root",
        )
    check.close(
        layer_norm(np.array([[0.0, 0.2]]), np.ones(2), np.zeros(2)),
        [[-0.9534626, 0.9534626]],
        "layer_norm without an epsilon given",
        rtol=1e-4,
        hint="keep the docstring's default",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "layer_norm-pixels", "points": 1}
with check.visible("layer_norm: pixels"):
    x_check = np.array([0.0, 2.0, 5.0, 5.0, -4.0, 4.0, 1.0, 7.0]).reshape(1, 2, 2, 2)
    got_check = layer_norm(x_check, np.ones(2), np.zeros(2), epsilon=0.000001)
    if check.shape(got_check, (1, 2, 2, 2), "layer_norm of an image of 2 x 2 pixels, 2 channels"):
        check.close(
            np.ravel(check.to_numpy(got_check)[0]),
            [-1, 1, 0, 0, -1, 1, -1, 1],
            "its pixels (0, 2), (5, 5), (-4, 4), (1, 7), each normalised over its two channels",
            rtol=1e-3,
            atol=1e-4,
            mistakes={
                "the whole image is normalised at once; here each pixel by itself": np.ravel(
                    (x_check - x_check.mean()) / x_check.std()
                ),
                "this is each channel over all pixels; here each pixel over its channels": np.ravel(
                    (x_check - x_check.mean(axis=(0, 1, 2))) / x_check.std(axis=(0, 1, 2))
                ),
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("layer_norm: pixels, and other shapes"):
    rng_check = np.random.default_rng(90)
    for shape_check in ((3, 4, 5, 6), (1, 2, 2, 3), (2, 7, 4), (2, 1, 3, 2, 5)):
        x_check = rng_check.normal(-1, 2, size=shape_check)
        gamma_check, beta_check = rng_check.normal(size=(2, shape_check[-1]))
        with check.not_mutated(x=x_check, gamma=gamma_check, beta=beta_check):
            got_check = layer_norm(x_check, gamma_check, beta_check)
        layer_check = keras.layers.LayerNormalization(dtype="float64")
        layer_check.build(shape_check)
        layer_check.set_weights([gamma_check, beta_check])
        check.close(
            got_check,
            layer_check(x_check),
            "layer_norm of arrays with more axes",
            rtol=1e-3,
            atol=1e-4,
            hint="mean and variance over the last axis alone, whatever the number of axes",
        )
### END HIDDEN TESTS

# %% [markdown]
# ## What went wrong in this run?
#
# A small network with batch normalisation, all settings as Keras has them, learns from 1,000
# images; 500 others are for validation.


# %%
def normalised_cnn(momentum):
    """Two strided convolutions with batch normalisation, and a dense head."""
    model = keras.Sequential([keras.Input((28, 28, 1))])
    for filters in (16, 32):
        model.add(layers.Conv2D(filters, 3, strides=2, padding="same", use_bias=False))
        model.add(layers.BatchNormalization(momentum=momentum))
        model.add(layers.ReLU())
    model.add(layers.Flatten())
    model.add(layers.Dense(10))
    adam = keras.optimizers.Adam(0.003)
    adam.build(model.trainable_variables)  # or else fit traces its step twice, before and after
    model.compile(
        optimizer=adam,
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def learn_a_little(model):
    known, unseen = slice(0, 1000), slice(1000, 1500)
    validation = (images[unseen], kinds[unseen])
    return model.fit(
        images[known], kinds[known], epochs=5, validation_data=validation, verbose=0
    ).history


# %%
keras.utils.set_random_seed(8)
suspect = normalised_cnn(momentum=0.99)
history = learn_a_little(suspect)
_ = draw_history(history, "accuracy", title="Learns its training images and fails on all others?")

# %% [markdown]
# It looks like the worst overfitting ever seen. But is it? A model that has learned its training
# images by heart would still name *those* when asked in inference mode:

# %%
_, as_in_use = suspect.evaluate(images[:1000], kinds[:1000], verbose=0)
print(f"training images, training mode:  {history['accuracy'][-1]:.2f}")
print(f"training images, inference mode: {as_in_use:.2f}")
print(f"share of the start left in the running statistics: {0.99 ** (5 * 32):.2f}")

# %% [markdown]
# It does not: 0.10 is what guessing gives, and on images that it names right in training mode. So
# this is no overfitting. The weights are good and the **running statistics** are not. They start at
# mean 0 and variance 1 and keep 0.99 of themselves in each step; after 160 steps a fifth of the
# start is still in them, and the rest is a mixture of batches that old weights have seen. The
# further the weights move, the worse they fit: hence the validation curve that *falls*. It passes
# with long training, and Keras's default is meant for that. For a short run, shorten the memory:

# %%
keras.utils.set_random_seed(8)
cured = learn_a_little(normalised_cnn(momentum=0.9))
_ = draw_history(cured, "accuracy", title="With momentum 0.9 the statistics keep up")
for momentum, run in ((0.99, history), (0.9, cured)):
    print(
        f"momentum {momentum}: accuracy in training {run['accuracy'][-1]:.2f}, "
        f"in validation {run['val_accuracy'][-1]:.2f}"
    )

# %% [markdown]
# The same start, the same batches, the same training curve, since training never reads the running
# statistics. But the validation accuracy is 0.81 after five epochs, not 0.10. **Remember the
# test**: evaluate the *training* images in inference mode. If they fail, too, look for a difference
# between the two modes before you look for overfitting.
#
# ## Dropping numbers
#
# **Dropout** sets each number of a layer to 0 with probability $p$, the **rate**, anew in every
# step of training. No unit can rely on one other unit, so knowledge spreads: a cure against
# overfitting. In inference nothing is dropped. For the next layer to see the same mean either way,
# the numbers that stay are divided by $1 - p$ during training (**inverted dropout**), so that
#
# $$\mathrm{E}[y] = p \cdot 0 + (1 - p) \cdot \frac{x}{1 - p} = x.$$
#
# ### Exercise: dropout (3 points)


# %% nbgrader={"grade_id": "dropout", "solution": true}
def dropout(x, rate, training, seed):
    """Drop each number with probability `rate` in training, and do nothing in inference.

    In training every number of x is set to 0 with probability `rate`, each independently of all
    others, and the ones that stay are divided by 1 - rate, so that the expected value of each
    number is what it was.

    Parameters
    ----------
    x : array of floats, any shape
        Not changed.
    rate : float
        Probability to be dropped, 0 <= rate < 1.
    training : bool
    seed : int, 0 or more
        The same seed drops the same numbers, another seed others.

    Returns
    -------
    array of floats, shape of x

    Raises
    ------
    ValueError
        If `rate` is below 0, or 1 or more; in inference as well.

    Example
    -------
    dropout(np.ones(1000), 0.25, training=True, seed=0) holds about 250 zeros; all others are
    1 / 0.75 = 1.333…. With training=False it is np.ones(1000).
    """
    ### BEGIN SOLUTION
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be from 0 to below 1, not {rate}")
    if not training:
        return x
    keep = np.random.default_rng(seed).random(x.shape) >= rate
    return np.where(keep, x / (1 - rate), 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "dropout-training", "points": 1}
x_check = np.ones(20000)
with check.visible("dropout: training"):
    with check.not_mutated(x=x_check):
        got_check = dropout(x_check, 0.25, training=True, seed=0)
    if check.shape(got_check, (20000,), "dropout(np.ones(20000), 0.25, True, 0)"):
        got_check = check.to_numpy(got_check)[0].astype(float)
        kept_check = got_check[got_check != 0]
        check.close(
            np.mean(got_check == 0),
            0.25,
            "the share of zeros in dropout(np.ones(20000), 0.25, True, 0)",
            rtol=0,
            atol=0.02,
            hint="each number is dropped with probability rate",
            mistakes={"rate is the probability to be dropped, not to be kept": 0.75},
        )
        if len(kept_check):
            check.close(
                kept_check,
                np.full(len(kept_check), 4 / 3),
                "the numbers that stay",
                rtol=1e-4,
                mistakes={
                    "not scaled: divide by 1 - rate, else the next layer sees less in training "
                    "than in inference": np.ones(len(kept_check)),
                    "divided by rate; it is 1 - rate": np.full(len(kept_check), 4.0),
                    "multiplied by 1 - rate, where it is to be divided": np.full(
                        len(kept_check), 0.75
                    ),
                },
                hint="should be what they were, divided by 1 - rate",
            )
### BEGIN HIDDEN TESTS
with check.hidden("dropout: training"):
    rng_check = np.random.default_rng(91)
    for shape_check, rate_check in (
        ((200, 150), 0.5),
        ((30000,), 0.1),
        ((10, 20, 30, 5), 0.9),
        ((40, 25, 30), 0.7),
    ):
        x_check = rng_check.normal(size=shape_check)
        with check.not_mutated(x=x_check):
            got_check = dropout(x_check, rate_check, True, 4)
        check.shape(got_check, shape_check, "dropout of another shape")
        got_check = check.to_numpy(got_check)[0].astype(float)
        check.close(
            np.mean(got_check == 0),
            rate_check,
            "the share of zeros",
            rtol=0,
            atol=0.025,
            hint="each number is dropped with probability rate",
        )
        check.close(
            got_check,
            np.where(got_check == 0, 0, x_check / (1 - rate_check)),
            "the numbers that stay",
            rtol=1e-4,
            atol=1e-5,
            hint="should be what they were, divided by 1 - rate",
        )
    got_check = check.to_numpy(dropout(np.ones(200_000), 0.005, True, 5))[0]
    check.close(
        np.mean(got_check == 0),
        0.005,
        "the share of zeros for a small rate",
        rtol=0,
        atol=0.001,
        hint="each number is dropped with probability rate, be it less than a hundredth",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "dropout-identity", "points": 1}
x_check = np.array([[1.5, -2.0], [0.0, 7.0]])
with check.visible("dropout: inference, and the rate"):
    with check.not_mutated(x=x_check):
        got_check = dropout(x_check, 0.5, training=False, seed=0)
    check.close(
        got_check,
        x_check,
        "dropout(x, 0.5, training=False, seed=0)",
        rtol=1e-4,
        mistakes={
            "scaled in inference, too: with inverted dropout, training has done it": x_check * 2,
            "multiplied by 1 - rate: with inverted dropout, inference does nothing": x_check / 2,
        },
        hint="inference changes nothing",
    )
    check.close(
        dropout(x_check, 0.0, training=True, seed=0), x_check, "dropout(x, 0.0, True, 0)", rtol=1e-4
    )
    for rate_check in (1.0, -0.1):
        check.raises(
            ValueError,
            dropout,
            x_check,
            rate_check,
            True,
            0,
            what=f"dropout(x, {rate_check}, True, 0)",
        )
### BEGIN HIDDEN TESTS
with check.hidden("dropout: inference, and the rate"):
    rng_check = np.random.default_rng(92)
    for shape_check in ((1,), (5, 4), (2, 3, 4, 5)):
        x_check = rng_check.normal(size=shape_check)
        for rate_check in (0.0, 0.3, 0.99):
            with check.not_mutated(x=x_check):
                got_check = dropout(x_check, rate_check, False, 3)
            check.close(got_check, x_check, "dropout in inference", rtol=1e-4, atol=1e-6)
        check.close(
            dropout(x_check, 0.0, True, 3), x_check, "dropout with rate 0", rtol=1e-4, atol=1e-6
        )
    for rate_check in (1.0, 1.5, -0.5, -1e-9):
        for training_check in (False, True):
            check.raises(
                ValueError,
                dropout,
                np.ones(3),
                rate_check,
                training_check,
                1,
                what="a rate that is no probability below 1",
                hint="in inference as well: look at the rate first",
            )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "dropout-seed", "points": 1}
x_check = np.ones((100, 100))
with check.visible("dropout: the seed"):
    first_check = check.to_numpy(dropout(x_check, 0.5, True, 7))[0]
    check.close(
        dropout(x_check, 0.5, True, 7),
        first_check,
        "dropout with the same seed again",
        hint="drops others: make the generator from the seed, anew in each call",
    )
    other_check = check.to_numpy(dropout(x_check, 0.5, True, 8))[0]
    check.that(
        other_check.shape == first_check.shape
        and bool(0.4 < np.mean((other_check == 0) == (first_check == 0)) < 0.6),
        "dropout with another seed: should drop other numbers, and agrees with the first in "
        "about half of them by chance alone; hand the seed to the generator",
    )
### BEGIN HIDDEN TESTS
with check.hidden("dropout: each number by itself"):
    drops_check = []
    for seed_check in (0, 1, 2, 1000):
        got_check = dropout(x_check, 0.5, True, seed_check)
        check.shape(got_check, (100, 100), "dropout of a table")
        drops_check.append(check.to_numpy(got_check)[0].astype(float) == 0)
        for table_check in (drops_check[-1], drops_check[-1].T):
            check.that(
                bool(np.all(np.abs(table_check.mean(axis=0) - 0.5) < 0.35)),
                "dropout: drops whole rows or columns, or none of one; each number has its own draw",
            )
            check.that(
                bool(np.max(np.abs(np.corrcoef(table_check)[np.triu_indices(100, 1)])) < 0.65),
                "dropout: rows or columns drop the same places; each number has its own draw",
            )
    check.that(
        np.array_equal(check.to_numpy(dropout(x_check, 0.5, True, 0))[0] == 0, drops_check[0]),
        "dropout with the same seed again: drops others; make the generator from the seed, "
        "whatever its value",
    )
    counts_check = {int(drop.sum()) for drop in drops_check}
    check.that(
        len(counts_check) > 1,
        "dropout: drops exactly as many numbers under every seed; each is dropped independently "
        "of all others, so their number varies",
    )
    check.that(
        all(
            bool(0.4 < np.mean(one == other) < 0.6)
            for one, other in itertools.combinations(drops_check, 2)
        ),
        "dropout with other seeds: drops the same numbers, or just the others",
    )
    rng_check = np.random.default_rng(93)
    x_check = rng_check.normal(size=(100, 100))
    got_check = check.to_numpy(dropout(x_check, 0.5, True, 1))[0].astype(float)
    check.shape(got_check, (100, 100), "dropout of a table")
    check.that(
        bool(abs(np.mean(x_check[got_check == 0])) < 0.1)
        and bool(abs(np.mean(np.abs(x_check[got_check == 0])) - np.mean(np.abs(x_check))) < 0.1),
        "dropout: which numbers it drops depends on how large they are; draw without looking at x",
    )
### END HIDDEN TESTS

# %% [markdown]
# What does it do to a picture? Half of the pixels are gone, and the boot is still a boot:

# %%
dropped = [dropout(boot, rate, True, seed=1)[:, :, 0] for rate in (0.25, 0.5, 0.75)]
_ = draw_maps(
    [boot[:, :, 0], *dropped],
    ["the picture", "rate 0.25", "rate 0.5", "rate 0.75"],
    columns=4,
    title="An ankle boot survives the loss of half its pixels",
)

# %% [markdown]
# The pictures are drawn each on its own scale, so you cannot see that the pixels that stay have
# become brighter: at rate 0.75 four times as bright.

# %% [markdown]
# ## A way around
#
# Stack more layers, and at some point even the *training* loss gets worse, though a deeper network
# could copy the shallower one and let the rest do nothing. But for a stack of convolutions "do
# nothing" is hard to learn. A **residual block** makes it easy: it adds its input to what its
# layers compute, $y = \mathrm{ReLU}(F(x) + x)$. With $F = 0$ nothing (but the ReLU) happens; the
# layers learn only the difference, the *residual*. And the gradient has a path on which nothing
# multiplies it (lesson 7): $\partial(F(x) + x)/\partial x = F'(x) + 1$.
#
# Adding asks for equal shapes. Where the block changes them, by a stride or by another number of
# filters, the shortcut needs a **projection**: a convolution of 1 × 1, which mixes the channels of
# each pixel, with the same stride.
#
# (The cell below holds tools of the next exercise's tests, which find the weights of your block by
# Keras's names for them, in whatever order you make its layers. You need not read it.)


# %% tags=["setup"] nbgrader={"grade_id": "block_tools"}
def run_block(kind, x, filters, stride, training, weights=None):
    """The names of a new block's weights, its output for x, and its weights afterwards."""
    block = kind(filters, stride)
    block(x)
    if weights is not None:
        block.set_weights(weights)
    output = keras.ops.convert_to_numpy(block(x, training=training))
    return [weight.name for weight in block.weights], output, block.get_weights()


def possible_outputs(x, stride, training, names, weights):
    """What a block may return, for each order in which its layers may have been made."""

    def normalised(x, kernel, norm, stride):
        x = keras.ops.convert_to_numpy(keras.ops.conv(x, kernel, stride, padding="same"))
        gamma, beta, mean, variance = norm
        if training:
            mean, variance = x.mean(axis=(0, 1, 2)), x.var(axis=(0, 1, 2))
        return gamma * (x - mean) / np.sqrt(variance + 0.001) + beta

    named = {name: [] for name in ("kernel", "gamma", "beta", "moving_mean", "moving_variance")}
    for name, weight in zip(names, weights, strict=True):
        named[name].append(weight)
    kernels = named.pop("kernel")
    large = [kernel for kernel in kernels if len(kernel) == 3]
    small = [kernel for kernel in kernels if len(kernel) == 1]
    for first, second in itertools.permutations(large):
        for norms in itertools.permutations(zip(*named.values(), strict=True)):
            if first.shape[2] == x.shape[3] and second.shape[2] == second.shape[3]:
                main = np.maximum(normalised(x, first, norms[0], stride), 0)
                main = normalised(main, second, norms[1], 1)
                shortcut = normalised(x, small[0], norms[2], stride) if small else x
                yield np.maximum(main + shortcut, 0)


def agrees_with_a_block(kind, x, filters, stride, training, seed):
    """Whether the weights have the right shapes, and give the right output when drawn anew."""
    names, _, weights = check.there(run_block, kind, x, filters, stride, False)
    channels = x.shape[3]
    kernels = [(3, 3, channels, filters), (3, 3, filters, filters)]
    kernels += [(1, 1, channels, filters)] * (stride != 1 or channels != filters)
    right = kernels + 4 * len(kernels) * [(filters,)]
    if sorted(np.shape(weight) for weight in weights) != sorted(right):
        return False
    rng = np.random.default_rng(seed)
    drawn = {"gamma": (0.5, 2.0), "moving_variance": (0.5, 2.0), "kernel": (-0.5, 0.5)}
    weights = [
        rng.uniform(*drawn.get(name, (-1.5, 1.5)), np.shape(weight)).astype("float32")
        for name, weight in zip(names, weights, strict=True)
    ]
    _, got, _ = check.there(run_block, kind, x, filters, stride, training, weights)
    return any(
        np.shape(got) == right.shape and np.allclose(got, right, rtol=1e-3, atol=1e-3)
        for right in possible_outputs(x, stride, training, names, weights)
    )


# %% [markdown]
# ### Exercise: a residual block (3 points)
#
# A layer of your own, as in lesson 3: make the inner layers in `__init__`, or, since only there the
# number of input channels is known, in `build(self, input_shape)`; use them in
# `call(self, inputs, training=None)`, and hand `training` on.


# %% nbgrader={"grade_id": "ResidualBlock", "solution": true}
class ResidualBlock(keras.layers.Layer):
    """Two convolutions with a shortcut around them.

        main     = Conv2D → BatchNormalization → ReLU → Conv2D → BatchNormalization
        shortcut = the input itself, if it has `filters` channels and the stride is 1; else a
                   projection: Conv2D → BatchNormalization
        output   = ReLU(main + shortcut)

    The two convolutions of the main path have kernels of 3 x 3, the projection's is 1 x 1; all
    have `filters` filters, padding "same" and no bias. The first one of the main path and the
    projection have the stride `stride`, the second one has stride 1. The layers inside are
    Keras's own `Conv2D` and `BatchNormalization`, with all else as it is by default, and are kept
    as attributes of the block (or in a list or a `Sequential` that is one), so that Keras finds
    their weights.

    Parameters of the constructor
    -----------------------------
    filters : int
    stride : int, 1 by default
    **kwargs
        Handed to `keras.layers.Layer`, such as `name`.

    Call
    ----
    block(x, training=None): x of shape (n, height, width, channels); returns shape
    (n, height / stride rounded up, width / stride rounded up, filters). The batch normalisations
    work in training mode if `training` is true, else in inference mode.

    Weights
    -------
    With c channels of input: 9 * c * filters + 9 * filters² in the kernels of the main path and
    4 * filters in each batch normalisation; with a projection c * filters + 4 * filters more.
    Without a projection there are no weights for one.

    Example
    -------
    >>> block = ResidualBlock(8)
    >>> block(np.zeros((2, 6, 6, 8), "float32")).shape, block.count_params()
    (TensorShape([2, 6, 6, 8]), 1216)
    >>> block = ResidualBlock(16, stride=2)
    >>> block(np.zeros((2, 7, 7, 8), "float32")).shape, block.count_params()
    (TensorShape([2, 4, 4, 16]), 3776)
    """

    ### BEGIN SOLUTION
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.main = keras.Sequential(
            [
                *self.normalised(3, stride),
                layers.ReLU(),
                *self.normalised(3, 1),
            ]
        )
        self.projection = None

    def normalised(self, size, stride):
        convolution = layers.Conv2D(
            self.filters, size, strides=stride, padding="same", use_bias=False
        )
        return convolution, layers.BatchNormalization()

    def build(self, input_shape):
        self.main.build(input_shape)
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.projection = keras.Sequential(self.normalised(1, self.stride))
            self.projection.build(input_shape)

    def call(self, inputs, training=None):
        shortcut = inputs
        if self.projection is not None:
            shortcut = self.projection(inputs, training=training)
        return keras.ops.relu(self.main(inputs, training=training) + shortcut)

    ### END SOLUTION


# %% nbgrader={"grade_id": "ResidualBlock-identity", "points": 1}
x_check = np.linspace(-2, 2, 2 * 6 * 6 * 8).reshape(2, 6, 6, 8).astype("float32")
with check.visible("ResidualBlock: the shortcut is the input itself"):
    check.instance(ResidualBlock(8), keras.layers.Layer, "ResidualBlock(8)")
    check.equal(
        ResidualBlock(8, name="stage_1").name,
        "stage_1",
        "the name of ResidualBlock(8, name='stage_1')",
        hint="hand **kwargs on to super().__init__",
    )
    check.shape(ResidualBlock(8)(x_check), (2, 6, 6, 8), "ResidualBlock(8)(x), no stride given")
    names_check, _, weights_check = check.there(run_block, ResidualBlock, x_check, 8, 1, False)
    check.equal(
        sum(weight.size for weight in weights_check),
        1216,
        "the parameters of ResidualBlock(8) on 8 channels",
        mistakes={
            "the convolutions have biases: use_bias=False": 1232,
            "there are weights for a projection, and none is needed": 1312,
            "there are no weights: keep the layers as attributes, so that Keras finds them": 0,
            "the normalisations are missing": 1152,
            "one convolution is used twice": 640,
            "one normalisation is used twice": 1184,
        },
        hint="two kernels of 3 x 3 x 8 x 8, two normalisations of 4 x 8",
    )
    silent_check = [
        0 * weight if name == "gamma" else weight
        for name, weight in zip(names_check, weights_check, strict=True)
    ]
    _, got_check, _ = check.there(run_block, ResidualBlock, x_check, 8, 1, False, silent_check)
    if check.shape(got_check, (2, 6, 6, 8), "ResidualBlock(8)(x) for x of shape (2, 6, 6, 8)"):
        check.close(
            got_check,
            np.maximum(x_check, 0),
            "ResidualBlock(8)(x) with gamma 0 in its normalisations, so that the main path is 0",
            rtol=1e-3,
            atol=1e-5,
            mistakes={
                "the input is not added": np.zeros_like(x_check),
                "the ReLU after the addition is missing": x_check,
            },
            hint="should be ReLU(x): what is left is the shortcut",
        )
### BEGIN HIDDEN TESTS
with check.hidden("ResidualBlock: the shortcut is the input itself"):
    rng_check = np.random.default_rng(94)
    for shape_check in ((3, 5, 4, 6), (1, 1, 7, 2)):
        x_check = rng_check.normal(size=shape_check).astype("float32")
        check.that(
            agrees_with_a_block(ResidualBlock, x_check, shape_check[3], 1, False, 95),
            "a block without projection: its weights or its output are not what the docstring "
            "says; look at the order: convolution, normalisation, ReLU, convolution, "
            "normalisation, sum, ReLU",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "ResidualBlock-projection", "points": 1}
x_check = np.arange(-24.0, 25.0).reshape(1, 7, 7, 1).astype("float32")
with check.visible("ResidualBlock: the projection"):
    wide_check = np.zeros((1, 7, 7, 8), "float32")
    _, _, weights_check = check.there(run_block, ResidualBlock, wide_check, 16, 2, False)
    check.equal(
        sum(weight.size for weight in weights_check),
        3776,
        "the parameters of ResidualBlock(16, stride=2) on 8 channels",
        mistakes={
            "the convolutions have biases: use_bias=False": 3824,
            "the projection has no normalisation": 3712,
            "there are no weights for a projection": 3584,
            "the projection's kernel is 3 x 3; it is 1 x 1": 4800,
        },
        hint="kernels of 3 x 3 x 8 x 16, 3 x 3 x 16 x 16 and 1 x 1 x 8 x 16, three normalisations",
    )
    _, _, weights_check = check.there(run_block, ResidualBlock, x_check, 2, 2, False)
    only_check = [
        np.full(weight.shape, float(len(weight) == 1)) if weight.ndim == 4 else weight
        for weight in weights_check
    ]
    _, got_check, _ = check.there(run_block, ResidualBlock, x_check, 2, 2, False, only_check)
    if check.shape(got_check, (1, 4, 4, 2), "ResidualBlock(2, stride=2)(x), x of 7 x 7 pixels"):
        check.close(
            check.to_numpy(got_check)[0][0, :, :, 0],
            np.maximum(x_check[0, ::2, ::2, 0], 0) / np.sqrt(1.001),
            "its first channel with kernels of 0 in the main path and of 1 in the projection",
            rtol=1e-3,
            atol=1e-3,
            hint="should be ReLU of every second pixel, divided by sqrt(1.001) for the "
            "normalisation: the projection takes the stride, too",
            mistakes={"the shortcut is missing": np.zeros((4, 4))},
        )
### BEGIN HIDDEN TESTS
with check.hidden("ResidualBlock: the projection"):
    rng_check = np.random.default_rng(96)
    for shape_check, filters_check, stride_check in (
        ((2, 6, 7, 3), 5, 2),  # both
        ((2, 5, 6, 4), 4, 2),  # the stride alone
        ((2, 4, 5, 2), 6, 1),  # the channels alone
        ((1, 7, 8, 6), 3, 3),
    ):
        x_check = rng_check.normal(size=shape_check).astype("float32")
        check.that(
            agrees_with_a_block(ResidualBlock, x_check, filters_check, stride_check, False, 97),
            "a block with projection: its weights or its output are not what the docstring says; "
            "look at where the stride is taken, at padding and normalisation, and at the order of "
            "the parts",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "ResidualBlock-training", "points": 1}
x_check = np.random.default_rng(98).normal(3, 2, size=(4, 5, 5, 3)).astype("float32")
with check.visible("ResidualBlock: training and inference"):
    for training_check in (False, True):
        names_check, got_check, weights_check = check.there(
            run_block, ResidualBlock, x_check, 4, 1, training_check
        )
        moved_check = [
            not np.all(weight == (name == "moving_variance"))
            for name, weight in zip(names_check, weights_check, strict=True)
            if name.startswith("moving")
        ]
        check.equal(
            len(moved_check),
            6,
            "the number of running statistics in a block with projection",
            hint="a mean and a variance for each of three normalisations",
        )
        if training_check:
            check.that(
                all(moved_check),
                "block(x, training=True): has not moved all running statistics; hand `training` "
                "on to every normalisation, that of the projection, too",
            )
        else:
            check.that(
                not any(moved_check),
                "block(x, training=False): has moved the running statistics; hand `training` on "
                "to every normalisation",
            )
### BEGIN HIDDEN TESTS
with check.hidden("ResidualBlock: training and inference"):

    def apart_check(x, filters):
        """The weights of a new block after those of another new one were set to 0."""
        first, second = ResidualBlock(filters), ResidualBlock(filters)
        first(x), second(x)
        first.set_weights([0 * weight for weight in first.get_weights()])
        return second.get_weights()

    check.that(
        any(np.ndim(w) == 4 and bool(np.any(w != 0)) for w in check.there(apart_check, x_check, 3)),
        "two blocks: share their weights; make the layers anew for each block",
    )
    rng_check = np.random.default_rng(99)
    for shape_check, filters_check, stride_check in (((3, 4, 4, 5), 5, 1), ((3, 5, 6, 2), 4, 2)):
        x_check = rng_check.normal(size=shape_check).astype("float32")
        check.that(
            agrees_with_a_block(ResidualBlock, x_check, filters_check, stride_check, True, 100),
            "a block in training: its output is not what the docstring says",
        )
        block_check = x_check, filters_check, stride_check
        names_check, _, before_check = check.there(run_block, ResidualBlock, *block_check, False)
        _, _, after_check = check.there(run_block, ResidualBlock, *block_check, True, before_check)
        for name_check, old_check, new_check in zip(
            names_check, before_check, after_check, strict=True
        ):
            if name_check.startswith("moving"):
                check.that(
                    bool(np.max(np.abs(new_check - old_check)) < 0.1 * (1 + np.max(old_check)))
                    and not np.array_equal(old_check, new_check),
                    "the running statistics after one step of training: should have moved a "
                    "little, by Keras's default momentum",
                )
            else:
                check.that(
                    np.array_equal(old_check, new_check),
                    "a kernel, scale or shift: is moved by a call; only training moves it",
                )

    def remembered_check(x):
        """The running variances of a new block after one call in training, in which all are 0."""
        block = ResidualBlock(4, stride=2)
        block(x, training=True)
        return [w.numpy() for w in block.weights if "moving_variance" in w.path]

    variances_check = check.there(remembered_check, np.zeros((2, 4, 4, 3), "float32"))
    check.that(len(variances_check) == 3, "the block: should hold three batch normalisations")
    for variance_check in variances_check:
        check.close(
            variance_check,
            np.full(4, 0.99),
            "a running variance after one step on a batch whose variance is 0",
            rtol=1e-4,
            hint="the batch normalisations keep Keras's default momentum",
        )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** `filters` and `stride` are plain numbers, so Keras writes them into the layer's
# configuration by itself, and a model with your block can be saved without a `get_config` of your
# own. Networks of residual blocks went from twenty layers to over a hundred (He and others, 2016).
#
# ## A network that names clothes
#
# All parts are there. A usual plan: convolutions of 3 × 3 with ReLU, a pooling after each one or
# two, more filters as the map shrinks, and a small head. The tests ask for 70 % after a very short
# training; a good network has several percent to spare.
#
# ### Exercise: your network (3 points)


# %% nbgrader={"grade_id": "build_cnn", "solution": true}
def build_cnn():
    """Build a small convolutional network for Fashion-MNIST.

    From images of shape (n, 28, 28, 1) with values from 0 to 1, float32, to ten logits each: the
    output, of shape (n, 10), is linear, without a softmax. At least two convolutional layers
    (`Conv2D`, or another whose kernel has four axes), at most 30,000 parameters, all counted.
    Every call builds a new, untrained model, built already (it has its weights), not compiled.

    It learns fast. The tests train it on 2,000 training images for 4 epochs:

        model.compile(
            optimizer=keras.optimizers.Adam(0.003),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        )
        model.fit(images, labels, batch_size=32, epochs=4)

    and then it must name at least 70 % of 1,000 images right that it has not seen. (Beware of
    batch normalisation with Keras's default momentum, 0.99: in these 252 steps its running
    statistics do not get where they should.)

    Returns
    -------
    keras.Model
        Sequential, functional or subclassed; layers of your own, such as a `ResidualBlock`, may be
        among its layers.

    Example
    -------
    >>> model = build_cnn()
    >>> model(np.zeros((2, 28, 28, 1))).shape, model.count_params() <= 30_000
    (TensorShape([2, 10]), True)
    """
    ### BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, kernel_size=3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, kernel_size=3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
    ### END SOLUTION


# %% nbgrader={"grade_id": "build_cnn-structure", "points": 1}
def structure_check():
    """Shapes of a new model's weights, of its output, and whether it is compiled already."""
    model = build_cnn()
    shapes = [tuple(weight.shape) for weight in model.weights]
    trainable = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    compiled = bool(model.compiled)
    return shapes, tuple(model(np.zeros((3, 28, 28, 1), "float32")).shape), trainable, compiled


with check.visible("build_cnn: the structure"):
    check.instance(build_cnn(), keras.Model, "build_cnn()")
    shapes_check, output_check, _, compiled_check = check.there(structure_check)
    check.that(
        len(shapes_check) > 0,
        "build_cnn(): has no weights yet; begin with keras.Input(shape=(28, 28, 1))",
    )
    check.equal(
        output_check,
        (3, 10),
        "the shape of the output for 3 images",
        hint="one row of ten logits for each image: flatten the maps, or average them, before the "
        "head",
    )
    check.that(
        sum(len(shape) == 4 for shape in shapes_check) >= 2,
        "build_cnn(): should have at least two convolutional layers",
        got=sum(len(shape) == 4 for shape in shapes_check),
    )
    count_check = sum(int(np.prod(shape)) for shape in shapes_check)
    check.that(
        count_check <= 30_000,
        "build_cnn(): has more than 30,000 parameters; most of them sit where the maps meet the "
        "head: pool once more before it, or take fewer filters or units",
        got=count_check,
    )
    check.that(not compiled_check, "build_cnn(): is compiled already; the tests do that")
### BEGIN HIDDEN TESTS
with check.hidden("build_cnn: the structure"):
    _, _, trainable_check, _ = check.there(structure_check)
    check.that(trainable_check > 1000, "build_cnn(): has hardly any trainable parameters")

    def untrained_check(x):
        return keras.ops.convert_to_numpy(build_cnn()(x))

    some_check = slice(6000, 6300)
    named_check = np.argmax(check.there(untrained_check, images[some_check]), axis=1)
    check.that(
        bool(np.mean(named_check == kinds[some_check]) < 0.5),
        "build_cnn(): is trained already; it should return a new model",
    )

    def apart_check():
        """Whether several models are objects of their own, the last one with weights of its own."""
        models = [build_cnn() for _ in range(4)]
        for model in models:
            model.set_weights([np.full(weight.shape, 7.0) for weight in model.get_weights()])
        latest = build_cnn()
        apart = len({id(model) for model in (*models, latest)}) == 5
        return apart, all(bool(np.all(weight == 7)) for weight in latest.get_weights())

    check.equal(
        check.there(apart_check),
        (True, False),
        "whether five calls give five models, and whether the fifth has the weights of an earlier one",
        hint="build a new model in every call",
    )

    def counting_check(x):
        """Whether equal weights give equal outputs, and how many kernels the output depends on."""
        rng = np.random.default_rng(103)

        def positive(shape):  # so that no ReLU dies and no mean over a receptive field grows
            return rng.uniform(0.5, 1.5, shape) / max(1, int(np.prod(shape[:-1])))

        model, twin = build_cnn(), build_cnn()
        values = [positive(weight.shape) for weight in model.get_weights()]
        model.set_weights(values)
        twin.set_weights(values)
        outputs, used = np.array(model(x)), 0
        same = bool(np.allclose(outputs, np.array(twin(x)), rtol=1e-3, atol=1e-6))
        for number in [n for n, value in enumerate(values) if np.ndim(value) == 4]:
            changed = [*values]
            changed[number] = positive(values[number].shape)
            model.set_weights(changed)
            used += not np.allclose(outputs, np.array(model(x)), rtol=1e-6, atol=0)
        return same, int(used)

    same_check, used_check = check.there(counting_check, images[:3])
    check.that(
        same_check,
        "two models of build_cnn with equal weights: give different outputs, so that parameters sit "
        "somewhere besides the model's weights, not counted",
    )
    check.that(
        used_check >= 2,
        "build_cnn(): its output depends on fewer than two convolutional layers",
        got=used_check,
    )
### END HIDDEN TESTS


# %% nbgrader={"grade_id": "build_cnn-logits", "points": 1}
def logits_check(x, factor):
    """Logits of two new models, the second time with the last one's weights enlarged."""
    first, second = build_cnn(), build_cnn()
    outputs = [np.array(model(x)) for model in (first, second)]
    second.set_weights([factor * weight for weight in second.get_weights()])
    return [*outputs, np.array(second(x)), np.array(first(x))]


x_check = np.random.default_rng(101).random((40, 28, 28, 1)).astype("float32")
with check.visible("build_cnn: logits, and a new model in every call"):
    first_check, second_check, large_check, again_check = check.there(logits_check, x_check, 3.0)
    check.that(
        not np.allclose(second_check.sum(axis=1), 1, atol=1e-3),
        "the outputs: sum to 1 in each row, so they went through a softmax; return logits",
    )
    check.that(
        bool(np.min(large_check) < 0),
        "the outputs: are never negative; logits come from a last layer without activation",
    )
    check.that(
        not np.allclose(first_check, second_check, atol=1e-6),
        "two calls of build_cnn: give the same weights; build a new model in each, and leave the "
        "initial weights to Keras",
    )
    check.that(
        np.allclose(first_check, again_check, atol=1e-6),
        "two calls of build_cnn: give models with common weights; make new layers in each call",
    )
### BEGIN HIDDEN TESTS
with check.hidden("build_cnn: logits"):
    check.that(
        bool(np.max(np.abs(large_check)) > 1.01),
        "the outputs: never leave the range from -1 to 1; logits are not bounded",
    )
    check.that(
        not np.allclose(np.exp(large_check.astype(float)).sum(axis=1), 1, atol=1e-3),
        "the outputs: are logarithms of probabilities, not the output of a linear layer",
    )
    check.that(
        bool(np.all(np.ptp(second_check, axis=1) > 0)),
        "the outputs: are the same for all classes of an image",
    )

    def linear_check(x):
        """Whether ten numbers of the model, if there are such, move the logits by as much."""
        model = build_cnn()
        outputs, values, follow = np.array(model(x)), model.get_weights(), []
        for number in [n for n, value in enumerate(values) if value.shape == (10,)]:
            lowered = [*values]
            lowered[number] = values[number] - 50
            model.set_weights(lowered)
            follow.append(bool(np.allclose(np.array(model(x)) - outputs, -50, atol=0.01)))
        return any(follow) or not follow

    check.that(
        check.there(linear_check, x_check),
        "the outputs: do not follow the last bias, so the last layer is not linear",
    )
### END HIDDEN TESTS


# %% nbgrader={"grade_id": "build_cnn-learns", "points": 1}
def learned_check(x, y, unseen):
    """Logits for unseen images after the training of the docstring."""
    model = build_cnn()
    model.compile(
        optimizer=keras.optimizers.Adam(0.003),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    model.fit(x, y, batch_size=32, epochs=4, verbose=0)
    return model.predict(unseen, batch_size=250, verbose=0)


with check.visible("build_cnn: learns"):
    unseen_check = slice(5000, 6000)
    found_check = check.there(learned_check, images[:2000], kinds[:2000], images[unseen_check])
    if check.shape(found_check, (1000, 10), "the logits for 1,000 unseen images"):
        right_check = np.mean(np.argmax(found_check, axis=1) == kinds[unseen_check])
        check.that(
            bool(right_check >= 0.7),
            "the share of right names for 1,000 unseen images: should be at least 0.7. Does the "
            "training loss fall? If it does, look at batch normalisation's momentum; if not, at "
            "activations, too much dropout, too few filters",
            got=round(float(right_check), 3),
        )

# %% [markdown]
# Now with all 10,000 images, three times over, and the 2,000 test images at the very end.

# %%
keras.utils.set_random_seed(8)
cnn = build_cnn()
cnn.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
cnn.fit(images, kinds, batch_size=64, epochs=3, verbose=0)
_, accuracy = cnn.evaluate(test_images, test_kinds, batch_size=500, verbose=0)
print(f"{cnn.count_params():,} parameters, test accuracy {accuracy:.3f}")

# %%
guesses = np.argmax(cnn.predict(test_images, batch_size=500, verbose=0), axis=1)
wrong = np.flatnonzero(guesses != test_kinds)
above = [0, 2, 3, 4, 6]  # T-shirt, pullover, dress, coat, shirt
within = np.isin(guesses[wrong], above) & np.isin(test_kinds[wrong], above)
print(f"{len(wrong)} errors, {within.sum()} of them among T-shirt, pullover, dress, coat and shirt")
wrong = wrong[:16]
_ = draw_images(
    test_images[wrong],
    test_kinds[wrong],
    FASHION_MNIST_CLASSES,
    predictions=guesses[wrong],
    title="Most errors are among clothes for the upper body",
)

# %% [markdown]
# 83.9 % with 20,490 parameters after three looks at each image; guessing would give 10 %. Of the
# 322 errors 266 are among five kinds of clothes that differ in a collar, a zip or the length of a
# sleeve.
#
# How much of this is due to convolution? A dense network of as many parameters, 19,885, gets the
# same training. Then both see the test images again, moved to the right by some pixels. No image in
# training was moved. **Predict**: which of the two minds a shift of two pixels more, and does the
# other mind it at all?

# %%
keras.utils.set_random_seed(8)
dense = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(25, activation="relu"),
        layers.Dense(10),
    ]
)
dense.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
dense.fit(images, kinds, batch_size=64, epochs=3, verbose=0)
for shift in (0, 1, 2, 4):
    moved = np.roll(test_images, shift, axis=2)
    scores = [
        model.evaluate(moved, test_kinds, batch_size=500, verbose=0)[1] for model in (cnn, dense)
    ]
    print(f"moved by {shift}:  convolutional {scores[0]:.3f}  dense {scores[1]:.3f}")

# %% [markdown]
# Without a shift, 83.9 against 80.2 %: on small images in the middle of their frame, a dense
# network is not much worse. Moved by two pixels, the dense one falls to 46.9 % and the
# convolutional one to 69.2 %. And by four pixels both fail, the convolutional one even lower (18.3
# against 21.9 %). Why, if maps move along with the image? Because its head is dense: `Flatten`
# gives every *place* of the last map weights of its own, and the two poolings forgive no more than
# a few pixels. Equivariance is in the convolutions; invariance has to be built on top, by pooling
# or by a mean over the whole map, or learned from training images that are moved.
#
# ### What the filters have become
#
# The kernels of the first layer, and the maps that they make of the ankle boot. White is 0, blue
# positive, orange negative. **Predict**: will you find an edge detector?

# %%
first = next(layer for layer in cnn.layers if isinstance(layer, layers.Conv2D))
kernels = np.moveaxis(first.get_weights()[0][:, :, 0, :], -1, 0)
names = [f"filter {number}" for number in range(1, len(kernels) + 1)]
_ = draw_maps(
    kernels[:16], names[:16], signed=True, title="The kernels of the first layer, trained"
)

# %%
maps = np.moveaxis(np.array(first(boot[None]))[0], -1, 0)
_ = draw_maps(maps[:16], names[:16], title="What they make of an ankle boot")

# %% [markdown]
# There are edge detectors, though nobody asked for them. Filters 5 and 10 answer to the sole alone,
# a lower edge; 4 and 15 to the instep and the top, an upper one; 7 and 12 to the slope at the left.
# Filters 1, 6, 8, 9, 14 and 16 let the whole shoe through, a little blurred. Not every kernel can
# be put into words, and with another seed they would be others in another order.
#
# Only the first layer can be read like this. The kernels of the second combine 16 maps, and what
# they look for has no name.
#
# ## Which part matters?
#
# Pooling, normalisation, residual connections: do they help, and how much? To find out, leave out
# one at a time and keep all else: an **ablation**. Three rules make it honest.
#
# 1. *The same budget for all*: here the same images, steps and learning rate.
# 2. *Several seeds*: a seed decides the initial weights and the order of the images. One run says
#    what a seed did; only several say what a part does.
# 3. *Look at the spread first.* A difference smaller than that is no finding.
#
# The network: 13 narrow convolutions of 8 filters (one at the start, then two stages of three
# residual blocks), on images of half the size so that it is quick, and the mean over the last maps
# as its head. Batch normalisation has a short memory (momentum 0.9): we know why.


# %%
def deep_network(blocks, pooling=True, normalisation=True, residual=True):
    """Two stages of so many blocks of two convolutions with 8 filters, each part on or off."""

    def convolution(x):
        # Without a normalisation, which shifts the maps, there are biases in its place.
        x = layers.Conv2D(8, 3, padding="same", use_bias=not normalisation)(x)
        return layers.BatchNormalization(momentum=0.9)(x) if normalisation else x

    inputs = keras.Input((14, 14, 1))
    x = layers.ReLU()(convolution(inputs))
    for _ in range(2):
        if pooling:
            x = layers.MaxPooling2D()(x)
        for _ in range(blocks):
            main = convolution(layers.ReLU()(convolution(x)))
            x = layers.ReLU()(main + x if residual else main)
    return keras.Model(inputs, layers.Dense(10)(layers.GlobalAveragePooling2D()(x)))


def train_under_seeds(build, learning_rate=0.05, seeds=(0, 1, 2)):
    """Mean training loss of the second epoch, one for each seed; 48 steps in all."""
    model = build()  # compiled once, and given new weights for each seed
    start = model.get_weights()
    rate = keras.optimizers.schedules.CosineDecay(learning_rate, decay_steps=48)
    sgd = keras.optimizers.SGD(rate, momentum=0.9)
    sgd.build(model.trainable_variables)
    model.compile(sgd, keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    losses = []
    for seed in seeds:
        keras.utils.set_random_seed(seed)
        # Kernels drawn anew, as Keras draws them; scales, shifts and statistics as at the start.
        kernel = keras.initializers.GlorotUniform
        model.set_weights([kernel()(w.shape) if w.ndim > 1 else w for w in start])
        for variable in sgd.variables:
            variable.assign(keras.ops.zeros_like(variable))
        run = model.fit(small_images, kinds[:768], batch_size=32, epochs=2, verbose=0)
        losses.append(run.history["loss"][-1])
    return losses


small_images = images[:768].reshape(-1, 14, 2, 14, 2, 1).mean(axis=(2, 4))

# %% [markdown]
# First the luck alone: how far apart are runs that differ in nothing but the seed? A shallow
# network, one block in each stage, under six seeds. **Predict** the difference of the means of the
# first three and the last three.

# %%
shallow = {"one block, shortcut": train_under_seeds(lambda: deep_network(1), seeds=range(6))}
by_seed = shallow["one block, shortcut"]
print("seeds 0 to 2: mean loss", round(np.mean(by_seed[:3]), 3))
print("seeds 3 to 5: mean loss", round(np.mean(by_seed[3:]), 3))

# %% [markdown]
# 1.24 and 1.36: a difference of 0.12, and nothing was changed. Whoever runs a new idea three times
# and the old one three times can find as much for an idea that does nothing. The single runs lie
# between 1.14 and 1.47. This spread is the measure for all that follows.

# %%
shallow["one block, none"] = train_under_seeds(
    lambda: deep_network(1, residual=False), seeds=range(6)
)
_ = draw_runs(
    shallow,
    "training loss after 48 steps (nats)",
    title="Each seed does better with the shortcut, though the dots overlap",
)

# %% [markdown]
# The two clouds of dots overlap: the best seed without shortcuts (1.31) beats two of those with them
# (1.36 and 1.47). Now follow the lines. Each joins the two runs of one seed, which saw the same
# images in the same order, and each leads to the right, by 0.18 to 0.29. If the shortcut did
# nothing, all six would agree by chance only once in 32 times, as rarely as six coins all show the
# same side. **Pairing** by seed takes out the luck that both runs share. So the shortcut helps
# already in a network of five convolutions, by about 0.24 nats.
#
# Now thirteen convolutions, and each part left out in turn. **Predict** which one is missed most.

# %%
deep = {"all parts": train_under_seeds(lambda: deep_network(3))}
deep["no residual"] = train_under_seeds(lambda: deep_network(3, residual=False))

# %%
deep["no normalisation"] = train_under_seeds(lambda: deep_network(3, normalisation=False))
deep["no pooling"] = train_under_seeds(lambda: deep_network(3, pooling=False))

# %%
for name, losses in deep.items():
    print(f"{name:18}", "  ".join(f"{loss:.2f}" for loss in losses))
_ = draw_runs(
    deep,
    "training loss after 48 steps (nats)",
    title="Shortcuts and normalisation matter beyond luck; pooling does not show",
)

# %% [markdown]
# Read it by pairs. Each line says what the same seed made of each variant.
#
# - **No normalisation**: the loss is higher by 0.82 to 1.15, far more than the whole spread of the
#   full network (1.09 to 1.43). At this learning rate and in 48 steps this network hardly learns:
#   guessing gives $\ln 10 = 2.30$.
# - **No residual**: higher by 0.36 to 0.79, and no dot overlaps. The mean of these differences is
#   0.52; with one block it was 0.24, and none of the six was above 0.29. The shortcut matters more
#   in the deeper network.
# - **No pooling**: two seeds are worse without, by 0.30 and 0.31, the third by 0.01. Three signs
#   that agree come up by chance once in four times, and all three losses are close to the worst one
#   of the full network. The honest result is: *not decided by three seeds*. What pooling gives for
#   certain is the price. Twelve convolutions work on maps of 14 × 14 instead of six on 7 × 7 and
#   six on 3 × 3: 1,368,864 multiply-adds for an image instead of 214,560, more than six times as
#   many. On the same budget of *time*, it would have had a sixth of the steps.
#
# And three things that this ablation does not say. It looks at the training loss after few steps,
# and not at test accuracy after many. The learning rate was chosen for the full network; a fair
# contest would let each variant have its own. And parts act together: without normalisation, adding
# up six blocks makes the numbers grow, so here the shortcuts may even be to blame. **Try**
# `train_under_seeds(lambda: deep_network(3, normalisation=False), learning_rate=0.01)`, and the
# same with `residual=False` too.
#
# **So what.** Say what was equal, how many seeds there were, how far they spread, and what remains
# undecided.
#
# ## Closing
#
# | term | meaning |
# | --- | --- |
# | kernel, filter | the weights of a window; one kernel through all channels, which gives one map |
# | cross-correlation | what libraries call convolution: the kernel is not flipped |
# | feature map, channel | where a filter found what it looks for; one of the layers of an image |
# | stride, valid, same | pixels per step; no padding; zeros, so that the output has size / stride |
# | locality, weight sharing, equivariance | each output sees a neighbourhood; with the same weights everywhere; so the map moves with the image |
# | pooling | the largest or the mean of each window: a smaller map, less exact about places |
# | receptive field | the pixels that a number depends on |
# | multiply-adds | the price of running; parameters are the price of storing |
# | batch, layer normalisation | each channel over the batch; each example over its channels |
# | running statistics | means and variances that a batch normalisation keeps for inference |
# | inverted dropout | zeros with probability $p$, the rest divided by $1 - p$, in training only |
# | residual block, projection | layers with their input added; a 1 × 1 convolution where shapes differ |
# | ablation | one part left out, all else equal, over several seeds |
#
# **The three mistakes people make most**
#
# 1. *Two modes mixed up.* Dropout that is active in a test, running statistics that never caught
#    up, a block that does not hand `training` on. Evaluate the training images in inference mode.
# 2. *A head that eats the budget.* `Flatten` on a large map, then `Dense(512)`. Compute the length
#    of the row first; pool once more, or take the mean of each map (`GlobalAveragePooling2D`).
# 3. *One run each.* A part is praised for what was the luck of a seed. Run several seeds, pair
#    them, and look at the spread before the mean.
#
# **Where to read on**
#
# - Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016), chapter 9:
#   convolutional networks.
# - François Chollet, *Deep Learning with Python*, second edition (2021), chapters 8 and 9: computer
#   vision with Keras, and what such networks learn.
# - Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner, "Gradient-based learning applied to
#   document recognition" (1998): LeNet.
# - Sergey Ioffe and Christian Szegedy, "Batch Normalization" (2015); Jimmy Lei Ba, Jamie Ryan Kiros
#   and Geoffrey Hinton, "Layer Normalization" (2016).
# - Nitish Srivastava and others, "Dropout: A Simple Way to Prevent Neural Networks from
#   Overfitting" (2014).
# - Kaiming He, Xiangyu Zhang, Shaoqing Ren and Jian Sun, "Deep Residual Learning for Image
#   Recognition" (2016).
# - Vincent Dumoulin and Francesco Visin, "A guide to convolution arithmetic for deep learning"
#   (2016).

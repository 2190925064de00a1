# %% [markdown]
# # 4. What a model is asked to minimise
#
# At the end of this lesson you will be able to
#
# - **write** the mean squared error, the mean absolute error and the cross-entropies, with
#   gradients, so that no input makes them overflow;
# - **explain** what the minimum of a loss stands for, and what one outlier does to it;
# - **test** by number whether a function is smooth at a point and whether it is convex;
# - **extend** Keras with a loss of your own, and train with it;
# - **choose** the loss and the last layer that belong together, and read from a curve that they do
#   not.
#
# **Time**: 50 minutes to read, two hours with the exercises; the notebook itself runs in under a
# minute. **Builds on**: lesson 2 (derivative, sigmoid) and lesson 3 (compile, fit, mean baseline).

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # TensorFlow: errors only, please
import json
import math

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from keras import layers

from course import check
from course.datasets import load_auto_mpg, load_penguins
from course.figures import draw_functions, draw_history, use_style

use_style()
keras.utils.set_random_seed(4)


def is_pair(result):
    """Whether a function has returned two things, as a tuple or a list."""
    return type(result) in (tuple, list) and len(result) == 2


# %% [markdown]
# ## Predictions in, one number out
#
# Training changes weights so that the predictions become better. "Better" has to be one number, or
# no two sets of weights could be compared. A **loss function** takes the targets $y_i$ and the
# predictions $\hat y_i$ and returns that number: 0 or a little more if they agree, more the further
# they are apart. For regression two are common. With the **error** $e_i = \hat y_i - y_i$ and $n$
# numbers in all,
#
# $$\text{MSE} = \frac{1}{n} \sum_{i=1}^{n} e_i^2, \qquad
# \text{MAE} = \frac{1}{n} \sum_{i=1}^{n} \lvert e_i \rvert:$$
#
# the **mean squared error** and the **mean absolute error**. To go from $n$ losses to one is called
# **reduction**. We take the mean, so that a batch of 32 and one of 320 can be compared.

# %%
_ = draw_functions(
    {"squared": np.square, "absolute": np.abs},
    interval=(-3, 3),
    xlabel="error e: prediction less target",
    ylabel="loss of one prediction",
    title="Twice the error: four times the squared loss, twice the absolute one",
)

# %% [markdown]
# Look at the right edge and at 0. An error of 3 costs 9 when squared, but 3 as it is. And the
# squared loss is round at its lowest point, where the absolute one has a kink.
#
# Training needs more than the number. It asks which way to move: by how much does the loss change
# if one prediction changes a little? The answers for all predictions together form the
# **gradient** of the loss with respect to the predictions, $\partial L / \partial \hat y_i$, an
# array with one number for each prediction. It follows from the slope of the loss of one error,
# divided by $n$ because of the mean:
#
# | loss of one error | value | slope |
# | --- | --- | --- |
# | squared | $e^2$ | $2 e$ |
# | absolute | $\lvert e \rvert$ | $1$ if $e > 0$, $-1$ if $e < 0$ |
#
# A positive entry says: this prediction is too high. At $e = 0$ the absolute loss has no slope; we
# take 0 there, and come back to it.
#
# ### Exercise: the mean squared error (3 points)
#
# Keras passes the targets first, then the predictions, and so do we. If one has the shape $(m,)$
# and the other $(m, 1)$, NumPy's broadcasting makes their difference $(m, m)$, and the mean over
# all pairs is a number that looks quite plausible. Refuse to compute it.


# %% nbgrader={"grade_id": "mse", "solution": true}
def mse(y_true, y_pred):
    """The mean squared error, and its gradient with respect to the predictions.

    Parameters
    ----------
    y_true : array of floats, shape (m,) or (m, k), m >= 1
        The targets.
    y_pred : array of floats, of the same shape
        The predictions.

    Returns
    -------
    loss : number
        The mean of (y_pred - y_true)**2 over all m or m * k numbers.
    gradient : array of the shape of y_pred
        Entry i is the derivative of the loss with respect to entry i of y_pred.

    Raises
    ------
    ValueError
        If the two shapes differ.

    Example
    -------
    For y_true = [1, 2, 3, 4] and y_pred = [1, 4, 3, 0] the errors are [0, 2, 0, -4]; the loss is
    (4 + 16) / 4 = 5, and the gradient [0, 1, 0, -2].
    """
    ### BEGIN SOLUTION
    if y_true.shape != y_pred.shape:
        raise ValueError(f"targets {y_true.shape} and predictions {y_pred.shape} do not fit")
    error = y_pred - y_true
    return np.mean(error**2), 2 * error / error.size
    ### END SOLUTION


# %% nbgrader={"grade_id": "mse-loss", "points": 1}
true_check, pred_check = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 3.0, 0.0])
with check.visible("mse: the loss"):
    with check.not_mutated(y_true=true_check, y_pred=pred_check):
        got_check = mse(true_check, pred_check)
    if check.that(is_pair(got_check), "mse(y_true, y_pred): returns two things: loss, gradient"):
        check.close(
            got_check[0],
            5.0,
            "the loss from mse([1, 2, 3, 4], [1, 4, 3, 0])",
            mistakes={
                "this is the sum of the squared errors; the mean divides by their number": 20.0,
                "this is the mean absolute error: the errors are to be squared": 1.5,
                "this is the root of the mean squared error": math.sqrt(5),
                "the errors were averaged before they were squared, so they cancel": 0.25,
                "these are errors that were not squared, so they cancel": -0.5,
                "this is half of the mean squared error": 2.5,
                "this is one loss for each prediction; reduce them to their mean": [0, 4, 0, 16],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("mse: the loss"):
    rng_check = np.random.default_rng(41)
    for shape_check in ((1,), (7,), (5, 1), (4, 3), (1, 6)):
        true_check, pred_check = rng_check.normal(scale=4, size=(2, *shape_check))
        squares = [float(e) ** 2 for e in (pred_check - true_check).ravel()]
        with check.not_mutated(y_true=true_check, y_pred=pred_check):
            got_check = mse(true_check, pred_check)
        check.close(
            got_check[0],
            math.fsum(squares) / len(squares),
            "the loss for other shapes",
            rtol=1e-4,
            hint="a single number, the mean over all entries of all rows",
            mistakes={
                "this is the sum; the mean divides by the number of entries": math.fsum(squares),
                "this divides by the number of rows; divide by the number of entries": (
                    math.fsum(squares) / shape_check[0]
                ),
                "this is one loss for each column; take the mean over all entries": np.mean(
                    (pred_check - true_check) ** 2, axis=0
                ),
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "mse-gradient", "points": 1}
true_check, pred_check = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 3.0, 0.0])
with check.visible("mse: the gradient"):
    got_check = mse(true_check, pred_check)
    if check.that(is_pair(got_check), "mse(y_true, y_pred): returns two things: loss, gradient"):
        check.close(
            got_check[1],
            [0, 1, 0, -2],
            "the gradient from mse([1, 2, 3, 4], [1, 4, 3, 0])",
            mistakes={
                "the sign is turned round: a prediction that is too high has a positive entry": [
                    0,
                    -1,
                    0,
                    2,
                ],
                "the 2 from the derivative of the square is missing": [0, 0.5, 0, -1],
                "it is not divided by n: this belongs to the sum of the squares": [0, 4, 0, -8],
                "these are the errors themselves": [0, 2, 0, -4],
                "the entries were averaged; the gradient has one for each prediction": -0.25,
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("mse: the gradient"):
    rng_check = np.random.default_rng(42)
    for shape_check in ((1,), (6,), (5, 1), (3, 4)):
        true_check, pred_check = rng_check.normal(scale=4, size=(2, *shape_check))
        slopes_check = np.zeros(shape_check)
        for place in np.ndindex(shape_check):
            step = np.zeros(shape_check)
            step[place] = 1e-5
            up, down = (np.mean((pred_check + s - true_check) ** 2) for s in (step, -step))
            slopes_check[place] = (up - down) / 2e-5
        check.close(
            mse(true_check, pred_check)[1],
            slopes_check,
            "the gradient for other shapes",
            rtol=1e-4,
            atol=1e-6,
            hint="compare it with how the loss changes when one prediction changes a little",
            mistakes={
                "the sign is turned round": -slopes_check,
                "the entries should stand in the shape of y_pred": slopes_check.ravel(),
                "it is divided by the number of rows; the mean is over all entries": (
                    slopes_check * slopes_check.size / shape_check[0]
                ),
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "mse-shapes", "points": 1}
with check.visible("mse: shapes that do not fit"):
    check.raises(
        ValueError,
        mse,
        np.array([1.0, 2.0, 3.0]),
        np.array([[1.0], [2.0], [3.0]]),
        what="mse with targets of shape (3,) and predictions of shape (3, 1)",
        hint="broadcasting would compare each target with each prediction",
    )
### BEGIN HIDDEN TESTS
with check.hidden("mse: shapes that do not fit"):
    for first, second in (
        ((4, 1), (4,)),
        ((3, 2), (2,)),
        ((2,), (3, 2)),
        ((5,), (1,)),
        ((1,), (5,)),
        ((2, 3), (3, 2)),
    ):
        check.raises(
            ValueError,
            mse,
            np.ones(first),
            np.ones(second),
            what="mse with arrays of other shapes that differ",
            hint="compare the two shapes in full",
        )
    got_check = mse(np.ones((3, 1)), np.zeros((3, 1)))
    check.that(is_pair(got_check), "mse where the shapes agree: returns two things")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: the mean absolute error (2 points)
#
# The same for the absolute error; here the shapes may be trusted to agree.


# %% nbgrader={"grade_id": "mae", "solution": true}
def mae(y_true, y_pred):
    """The mean absolute error, and its gradient with respect to the predictions.

    Parameters
    ----------
    y_true : array of floats, shape (m,) or (m, k), m >= 1
        The targets.
    y_pred : array of floats, of the same shape
        The predictions.

    Returns
    -------
    loss : number
        The mean of abs(y_pred - y_true) over all m or m * k numbers.
    gradient : array of the shape of y_pred
        Entry i is the derivative of the loss with respect to entry i of y_pred; 0 by convention
        where the two are equal.

    Example
    -------
    For y_true = [1, 2, 3, 4] and y_pred = [1, 4, 3, 0] the errors are [0, 2, 0, -4]; the loss is
    (2 + 4) / 4 = 1.5, and the gradient [0, 0.25, 0, -0.25].
    """
    ### BEGIN SOLUTION
    error = y_pred - y_true
    return np.mean(np.abs(error)), np.sign(error) / error.size
    ### END SOLUTION


# %% nbgrader={"grade_id": "mae-loss", "points": 1}
true_check, pred_check = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 3.0, 0.0])
with check.visible("mae: the loss"):
    with check.not_mutated(y_true=true_check, y_pred=pred_check):
        got_check = mae(true_check, pred_check)
    if check.that(is_pair(got_check), "mae(y_true, y_pred): returns two things: loss, gradient"):
        check.close(
            got_check[0],
            1.5,
            "the loss from mae([1, 2, 3, 4], [1, 4, 3, 0])",
            mistakes={
                "this is the sum of the absolute errors; the mean divides by their number": 6.0,
                "the errors kept their signs, so they cancel: take absolute values first": -0.5,
                "the absolute value was taken after the mean, when the errors had cancelled": 0.5,
                "this is the mean squared error": 5.0,
                "this is the root of the mean squared error": math.sqrt(5),
                "this is the median of the absolute errors": 1.0,
                "this is one loss for each prediction; reduce them to their mean": [0, 2, 0, 4],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("mae: the loss"):
    rng_check = np.random.default_rng(43)
    for shape_check in ((1,), (7,), (5, 1), (4, 3), (1, 6)):
        true_check, pred_check = rng_check.normal(scale=4, size=(2, *shape_check))
        sizes = [math.fabs(e) for e in (pred_check - true_check).ravel()]
        with check.not_mutated(y_true=true_check, y_pred=pred_check):
            got_check = mae(true_check, pred_check)
        check.close(
            got_check[0],
            math.fsum(sizes) / len(sizes),
            "the loss for other shapes",
            rtol=1e-4,
            hint="a single number, the mean over all entries of all rows",
            mistakes={
                "this is the sum; the mean divides by the number of entries": math.fsum(sizes),
                "this divides by the number of rows; divide by the number of entries": (
                    math.fsum(sizes) / shape_check[0]
                ),
                "this is one loss for each column; take the mean over all entries": np.mean(
                    np.abs(pred_check - true_check), axis=0
                ),
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "mae-gradient", "points": 1}
true_check, pred_check = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 3.0, 0.0])
with check.visible("mae: the gradient"):
    got_check = mae(true_check, pred_check)
    if check.that(is_pair(got_check), "mae(y_true, y_pred): returns two things: loss, gradient"):
        check.close(
            got_check[1],
            [0, 0.25, 0, -0.25],
            "the gradient from mae([1, 2, 3, 4], [1, 4, 3, 0])",
            mistakes={
                "the sign is turned round: a prediction that is too high has a positive entry": [
                    0,
                    -0.25,
                    0,
                    0.25,
                ],
                "it is not divided by n: this belongs to the sum": [0, 1, 0, -1],
                "the size of an error plays no part: the slope is 1 or −1": [0, 0.5, 0, -1],
                "where the error is 0 the convention of this lesson is 0": [
                    0.25,
                    0.25,
                    0.25,
                    -0.25,
                ],
                "where the error is 0 the convention is 0, not −1": [-0.25, 0.25, -0.25, -0.25],
                "a prediction that is too low has the slope −1, not 0": [0, 0.25, 0, 0],
            },
            hint="where the error is 0 there is no e / |e|, and the entry is 0 by convention",
        )
### BEGIN HIDDEN TESTS
with check.hidden("mae: the gradient"):
    rng_check = np.random.default_rng(44)
    for shape_check in ((1,), (6,), (5, 1), (3, 4)):
        true_check = rng_check.normal(scale=4, size=shape_check)
        error_check = rng_check.uniform(0.5, 3, shape_check) * rng_check.choice(
            [-1, 1], shape_check
        )
        slopes_check = np.zeros(shape_check)
        for place in np.ndindex(shape_check):
            step = np.zeros(shape_check)
            step[place] = 1e-4
            slopes_check[place] = np.mean(np.abs(error_check + step)) / 2e-4
            slopes_check[place] -= np.mean(np.abs(error_check - step)) / 2e-4
        check.close(
            mae(true_check, true_check + error_check)[1],
            slopes_check,
            "the gradient for other shapes",
            rtol=1e-4,
            atol=1e-6,
            hint="compare it with how the loss changes when one prediction changes a little",
            mistakes={
                "the sign is turned round": -slopes_check,
                "the entries should stand in the shape of y_pred": slopes_check.ravel(),
                "it is divided by the number of rows; the mean is over all entries": (
                    slopes_check * slopes_check.size / shape_check[0]
                ),
            },
        )
    check.close(
        mae(np.full((2, 3), 1.5), np.full((2, 3), 1.5))[1],
        np.zeros((2, 3)),
        "the gradient where every prediction is exact",
        hint="is 0 by convention, and of the shape of y_pred",
        mistakes={
            "where the error is 0 the convention is 0, not 1": np.full((2, 3), 1 / 6),
            "where the error is 0 the convention is 0, not −1": np.full((2, 3), -1 / 6),
        },
    )
    check.close(
        mae(np.array([1.0, 1.0, 0.0, 0.0]), np.array([1 + 2e-6, 1 - 2e-6, 0.5, -1e-4]))[1],
        [0.25, -0.25, 0.25, -0.25],
        "the gradient where errors are small, and not 0",
        rtol=0.02,
        hint="has the same size for a small error as for a large one; only 0 itself has the slope 0",
    )
    check.close(
        mae(np.zeros(2), np.array([1e-9, -1e-12]))[1],
        [0.5, -0.5],
        "the gradient where errors are tiny, and not 0",
        hint="has the same size for a tiny error as for a large one; only 0 itself has the slope 0",
    )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** The two gradients tell predictions different things. Squared, an error of 4 pulls
# twice as hard as one of 2; absolute, both pull alike, and the pull does not weaken near the
# target.
#
# ## What the minimum stands for
#
# A model can be no better than what its loss asks of it. So ask the simplest question: if the
# prediction must be one constant $c$ for all rows, which $c$ has the smallest loss? We take the 392
# cars of `load_auto_mpg`, whose target is the distance driven per gallon of fuel (mpg).
#
# **Predict** before you run: which well-known number of a sample minimises the MSE, and which the
# MAE?

# %%
cars = load_auto_mpg()
mpg = cars["mpg"].to_numpy()
constants = np.linspace(10, 40, 3001)
for loss in (mse, mae):
    losses = np.array([loss(mpg, np.full_like(mpg, c))[0] for c in constants])
    lowest = constants[losses < losses.min() + 1e-6]
    print(f"{loss.__name__}: lowest from c = {lowest[0]:.2f} to {lowest[-1]:.2f}")
print(f"mean of mpg {mpg.mean():.2f}, median {np.median(mpg):.2f}")

# %% [markdown]
# The MSE is lowest at the **mean**, 23.45. The MAE is lowest at the **median**, 22.75, and because
# the number of cars is even, everywhere between the two middle ones, at 22.5 and 23.0. You can read
# the reason from the gradients: that of the MSE is 0 when the errors add up to 0, that of the MAE
# when as many are positive as negative.
#
# With features in play the same holds row by row: a model trained with MSE aims at the mean of all
# targets that go with such inputs, one trained with MAE at their median.
#
# **So what.** To choose a loss is to choose what is estimated. House prices have a few palaces
# among them: the mean and the median price are both true, and answer different questions.

# %% [markdown]
# ## Where the slope exists
#
# Training follows slopes, so the loss should have some. A function $f$ is
#
# - **continuous** at $x$ if it makes no jump there: $f(x \pm h)$ tends to $f(x)$ as $h$ tends to 0;
# - **differentiable** at $x$ if, beyond that, the slopes to the left and to the right,
#
# $$\frac{f(x) - f(x - h)}{h} \qquad\text{and}\qquad \frac{f(x + h) - f(x)}{h},$$
#
# tend to the same finite number. Where the two differ there is a **kink**. In deep learning
# "smooth" is said loosely of functions that are differentiable everywhere. (Mathematicians ask for
# more: that the derivative itself be continuous, or that all higher derivatives exist.)
#
# A computer cannot let $h$ tend to 0, but it can take $h = 10^{-6}$ and allow for a small
# tolerance.

# %%
h = 1e-6
for name, f, x in (("x²", np.square, 1.0), ("|x|", np.abs, 0.0), ("tanh", np.tanh, 0.0)):
    left, right = (f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h
    print(f"{name:>4} at {x:.0f}: slope to the left {left:9.6f}, to the right {right:9.6f}")

# %% [markdown]
# Read the last digits. For $x^2$ the slopes differ by 0.000002, and would differ by less with a
# smaller $h$: that is the curve bending. For $\lvert x \rvert$ they differ by 2, whatever $h$ is:
# that is a kink.
#
# Equal slopes do not suffice. The sign function jumps from −1 over 0 to 1, so with
# $h = 10^{-6}$ both its slopes at 0 are $10^6$, and equal. Continuity has to be asked for as well.
#
# ### Exercise: smooth at a point (3 points)
#
# Three calls of `f` suffice. Ask for continuity and for equal slopes.


# %% nbgrader={"grade_id": "is_smooth_at", "solution": true}
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    """Whether f looks differentiable at x, judged from the three points x - h, x and x + h.

    Parameters
    ----------
    f : function of one float, which returns a float
    x : float
    h : float
        The step to either side.
    tolerance : float
        The most by which two values of f, or the two slopes, may differ.

    Returns
    -------
    bool
        True if f is continuous, that is f(x - h) and f(x + h) both differ from f(x) by at most
        the tolerance, and has no kink, that is the slope to the left, (f(x) - f(x - h)) / h,
        and the slope to the right, (f(x + h) - f(x)) / h, differ by at most the tolerance.

    Example
    -------
    For f = np.square at x = 1 the slopes are 1.999999 and 2.000001: True. For f = np.abs at x = 0
    they are -1 and 1: False.
    """
    ### BEGIN SOLUTION
    rise_left, rise_right = f(x) - f(x - h), f(x + h) - f(x)
    continuous = max(abs(rise_left), abs(rise_right)) <= tolerance
    return bool(continuous and abs(rise_right - rise_left) / h <= tolerance)
    ### END SOLUTION


# %% nbgrader={"grade_id": "is_smooth_at-kinks", "points": 1}
with check.visible("is_smooth_at: kinks"):
    check.equal(
        is_smooth_at(np.square, 1.0),
        True,
        "is_smooth_at(np.square, 1.0)",
        mistakes={
            "the slopes are 1.999999 and 2.000001: they need not be equal, only differ by at most "
            "the tolerance": False
        },
    )
    check.equal(
        is_smooth_at(np.abs, 0.0),
        False,
        "is_smooth_at(np.abs, 0.0)",
        mistakes={
            "the slopes −1 and 1 differ by 2: compare a slope to the left with one to the right, "
            "each a rise divided by h; neither the rises, nor the sizes of the slopes, nor one "
            "difference from x − h to x + h will show the kink": True
        },
    )
    check.equal(
        is_smooth_at(np.abs, 2.0),
        True,
        "is_smooth_at(np.abs, 2.0)",
        mistakes={"the kink is at 0, not at 2: look at the point that was asked for": False},
    )
### BEGIN HIDDEN TESTS
with check.hidden("is_smooth_at: kinks"):
    smooth_check = (
        (np.tanh, 0.0),
        (math.exp, 2.0),
        (lambda t: 3.0 * t - 7.0, -4.0),
        (lambda t: max(0.0, t), 0.5),
        (lambda t: max(0.0, t) ** 2, 0.0),
        (lambda t: abs(t) * t, 0.0),
        (lambda t: 5.0, 1.0),
    )
    kinked_check = (
        (lambda t: max(0.0, t), 0.0),
        (lambda t: max(0.1 * t, t), 0.0),
        (lambda t: max(0.0, 1.0 - t), 1.0),
        (lambda t: abs(t - 3.0) + t**2, 3.0),
        (lambda t: -abs(t), 0.0),
        (lambda t: abs(0.05 * t), 0.0),
        (lambda t: 200.0 * t + abs(0.05 * t), 0.0),
        (lambda t: 900.0 * t + abs(0.0025 * t), 0.0),
    )
    cases_check = (*smooth_check, *kinked_check)
    left_check = np.array([(f(x) - f(x - 1e-6)) / 1e-6 for f, x in cases_check])
    right_check = np.array([(f(x + 1e-6) - f(x)) / 1e-6 for f, x in cases_check])
    check.equal(
        [is_smooth_at(f, x) for f, x in cases_check],
        [True] * len(smooth_check) + [False] * len(kinked_check),
        "is_smooth_at for other functions, at smooth points and at kinks",
        hint="the answer is False exactly where the slopes to the left and to the right of x "
        "differ by more than the tolerance",
        mistakes={
            "finds no kink: compare the slope to the left with the slope to the right, each a rise "
            "divided by h": [True] * len(cases_check),
            "finds kinks of one kind only: take the absolute value of the difference of slopes": (
                right_check - left_check <= 1e-3
            ).tolist(),
            "misses kinks that open upwards: take the absolute value of the difference of slopes": (
                left_check - right_check <= 1e-3
            ).tolist(),
            "the sizes of the slopes are compared: −1 and 1 have one size and differ by 2": (
                np.abs(np.abs(left_check) - np.abs(right_check)) <= 1e-3
            ).tolist(),
            "the tolerance is an absolute one, also where the slopes are steep": [
                math.isclose(left, right, rel_tol=1e-3, abs_tol=1e-3)
                for left, right in zip(left_check, right_check, strict=True)
            ],
            "the answer should be True where the function is smooth, and False at a kink": (
                [False] * len(smooth_check) + [True] * len(kinked_check)
            ),
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "is_smooth_at-jumps", "points": 1}
with check.visible("is_smooth_at: jumps"):
    check.equal(
        is_smooth_at(np.sign, 0.0),
        False,
        "is_smooth_at(np.sign, 0.0)",
        mistakes={
            "both slopes are 1 / h and agree, but f(x − h) is far from f(x): ask for continuity": (
                True
            )
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("is_smooth_at: jumps"):
    cases_check = (
        (lambda t: 1.0 if t >= 0 else 0.0, 0.0),
        (lambda t: 1.0 if t > 0 else 0.0, 0.0),
        (lambda t: 4.0 * np.sign(t - 2.0) + t, 2.0),
        (lambda t: -np.sign(t), 0.0),
        (lambda t: 1.0 if t == 0 else 0.0, 0.0),
        (np.sign, 0.5),
    )
    left_check = np.array([float(f(x) - f(x - 1e-6)) for f, x in cases_check])
    right_check = np.array([float(f(x + 1e-6) - f(x)) for f, x in cases_check])
    straight_check = np.abs(right_check - left_check) <= 1e-9
    check.equal(
        [is_smooth_at(f, x) for f, x in cases_check],
        [False] * 5 + [True],
        "is_smooth_at for functions with a jump, at the jump and away from it",
        hint="f(x − h) and f(x + h) must both be close to f(x), on whichever side it jumps",
        mistakes={
            "the slopes can agree at a jump, if both are huge: ask for continuity as well": (
                straight_check.tolist()
            ),
            "a jump downwards is one too: take absolute values of the rises": (
                straight_check & (np.maximum(left_check, right_check) <= 1e-3)
            ).tolist(),
            "away from its jump a function may well be smooth": [False] * 6,
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "is_smooth_at-step_and_tolerance", "points": 1}
with check.visible("is_smooth_at: step and tolerance"):
    check.equal(
        is_smooth_at(lambda t: abs(t - 0.05), 0.0, h=0.1, tolerance=0.5),
        False,
        "is_smooth_at(lambda t: abs(t - 0.05), 0.0, h=0.1, tolerance=0.5)",
        mistakes={"a step of 0.1 reaches over the kink at 0.05: use the h that is passed in": True},
    )
    check.equal(
        is_smooth_at(lambda t: abs(0.1 * t), 0.0, tolerance=0.5),
        True,
        "is_smooth_at(lambda t: abs(0.1 * t), 0.0, tolerance=0.5)",
        mistakes={
            "the slopes differ by 0.2, and 0.5 is allowed: use the tolerance that is passed in": (
                False
            )
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("is_smooth_at: step and tolerance"):
    # Halves and quarters, so that what lies exactly on the tolerance does so in floats too.
    cases_check = (
        (lambda t: abs(t + 0.05), 0.1, 0.5, False),
        (lambda t: abs(t + 0.05), 0.01, 0.5, True),
        (lambda t: abs(t), 0.001, 1.5, False),
        (lambda t: abs(t), 0.001, 2.5, True),
        (lambda t: t**2, 0.1, 0.1, False),
        (lambda t: t**2, 0.1, 0.3, True),
        (lambda t: 2.0 * t, 0.25, 0.4, False),
        (lambda t: 2.0 * t, 0.25, 0.6, True),
        (lambda t: 2.0 * t, 0.25, 0.5, True),
        (lambda t: abs(t), 0.25, 2.0, True),
        (lambda t: 0.5 * t + 0.25 * t**2, 1.0, 0.625, False),
        (lambda t: 0.5 * t - 0.25 * t**2, 1.0, 0.625, False),
        (lambda t: -0.5 * t + 0.25 * t**2, 1.0, 0.625, False),
        (lambda t: -0.5 * t - 0.25 * t**2, 1.0, 0.625, False),
    )
    h_check, tolerance_check = (np.array([case[n] for case in cases_check]) for n in (1, 2))

    def rises_check(steps):
        left = [f(0.0) - f(-step) for (f, *_), step in zip(cases_check, steps, strict=True)]
        right = [f(step) - f(0.0) for (f, *_), step in zip(cases_check, steps, strict=True)]
        return np.array(left), np.array(right)

    left_check, right_check = rises_check(h_check)
    larger_check = np.maximum(np.abs(left_check), np.abs(right_check))
    bend_check = np.abs(right_check - left_check) / h_check
    straight_check = bend_check <= tolerance_check
    tiny_left, tiny_right = rises_check(np.full(len(cases_check), 1e-6))
    tiny_check = np.abs(tiny_right - tiny_left) / 1e-6
    wrong_check = {
        "the step is the h that is passed in, and not always 1e-6": tiny_check <= tolerance_check,
        "the tolerance is the one that is passed in, and not always 1e-3": (
            (larger_check <= 1e-3) & (bend_check <= 1e-3)
        ),
        "step and tolerance are those that are passed in": tiny_check <= 1e-3,
        "what differs by exactly the tolerance passes: the docstring says at most": (
            (larger_check < tolerance_check) & (bend_check < tolerance_check)
        ),
        "slopes that differ by exactly the tolerance pass: the docstring says at most": (
            (larger_check <= tolerance_check) & (bend_check < tolerance_check)
        ),
        "a rise of exactly the tolerance passes: the docstring says at most": (
            (larger_check < tolerance_check) & straight_check
        ),
        "continuity is not asked for": straight_check,
        "f(x − h) must be close to f(x) too, and not f(x + h) alone": (
            (np.abs(right_check) <= tolerance_check) & straight_check
        ),
        "f(x + h) must be close to f(x) too, and not f(x − h) alone": (
            (np.abs(left_check) <= tolerance_check) & straight_check
        ),
        "a fall counts like a rise: take absolute values": (
            (np.maximum(left_check, right_check) <= tolerance_check) & straight_check
        ),
        "the rises are compared where the slopes should be: divide them by h": (
            (larger_check <= tolerance_check) & (bend_check * h_check <= tolerance_check)
        ),
    }
    check.equal(
        [is_smooth_at(f, 0.0, h=h, tolerance=tolerance) for f, h, tolerance, _ in cases_check],
        [right for *_, right in cases_check],
        "is_smooth_at with other steps and tolerances",
        hint="compare both rises, and the difference of the two slopes, with the tolerance that "
        "is passed in, at the step that is passed in",
        mistakes={sentence: answers.tolist() for sentence, answers in wrong_check.items()},
    )
    check.equal(
        is_smooth_at(lambda t: abs(t - 110.0), 100.0, h=0.25, tolerance=0.5),
        True,
        "is_smooth_at ten beside a kink, at x = 100 with h = 0.25",
        hint="the step is h, however large x is",
    )
### END HIDDEN TESTS

# %% [markdown]
# Three points on a line are a witness, not a proof: a kink nearer than $h$ to a point that is
# smooth makes the test cry wolf, and a kink smaller than the tolerance escapes it. And the numbers
# must carry it: in `float32`, with about 7 digits, a step of $10^{-6}$ from 1 is hardly a step.
#
# ## Training across a kink
#
# The absolute error has a kink, ReLU has one, and so has the **hinge loss** $\max(0, 1 - z)$ of
# support vector machines. We train with them all the same. What does TensorFlow take for the slope
# at the kink? (`slope_in_tensorflow` asks its automatic differentiation, which is lessons 6 and 7;
# for now read the numbers only.)


# %%
def slope_in_tensorflow(f, x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return float(tape.gradient(y, x)) + 0.0  # + 0.0 makes 0 of −0


print("|x|           at 0:", slope_in_tensorflow(tf.abs, 0.0))
print("ReLU          at 0:", slope_in_tensorflow(tf.nn.relu, 0.0))
print("max(0, 1 − z) at 1:", slope_in_tensorflow(lambda z: tf.maximum(0.0, 1 - z), 1.0))
print("max(1 − z, 0) at 1:", slope_in_tensorflow(lambda z: tf.maximum(1 - z, 0.0), 1.0))

# %% [markdown]
# Compare the last two lines: one function, written in two ways, has the slope 0 in the one and −1
# in the other. At a tie `tf.maximum` follows its first argument. Both numbers are defensible: every
# number between the left and the right slope of a convex function is a **subgradient**, the slope
# of a line that touches the graph and nowhere lies above it. For $\lvert x \rvert$ at 0 these are
# all numbers from −1 to 1.
#
# **Predict**: $\mathrm{relu}(x) - \mathrm{relu}(-x)$ equals $x$, for every $x$. What does
# TensorFlow say its slope is at 0?

# %%
print(slope_in_tensorflow(lambda x: tf.nn.relu(x) - tf.nn.relu(-x), 0.0), "at 0")
print(slope_in_tensorflow(lambda x: tf.nn.relu(x) - tf.nn.relu(-x), 0.001), "at 0.001")

# %% [markdown]
# It says 0, and the slope of $x$ is 1: this is plainly wrong. Rules applied at kinks can add up to
# a number that is no subgradient at all. Why does training work, then?
#
# - Inputs that hit a kink exactly are rare: with weights drawn at random it almost never happens.
# - A step that was wrong once is followed by thousands from points where the slope exists.
# - What really costs something is not the kink but the flat or steep part beside it: near its
#   minimum the slope of $\lvert e \rvert$ is still 1, so a step of fixed length jumps over the
#   minimum, again and again, where the slope of $e^2$ fades out.
#
# **So what.** "A loss must be differentiable" is a slogan. It should be differentiable *almost
# everywhere*, with slopes that are not 0 where there is something to learn. Accuracy, the share of
# right answers, fails by the second half: it has jumps, and between them its slope is 0. That is
# why we do not train with it.

# %% [markdown]
# ## Outliers and the Huber loss
#
# In lists typed by hand a decimal point gets lost: 12.0 becomes 120. An **outlier** is a value far
# from what the others lead one to expect. Squared, an error of 100 counts as much as 10,000 errors
# of 1. The **Huber loss** is squared for small errors and absolute for large ones, with a threshold
# $\delta > 0$ that you choose, in the unit of the target:
#
# | loss of one error | value | slope |
# | --- | --- | --- |
# | Huber, $\lvert e \rvert \le \delta$ | $\tfrac{1}{2} e^2$ | $e$ |
# | Huber, $e > \delta$ | $\delta \, (e - \tfrac{1}{2} \delta)$ | $\delta$ |
# | Huber, $e < -\delta$ | $\delta \, (-e - \tfrac{1}{2} \delta)$ | $-\delta$ |
#
# The term $-\tfrac12 \delta$ makes the pieces meet: at $e = \delta$ both values are
# $\tfrac12 \delta^2$, and both slopes $\delta$. So there is no kink anywhere, and no error, however
# large, pulls harder than $\delta$.

# %%
_ = draw_functions(
    {
        "half squared": lambda e: e**2 / 2,
        "absolute": np.abs,
        "Huber, δ = 1": lambda e: np.where(np.abs(e) <= 1, e**2 / 2, np.abs(e) - 0.5),
    },
    interval=(-3, 3),
    xlabel="error e",
    ylabel="loss of one prediction",
    title="The Huber loss is round at 0, like the square, and straight outside",
)

# %% [markdown]
# Look between −1 and 1, where the Huber loss lies on the half square, and outside, where it runs
# parallel to the absolute loss, ½ below it.
#
# ## A loss of your own in Keras
#
# Keras has a Huber loss; you write yours, because then you can write any. A loss is a subclass of
# `keras.losses.Loss` with three methods:
#
# - `__init__` keeps the settings and passes `name` and `reduction` on to Keras;
# - `call(y_true, y_pred)` returns **one loss for each row**, shape $(m,)$; Keras then reduces these
#   to one number;
# - `get_config()` returns the settings as plain data, so that the loss can be made anew from a file.
#
# `call` runs inside a graph that TensorFlow compiles and differentiates. NumPy's functions cannot
# be used there: training stops with "Cannot convert a symbolic tf.Tensor … to a numpy array".
# `keras.ops` has the same functions by the same names. Here is the squared error as an example:


# %%
class SquaredError(keras.losses.Loss):
    """The squared error, one loss for each row: a loss without settings of its own."""

    def call(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.square(y_pred - y_true), axis=-1)


# %% [markdown]
# Now a straight line that predicts mpg from the weight of a car, trained with it. **What went wrong
# in this run?**

# %%
weight = cars["weight"].to_numpy()
x_cars = ((weight - weight.mean()) / weight.std())[:, None]


def fit_line(loss, y):
    """Slope and intercept of a line that Keras has fitted to the cars, and the losses."""
    keras.utils.set_random_seed(4)
    line = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])
    line.compile(optimizer=keras.optimizers.SGD(0.3), loss=loss)
    history = line.fit(x_cars, y, epochs=20, batch_size=len(y), verbose=0)
    return [float(w.item()) for w in line.get_weights()], history


(slope, intercept), run = fit_line(SquaredError(), mpg)
print(f"mpg = {intercept:.1f} + ({slope:.1f}) · standardised weight")
_ = draw_history(run)

# %% [markdown]
# The curve falls and settles, as curves should. But it settles at 60.8, which is the variance of
# `mpg`: the mean baseline. The slope is 0, as though weight had no bearing on consumption. Now look
# at the shapes: the targets `mpg` have shape (392,), the predictions (392, 1). Inside `call` their
# difference was (392, 392), *every* target was compared with *every* prediction, and the best that
# one can predict then is the mean for all.

# %%
(slope, intercept), run = fit_line(SquaredError(), mpg[:, None])
print(f"mpg = {intercept:.1f} + ({slope:.1f}) · standardised weight")

# %% [markdown]
# With targets of shape (392, 1) the slope is −6.5. Keras's own losses make the two shapes agree
# before they compute, and so does `compile` for a loss that is a plain function; for a subclass of
# `Loss` it is left to you.
#
# ### Exercise: the Huber loss (3 points)
#
# The cell holds a class and a function. The function `train_with` shows that your loss is one that
# Keras can train with: compile, fit, as in lesson 3.


# %% nbgrader={"grade_id": "HuberLoss", "solution": true}
class HuberLoss(keras.losses.Loss):
    """Squared for errors up to delta, straight beyond, as in the table above.

    Parameters
    ----------
    delta : float > 0
        The threshold, in the unit of the targets.
    name, reduction
        As in every Keras loss; passed on to `keras.losses.Loss`.

    Example
    -------
    With delta = 1, targets [[0, 0], [0, 0]] and predictions [[0.5, -3], [0, 1]], the losses of
    the entries are [[0.125, 2.5], [0, 0.5]]. So `call` returns the means of the rows,
    [1.3125, 0.25], and HuberLoss(1.0)(y_true, y_pred) is their mean, 0.78125.
    """

    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        ### BEGIN SOLUTION
        super().__init__(name=name, reduction=reduction)
        self.delta = delta
        ### END SOLUTION

    def call(self, y_true, y_pred):
        """One loss for each row: shapes (m, k) and (m, k) to a tensor of shape (m,)."""
        ### BEGIN SOLUTION
        size = keras.ops.abs(y_pred - y_true)
        straight = self.delta * (size - self.delta / 2)
        return keras.ops.mean(keras.ops.where(size <= self.delta, size**2 / 2, straight), axis=-1)
        ### END SOLUTION

    def get_config(self):
        """The arguments of the constructor as a dict: name, reduction and delta, plain data.

        `HuberLoss.from_config(config)`, which Keras provides, makes an equal loss from it.
        """
        ### BEGIN SOLUTION
        return {**super().get_config(), "delta": self.delta}
        ### END SOLUTION


def train_with(model, loss, X, y, learning_rate, epochs):
    """Compile a model with a loss and train it by plain gradient descent.

    Parameters
    ----------
    model : keras.Model
        Trained in place, from the weights that it has.
    loss : str or keras.losses.Loss
        Whatever `compile` takes for a loss.
    X : array of shape (m, n)
    y : array of shape (m, k)
    learning_rate : float
        For the optimizer, `keras.optimizers.SGD`.
    epochs : int
        Each of them one step: the batch is all m rows. Nothing is printed.

    Returns
    -------
    keras.Model
        The same model.
    """
    ### BEGIN SOLUTION
    model.compile(optimizer=keras.optimizers.SGD(learning_rate), loss=loss)
    model.fit(X, y, batch_size=len(X), epochs=epochs, verbose=0)
    return model
    ### END SOLUTION


# %% nbgrader={"grade_id": "HuberLoss-values", "points": 1}
true_check = np.zeros((2, 2))
pred_check = np.array([[0.5, -3.0], [0.0, 1.0]])
with check.visible("HuberLoss: its values"):
    got_check = HuberLoss(delta=1.0).call(
        tf.constant(true_check, tf.float32), tf.constant(pred_check, tf.float32)
    )
    if check.close(
        got_check,
        [1.3125, 0.25],
        "HuberLoss(1.0).call(y_true, y_pred) for the example",
        rtol=1e-4,
        mistakes={
            "the losses of a row are added; take their mean over the last axis": [2.625, 0.5],
            "Keras reduces the rows itself: call returns one loss for each row": 0.78125,
            "the mean over the last axis is missing": [[0.125, 2.5], [0.0, 0.5]],
            "this is the mean over the rows, axis 0; take it over the last axis": [0.0625, 1.5],
            "the ½ of the squared part is missing": [1.375, 0.5],
            "the straight part is too high by δ²/2, so the pieces do not meet": [1.5625, 0.25],
            "a large error was squared; compare its absolute value with δ": [2.3125, 0.25],
            "the two cases are the wrong way round": [2.25, 0.0],
            "this is the absolute error: small errors are to be squared": [1.75, 0.5],
        },
    ):
        check.close(
            HuberLoss(delta=1.0)(true_check, pred_check),
            0.78125,
            "HuberLoss(1.0)(y_true, y_pred), reduced by Keras",
            rtol=1e-4,
        )
### BEGIN HIDDEN TESTS
with check.hidden("HuberLoss: its values"):
    rng_check = np.random.default_rng(45)
    for delta_check, shape_check in ((1.0, (1, 1)), (0.5, (6, 1)), (2.0, (4, 3)), (3.0, (9, 2))):
        true_check = rng_check.normal(scale=4, size=shape_check)
        pred_check = rng_check.normal(scale=4, size=shape_check)
        rows_check = [
            math.fsum(
                e * e / 2 if abs(e) <= delta_check else delta_check * (abs(e) - delta_check / 2)
                for e in map(float, row)
            )
            / shape_check[1]
            for row in pred_check - true_check
        ]
        size_check = np.abs(pred_check - true_check)

        def mean_of_pieces_check(threshold, straight, size=size_check):
            return np.where(size <= threshold, size**2 / 2, straight).mean(axis=1)

        got_check = HuberLoss(delta=delta_check).call(
            tf.constant(true_check, tf.float32), tf.constant(pred_check, tf.float32)
        )
        check.close(
            got_check,
            rows_check,
            "HuberLoss with other deltas and shapes",
            rtol=1e-3,
            atol=1e-5,
            hint="delta sets the threshold, the slope of the straight part and its height",
            mistakes={
                "delta is taken for 1, whatever it is": mean_of_pieces_check(1, size_check - 0.5),
                "delta sets the threshold, and must set slope and height beyond it too": (
                    mean_of_pieces_check(delta_check, size_check - 0.5)
                ),
                "the slope of the straight part is δ, not 1": (
                    mean_of_pieces_check(delta_check, size_check - delta_check / 2)
                ),
                "the straight part is lowered by δ²/2, not by 1/2": (
                    mean_of_pieces_check(delta_check, delta_check * size_check - 0.5)
                ),
                "the straight part is δ times (size − δ/2): delta was used once where it is needed "
                "twice": mean_of_pieces_check(delta_check, delta_check * (size_check - 0.5)),
                "the straight part is too high by δ²/2, so the pieces do not meet": (
                    mean_of_pieces_check(delta_check, delta_check * size_check)
                ),
                "the threshold is δ, not 1": (
                    mean_of_pieces_check(1, delta_check * (size_check - delta_check / 2))
                ),
            },
        )
        check.close(
            HuberLoss(delta_check, reduction="sum")(true_check, pred_check),
            math.fsum(rows_check),
            "HuberLoss with the reduction 'sum'",
            rtol=1e-3,
            atol=1e-5,
            hint="pass `reduction` on to Keras, and leave the reduction over the rows to it",
            mistakes={
                "the reduction is the default, the mean: pass `reduction` on to Keras": (
                    math.fsum(rows_check) / shape_check[0]
                )
            },
        )
    first_check, second_check = HuberLoss(), HuberLoss(3.0)
    for loss_check, right_check, other_check in (
        (first_check, 4.5, 10.5),
        (second_check, 10.5, 4.5),
    ):
        check.close(
            loss_check(np.zeros((1, 1)), np.full((1, 1), 5.0)),
            right_check,
            "two losses, one with the default delta and one with another",
            rtol=1e-4,
            mistakes={
                "one has the delta of the other: keep it in self, not in the class": other_check
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "HuberLoss-config", "points": 1}
with check.visible("HuberLoss: its configuration"):
    config_check = HuberLoss(delta=2.5, name="mine", reduction="sum").get_config()
    if check.that(type(config_check) is dict, "HuberLoss(2.5).get_config(): should be a dict"):
        for entry_check, value_check, default_check in (
            ("delta", 2.5, 1.0),
            ("name", "mine", "huber_loss"),
            ("reduction", "sum", "sum_over_batch_size"),
        ):
            check.equal(
                config_check.get(entry_check),
                value_check,
                f"HuberLoss(delta=2.5, name='mine', reduction='sum').get_config()[{entry_check!r}]",
                mistakes={
                    "is missing: super().get_config() has name and reduction, and delta is yours "
                    "to add": None,
                    "is the default's: keep delta, and pass name and reduction on to "
                    "super().__init__": default_check,
                },
                hint="keep delta, and pass name and reduction on to super().__init__",
            )
### BEGIN HIDDEN TESTS
with check.hidden("HuberLoss: its configuration"):
    made_check = HuberLoss(delta=0.75, name="other", reduction="sum")
    config_check = json.loads(json.dumps(made_check.get_config()))
    again_check = HuberLoss.from_config(config_check)
    check.equal(
        again_check.get_config(),
        config_check,
        "the configuration of the loss that from_config makes",
        hint="should be that of the first, name, reduction and delta",
    )
    check.equal(again_check.name, "other", "the name of the loss that from_config makes")
    check.equal(again_check.reduction, "sum", "the reduction of the loss that from_config makes")
    config_check = HuberLoss().get_config()
    check.equal(
        HuberLoss.from_config(config_check).get_config(),
        config_check,
        "the configuration of a loss made from a configuration",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "HuberLoss-training", "points": 1}
X_check = np.array([[0.0], [1.0], [2.0], [3.0]])
with check.visible("HuberLoss: a model trained with it"):
    model_check = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model_check.set_weights([np.array([[1.0]]), np.array([0.0])])
    y_check = X_check + [[0.0], [0.0], [0.0], [8.0]]
    try:
        train_with(model_check, HuberLoss(delta=1.0), X_check, y_check, 0.1, 1)
    except NotImplementedError as error:  # so TensorFlow says it too, of an array it cannot make
        check.that(
            "tf.Tensor" not in str(error),
            "training with HuberLoss: stops, because NumPy cannot compute inside `call`, which "
            "TensorFlow compiles; keras.ops has the same functions",
        )
        raise
    check.close(
        np.concatenate([w.ravel() for w in model_check.get_weights()]),
        [1.075, 0.025],
        "weight and bias of a line after one step with HuberLoss(1.0)",
        rtol=1e-4,
        hint="one step moves the weights by −learning rate × gradient",
        mistakes={
            "the weights have not moved: does train_with fit the model that it was given, and does "
            "call compute with keras.ops?": [1.0, 0.0],
            "this step is that of the mean squared error: pass the loss on to compile": [2.2, 0.4],
            "the optimizer has used a learning rate of its own, 0.01": [1.0075, 0.0025],
            "the gradients of the rows are added where they should be averaged": [1.3, 0.1],
            "this climbs: the loss, or the step, has the wrong sign": [0.925, -0.025],
            "this is a step of Adam, or of another optimizer that rescales gradients; plain SGD is "
            "asked for": [1.1, 0.1],
        },
    )

    def trained_check(weights, X, y):
        """The weights of a line after one step with the loss "mse", and what it printed."""
        import contextlib
        import io

        line = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
        line.set_weights(weights)
        with contextlib.redirect_stdout(io.StringIO()) as screen:
            train_with(line, "mse", X, y, 0.01, 1)
        return [float(w.item()) for w in line.get_weights()], screen.getvalue()

    weights_check = [np.array([[1.0]]), np.array([0.0])]
    got_check, printed_check = check.there(trained_check, weights_check, X_check, y_check)
    check.close(
        got_check,
        [1.12, 0.04],
        "weight and bias of a line after one step with the loss 'mse'",
        rtol=1e-4,
        mistakes={
            "train_with has a Huber loss of its own: it should use the loss that it is given": [
                1.0075,
                0.0025,
            ],
            "the weights have not moved: does train_with fit the model that it was given?": [1, 0],
        },
        hint="train_with should use the loss that it is given, whichever it is",
    )
    check.that(
        printed_check == "",
        "train_with: prints, and should not; fit draws no progress bar with verbose=0",
    )
### BEGIN HIDDEN TESTS
with check.hidden("HuberLoss: a model trained with it"):
    # Forty times the same row: in whichever order they come, two batches of them are two steps.
    alike_check = np.full((40, 1), 2.0)
    model_check = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model_check.set_weights([np.array([[1.0]]), np.array([0.0])])
    train_with(model_check, HuberLoss(delta=0.25), alike_check, alike_check + 7.0, 0.1, 2)
    check.close(
        np.concatenate([w.ravel() for w in model_check.get_weights()]),
        [1.1, 0.05],
        "the weights after two epochs with many rows",
        rtol=1e-4,
        hint="all rows are one batch, and each epoch is one step of plain SGD at the given rate",
        mistakes={
            "an epoch took several steps: fit takes 32 rows at a time unless batch_size says "
            "otherwise": [1.2, 0.1],
            "only one step was taken: the number of epochs is passed in": [1.05, 0.025],
            "the weights have moved as with delta = 1: the loss has a delta of its own": [1.4, 0.2],
            "nothing has moved": [1.0, 0.0],
        },
    )
    rng_check = np.random.default_rng(46)
    X_check = rng_check.normal(size=(40, 2))
    y_check = X_check @ [[2.0], [-1.0]] + 0.5 + rng_check.normal(scale=2.0, size=(40, 1))
    weights_check = [rng_check.normal(size=(2, 1)), rng_check.normal(size=1)]
    model_check = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(1)])
    model_check.set_weights(weights_check)
    returned_check = train_with(model_check, HuberLoss(delta=1.5), X_check, y_check, 0.2, 5)
    for _ in range(5):
        pull_check = X_check @ weights_check[0] + weights_check[1] - y_check
        pull_check = np.clip(pull_check, -1.5, 1.5) / len(X_check)
        weights_check[0] = weights_check[0] - 0.2 * X_check.T @ pull_check
        weights_check[1] = weights_check[1] - 0.2 * pull_check.sum(axis=0)
    check.close(
        np.concatenate([w.ravel() for w in model_check.get_weights()]),
        np.concatenate([w.ravel() for w in weights_check]),
        "the weights after five steps with HuberLoss",
        rtol=1e-3,
        atol=1e-4,
        hint="all rows are one batch, each epoch one step of plain SGD at the given rate",
    )
    check.that(
        returned_check is model_check, "train_with: should return the model that it was given"
    )
### END HIDDEN TESTS

# %% [markdown]
# Now lose the decimal point of mpg for the 20 heaviest of the 392 cars, and fit a line with each of
# the three losses.
#
# **Predict**: heavy cars drive *less* far on a gallon. Which of the three lines still says so?

# %%
mpg_typed = mpg.copy()
mpg_typed[np.argsort(weight)[-20:]] *= 10


def fit_with(loss, y):
    """Slope and intercept of a line through the cars, trained with a loss."""
    keras.utils.set_random_seed(4)
    line = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])
    train_with(line, loss, x_cars, y[:, None], learning_rate=0.9, epochs=60)
    return [float(w.item()) for w in line.get_weights()]


lines = {"MSE": fit_with("mse", mpg_typed)}

# %%
lines["MAE"] = fit_with("mae", mpg_typed)

# %%
lines["Huber"] = fit_with(HuberLoss(delta=2.0), mpg_typed)
lines["MSE, before"] = slope, intercept  # fitted further up, with nothing mistyped
for name, (w, b) in lines.items():
    print(f"{name:>11}: mpg = {b:.1f} + ({w:.1f}) · standardised weight")

# %%
figure, ax = plt.subplots()
ax.scatter(weight, mpg_typed, s=10, color="0.6", label="cars, 20 of them mistyped")
for (name, (w, b)), style in zip(lines.items(), ("-", "--", ":", "-."), strict=True):
    ax.plot(np.sort(weight), b + w * np.sort(x_cars[:, 0]), style, label=name)
ax.set(xlabel="weight (pounds)", ylabel="mpg as typed")
ax.set_title("Twenty typing errors turn the line of the MSE round")
_ = ax.legend(loc="upper left")

# %% [markdown]
# Look at the solid line. The MSE has it rise, with the slope +5.4: the more a car weighs, the
# farther it goes. MAE and Huber, with −5.8 and −5.9, hold on to what the other 372 cars say. Their
# lines can hardly be told from that of the MSE before the typing errors, whose slope is −6.5.
#
# **So what.** A robust loss is no substitute for looking at the data, but it decides what a few bad
# rows can do. It has a price: where outliers are real and matter, floods or frauds, you do not want
# them ignored.

# %% [markdown]
# ## From scores to probabilities
#
# In **classification** the target is one of $k$ classes. The network ends in $k$ linear neurons, one
# score for each class; these scores are called **logits** and may be any numbers. The **softmax**
# makes probabilities of them, positive and with the sum 1:
#
# $$p_j = \frac{e^{z_j}}{\sum_{l=1}^{k} e^{z_l}}, \qquad z_j \text{ the logit of class } j.$$
#
# Only differences count: adding the same number to all logits changes nothing, for $e^c$ cancels.
# That is also how it is computed. $e^{1000}$ is too large for any float, but one may subtract the
# row's largest logit from all of them first; then the largest power is $e^0 = 1$.

# %%
z_demo = np.array([2.0, 1.0, -1.0])
powers = np.exp(z_demo)
print("powers:       ", powers.round(3))
print("probabilities:", (powers / powers.sum()).round(3))

# %% [markdown]
# ### Exercise: softmax (3 points)
#
# Each row has a largest logit of its own.


# %% nbgrader={"grade_id": "softmax", "solution": true}
def softmax(logits):
    """The probabilities that belong to logits, row by row.

    Parameters
    ----------
    logits : array of floats, shape (m, k), m >= 1, k >= 1
        One row for each instance, one column for each class. Any size: logits of 10,000 or
        -10,000 are allowed in any row. Left as it was.

    Returns
    -------
    array of floats, shape (m, k)
        Finite numbers from 0 to 1; each row sums to 1.

    Example
    -------
    softmax of [[0, 0], [0, log 3]] is [[0.5, 0.5], [0.25, 0.75]].
    """
    ### BEGIN SOLUTION
    powers = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade_id": "softmax-values", "points": 1}
z_check = np.array([[0.0, 0.0], [0.0, math.log(3)]])
with check.visible("softmax: the example"):
    with check.not_mutated(logits=z_check):
        got_check = softmax(z_check)
    check.close(
        got_check,
        [[0.5, 0.5], [0.25, 0.75]],
        "softmax([[0, 0], [0, log 3]])",
        rtol=1e-4,
        hint="each power divided by the sum of the powers in its row",
        mistakes={
            "your columns sum to 1, not your rows: sum over axis 1, the classes": [
                [0.5, 0.25],
                [0.5, 0.75],
            ],
            "all entries together sum to 1; each row should": [[1 / 6, 1 / 6], [1 / 6, 1 / 2]],
            "these are the powers; divide each by the sum of its row": [[1, 1], [1, 3]],
            "this is the sigmoid of each logit; softmax compares the logits of a row": [
                [0.5, 0.5],
                [0.5, 0.75],
            ],
            "the sums of the rows are laid along the columns: keep their axis, keepdims=True": [
                [1 / 2, 3 / 4],
                [1 / 6, 3 / 4],
            ],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("softmax: other logits"):
    rng_check = np.random.default_rng(47)
    for shape_check in ((6, 4), (4, 4), (3, 7), (2, 1)):
        z_check = rng_check.normal(scale=3, size=shape_check)
        with check.not_mutated(logits=z_check):
            got_check = softmax(z_check)
        powers_check = [[math.exp(v) for v in row] for row in z_check]
        right_check = np.array([[p / math.fsum(row) for p in row] for row in powers_check])
        columns_check = np.array(powers_check) / np.sum(powers_check, axis=0)
        check.close(
            got_check,
            right_check,
            "softmax of other logits",
            rtol=1e-4,
            atol=1e-6,
            hint="each power divided by the sum of the powers in its row",
            mistakes={"your columns sum to 1, not your rows": columns_check},
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "softmax-rows", "points": 1}
with check.visible("softmax: row by row"):
    check.close(
        softmax(np.array([[1.0, 2.0, 3.0]])),
        [[0.09003057, 0.24472847, 0.66524096]],
        "softmax([[1, 2, 3]]), a batch of one",
        rtol=1e-4,
        hint="keep both axes: the result has shape (1, 3)",
        mistakes={
            "your columns sum to 1: in a batch of one, each entry is divided by itself": [
                [1, 1, 1]
            ],
            "the logits themselves are divided by their sum: the exponential is missing": [
                [1 / 6, 1 / 3, 1 / 2]
            ],
            "the powers are to be those of e, not of 2": [[1 / 7, 2 / 7, 4 / 7]],
            "a batch of one is still a batch: its axis is missing": [
                0.09003057,
                0.24472847,
                0.66524096,
            ],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("softmax: row by row"):
    rng_check = np.random.default_rng(48)
    z_check = rng_check.normal(scale=2, size=(5, 3))
    whole_check = softmax(z_check)
    check.close(
        np.asarray(whole_check, dtype=float).sum(axis=1),
        np.ones(5),
        "the sums of the rows of softmax",
        rtol=1e-4,
        hint="should be 1",
    )
    for row_check in range(5):
        check.close(
            softmax(z_check[row_check : row_check + 1]),
            np.asarray(whole_check)[row_check : row_check + 1],
            "softmax of one row alone",
            rtol=1e-4,
            atol=1e-6,
            hint="a row's probabilities must not depend on which other rows are in the batch",
        )
    check.close(
        softmax(z_check + np.arange(5.0)[:, None]),
        whole_check,
        "softmax with a number added to all logits of a row",
        rtol=1e-4,
        atol=1e-6,
        hint="should not change: only the differences within a row count",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "softmax-large_logits", "points": 1}
with check.visible("softmax: large logits"):
    check.close(
        softmax(np.array([[1000.0, 1000.0]])),
        [[0.5, 0.5]],
        "softmax([[1000, 1000]])",
        rtol=1e-4,
        hint="e to the 1000 is too large for a float; subtract the row's largest logit first",
    )
### BEGIN HIDDEN TESTS
with check.hidden("softmax: large logits"):
    for logits_check, right_check in (
        ([[10_000.0, -10_000.0]], [[1, 0]]),
        ([[10_000.0, 10_000.0], [-10_000.0, -10_000.0]], [[0.5, 0.5], [0.5, 0.5]]),
        ([[10_000.0, 9_999.0, -3.0]], [[0.73105858, 0.26894142, 0]]),
        ([[-5_000.0, -5_001.0], [0.0, 800.0]], [[0.73105858, 0.26894142], [0, 1]]),
    ):
        check.close(
            softmax(np.array(logits_check)),
            right_check,
            "softmax of logits in the thousands",
            rtol=1e-3,
            atol=1e-6,
            hint="subtract from each row its own largest logit, and leave the differences as they "
            "are",
        )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** The softmax is all that turns scores into probabilities, and it holds no weights.
# Whether the numbers deserve the name is another matter: networks are often surer than they are
# right.
#
# ## Cross-entropy
#
# How wrong is a forecast of probabilities? Look only at the probability $p_c$ that it gave to the
# class $c$ that turned out to be true, and take the **cross-entropy** loss
#
# $$\ell = -\log p_c.$$
#
# It is 0 if $p_c = 1$, about 0.7 if $p_c = \tfrac12$, and grows beyond all bounds as $p_c$ tends to
# 0. The loss of a batch is the mean. (It carries this name because, for a whole distribution of
# true classes $q$, it is $-\sum_j q_j \log p_j$; with one true class only its term remains. To
# minimise it is to maximise the probability of the labels, hence also **negative
# log-likelihood**.)

# %%
_ = draw_functions(
    {"cross-entropy": lambda p: -np.log(p), "squared": lambda p: (1 - p) ** 2},
    interval=(0.005, 1),
    xlabel="probability given to the true class",
    ylabel="loss of one prediction",
    title="Sure and wrong costs 1 when squared, and without limit in cross-entropy",
)

# %% [markdown]
# Look at the left edge. Whoever gave the true class no chance pays 1 in the squared loss, drawn for
# comparison, and any price in cross-entropy.
#
# From logits the softmax and the logarithm can be taken in one go:
#
# $$\ell = -\log \frac{e^{z_c}}{\sum_l e^{z_l}} = \log \sum_{l} e^{z_l} - z_c,
# \qquad \frac{\partial \ell}{\partial z_j} = p_j - [j = c],$$
#
# where $[j = c]$ is 1 for the true class and 0 for the others. With the largest logit subtracted as
# before nothing overflows, and nothing is lost either: a softmax rounds $e^{-10000}$ to 0, and
# $\log 0$ is $-\infty$, whereas this formula returns a proper 10,000.
#
# From probabilities one has to guard against $\log 0$: like Keras, we count a probability below
# $10^{-7}$ as $10^{-7}$, so that no loss exceeds 16.1.
#
# ### Exercise: cross-entropy (3 points)
#
# The argument `from_logits` has the meaning that it has in Keras. Labels are class numbers, as in
# Keras's *sparse* categorical cross-entropy; the one without *sparse* takes one-hot rows.


# %% nbgrader={"grade_id": "cross_entropy", "solution": true}
def cross_entropy(labels, predictions, from_logits=False):
    """The mean cross-entropy of a batch.

    Parameters
    ----------
    labels : array of integers, shape (m,), m >= 1
        The number of the true class of each instance, from 0 to k - 1.
    predictions : array of floats, shape (m, k)
        If from_logits is False, probabilities whose rows sum to 1; those below 1e-7 count as
        1e-7. If it is True, logits of any size up to 10,000 and down to -10,000; nothing is cut
        off then.
    from_logits : bool

    Returns
    -------
    number
        The mean over the batch of -log(probability of the true class).

    Raises
    ------
    ValueError
        If a label is below 0 or above k - 1.

    Example
    -------
    For labels [0, 1] and probabilities [[0.5, 0.5], [0.75, 0.25]]: (log 2 + log 4) / 2 = 1.0397.
    """
    ### BEGIN SOLUTION
    if labels.min() < 0 or labels.max() >= predictions.shape[1]:
        raise ValueError(f"labels must lie between 0 and {predictions.shape[1] - 1}")
    of_truth = predictions[np.arange(len(labels)), labels]
    if not from_logits:
        return -np.mean(np.log(np.maximum(of_truth, 1e-7)))
    largest = predictions.max(axis=1)
    log_sum = largest + np.log(np.exp(predictions - largest[:, None]).sum(axis=1))
    return np.mean(log_sum - of_truth)
    ### END SOLUTION


# %% nbgrader={"grade_id": "cross_entropy-probabilities", "points": 1}
labels_check, p_check = np.array([0, 1]), np.array([[0.5, 0.5], [0.75, 0.25]])
with check.visible("cross_entropy: from probabilities"):
    with check.not_mutated(labels=labels_check, predictions=p_check):
        got_check = cross_entropy(labels_check, p_check)
    check.close(
        got_check,
        1.5 * math.log(2),
        "cross_entropy([0, 1], [[0.5, 0.5], [0.75, 0.25]])",
        rtol=1e-4,
        mistakes={
            "this is the sum over the batch, or the other classes count too; take the mean over "
            "the batch, of the true class alone": 3 * math.log(2),
            "the minus is missing: log of a probability is negative": -1.5 * math.log(2),
            "this has been through a softmax, but the predictions are probabilities already": (
                np.mean([math.log(2), math.log(1 + math.exp(0.5))])
            ),
            "this is a logarithm to the base 2; take the natural one": 1.5,
            "the mean also counts the classes that are not true: divide by the rows": (
                0.75 * math.log(2)
            ),
            "p[:, labels] picks a column for every pair of rows: pick one entry from each row": (
                -np.mean(np.log([0.5, 0.5, 0.75, 0.25]))
            ),
            "this is the log of a mean; take the mean of the logs": -math.log((0.5 + 0.25) / 2),
            "these are the probabilities of class 0, whatever the label": (
                -np.mean(np.log([0.5, 0.75]))
            ),
            "this is one loss for each instance; reduce them to their mean": [
                math.log(2),
                math.log(4),
            ],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("cross_entropy: from probabilities"):
    rng_check = np.random.default_rng(49)
    for m_check, k_check in ((1, 3), (8, 4), (5, 5), (20, 2)):
        p_check = rng_check.dirichlet(np.ones(k_check), size=m_check)
        p_check = (p_check + 0.02) / (1 + 0.02 * k_check)
        labels_check = rng_check.integers(0, k_check, size=m_check)
        with check.not_mutated(labels=labels_check, predictions=p_check):
            got_check = cross_entropy(labels_check, p_check, from_logits=False)
        losses_check = [
            -math.log(row[label]) for row, label in zip(p_check, labels_check, strict=True)
        ]
        check.close(
            got_check,
            math.fsum(losses_check) / m_check,
            "cross_entropy of other probabilities",
            rtol=1e-4,
            atol=1e-6,
            hint="pick from each row the probability of its label",
            mistakes={"this is the sum over the batch; take the mean": math.fsum(losses_check)},
        )
    p_check = np.array([[1.0, 0.0], [0.0, 1.0]])
    with check.not_mutated(predictions=p_check):
        got_check = cross_entropy(np.array([1, 0]), p_check)
    check.close(
        got_check,
        -math.log(1e-7),
        "cross_entropy where a true class was given no chance",
        rtol=1e-3,
        hint="a probability below 1e-7 counts as 1e-7",
        mistakes={
            "the logarithm of 0 is −∞: count a probability below 1e-7 as 1e-7": math.inf,
        },
    )
    check.close(
        cross_entropy(np.array([0]), np.array([[2e-7, 1 - 2e-7]])),
        -math.log(2e-7),
        "cross_entropy of a probability a little above 1e-7",
        rtol=1e-3,
        hint="only what is below 1e-7 is raised, and to 1e-7: nothing is added",
    )
    check.close(
        cross_entropy(np.array([0]), np.array([[1.0, 0.0]])),
        0.0,
        "cross_entropy of a forecast that is sure and right",
        atol=1e-5,
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "cross_entropy-logits", "points": 1}
labels_check = np.array([1, 0])
z_check = np.array([[0.0, math.log(7)], [0.0, math.log(3)]])
with check.visible("cross_entropy: from logits"):
    with check.not_mutated(labels=labels_check, predictions=z_check):
        got_check = cross_entropy(labels_check, z_check, from_logits=True)
    check.close(
        got_check,
        -np.mean(np.log([7 / 8, 1 / 4])),
        "cross_entropy([1, 0], [[0, log 7], [0, log 3]], from_logits=True)",
        rtol=1e-4,
        hint="these logits have the probabilities [[1/8, 7/8], [1/4, 3/4]]",
        mistakes={
            "the logits were taken for probabilities: with from_logits=True apply the softmax": (
                -np.mean(np.log([math.log(7), 1e-7]))
            ),
            "the logits were taken for probabilities and cut off: apply the softmax first": (
                -np.mean(np.log([1, 1e-7]))
            ),
            "this is the sum over the batch; take the mean": -np.sum(np.log([7 / 8, 1 / 4])),
            "the softmax was taken over the columns": -np.mean(np.log([7 / 10, 1 / 2])),
        },
    )
    check.close(
        cross_entropy(np.array([1]), np.array([[10_000.0, 0.0]]), from_logits=True),
        10_000.0,
        "cross_entropy([1], [[10000, 0]], from_logits=True)",
        rtol=1e-4,
        hint="use log Σ exp(z) − z_c with the row's largest logit subtracted",
        mistakes={
            "the probability was rounded to 0 and cut off at 1e-7: stay with the logits": (
                -math.log(1e-7)
            ),
            "a power overflows, or the log of a rounded 0 is taken: subtract the row's largest "
            "logit, and do not go through the probability": math.inf,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("cross_entropy: from logits"):
    rng_check = np.random.default_rng(50)
    for m_check, k_check in ((1, 3), (8, 4), (5, 5), (20, 2), (2, 1)):
        z_check = rng_check.normal(scale=3, size=(m_check, k_check))
        labels_check = rng_check.integers(0, k_check, size=m_check)
        with check.not_mutated(labels=labels_check, predictions=z_check):
            got_check = cross_entropy(labels_check, z_check, from_logits=True)
        losses_check = [
            math.log(math.fsum(math.exp(v - row[label]) for v in row))
            for row, label in zip(z_check, labels_check, strict=True)
        ]
        check.close(
            got_check,
            math.fsum(losses_check) / m_check,
            "cross_entropy of other logits",
            rtol=1e-4,
            atol=1e-6,
            hint="log of the sum of the powers, less the logit of the label",
            mistakes={"this is the sum over the batch; take the mean": math.fsum(losses_check)},
        )
    for logits_check, label_check, right_check in (
        ([[10_000.0, -10_000.0]], 1, 20_000.0),
        ([[10_000.0, -10_000.0]], 0, 0.0),
        ([[-10_000.0, -10_000.0]], 1, math.log(2)),
        ([[300.0, 0.0, 200.0]], 1, 300.0),
    ):
        check.close(
            cross_entropy(np.array([label_check]), np.array(logits_check), from_logits=True),
            right_check,
            "cross_entropy of large logits",
            rtol=1e-3,
            atol=1e-3,
            hint="subtract the row's largest logit, and never take the log of a rounded 0",
        )
    check.close(
        cross_entropy(np.array([1]), np.array([[0.25, 0.75]]), from_logits=True),
        math.log1p(math.exp(-0.5)),
        "cross_entropy of logits that might be probabilities",
        rtol=1e-4,
        hint="what the predictions are is told by from_logits, not by their values",
    )
    check.close(
        cross_entropy(
            np.array([0, 0]), np.array([[9_000.0, 9_000.0], [-9_000.0, -9_000.0]]), from_logits=True
        ),
        math.log(2),
        "cross_entropy of large logits in a batch",
        rtol=1e-3,
        hint="each row has a largest logit of its own",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "cross_entropy-labels", "points": 1}
with check.visible("cross_entropy: labels that are not there"):
    for label_check in (3, -1):
        check.raises(
            ValueError,
            cross_entropy,
            np.array([0, label_check]),
            np.full((2, 3), 1 / 3),
            what=f"cross_entropy with 3 classes and the label {label_check}",
            hint="NumPy takes −1 for the last column, in silence",
        )
### BEGIN HIDDEN TESTS
with check.hidden("cross_entropy: labels that are not there"):
    for label_check, k_check in ((-1, 2), (-2, 2), (2, 2), (1, 1), (7, 4)):
        for logits_check in (False, True):
            check.raises(
                ValueError,
                cross_entropy,
                np.array([label_check, 0, 0]),
                np.full((3, k_check), 1 / k_check),
                from_logits=logits_check,
                what="cross_entropy with a label outside the classes",
                hint="check the labels first, for probabilities and for logits",
            )
    for label_check in range(4):
        check.finite(
            cross_entropy(np.array([label_check]), np.full((1, 4), 0.25)),
            "cross_entropy with a label from 0 to k − 1",
        )
### END HIDDEN TESTS

# %% [markdown]
# What is a good value? A forecast that knows nothing gives $1/k$ to each of $k$ classes, and its
# cross-entropy is $\log k$. That is the number that training should start from, and beat.

# %%
penguins = load_penguins().dropna(subset=["bill_length_mm"]).sample(frac=1, random_state=0)
measures = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
species = penguins["species"].map({"Adelie": 0, "Chinstrap": 1, "Gentoo": 2}).to_numpy()
guess = np.full((len(species), 3), 1 / 3)
print(f"{len(species)} penguins, knowing nothing:  {cross_entropy(species, guess):.3f}")
shares = np.bincount(species) / len(species)
frequencies = np.tile(shares, (len(species), 1))
print(f"knowing the shares {shares.round(2)}: {cross_entropy(species, frequencies):.3f}")

# %% [markdown]
# For three species it is $\log 3 = 1.099$; whoever knows how common each is gets 1.050, the mean
# baseline of classification. If a first epoch shows a loss far above $\log k$, look at the set-up
# before you look at the network.
#
# ## Two classes, one neuron
#
# With two classes one logit $z$ suffices: the probability of class 1 is the sigmoid
# $p = \sigma(z) = 1 / (1 + e^{-z})$, that of class 0 the rest. The **binary cross-entropy** of a
# label $y$ that is 0 or 1 is
#
# $$\ell = -\,y \log p - (1 - y) \log (1 - p).$$
#
# | loss of one logit | value | slope |
# | --- | --- | --- |
# | binary cross-entropy | $\log(1 + e^{z}) - y z$ | $\sigma(z) - y$ |
#
# In the table $p$ has been put in, and what cancels has gone. Still $e^z$ overflows for large $z$;
# $\log(1 + e^z) = \max(z, 0) + \log(1 + e^{-\lvert z \rvert})$ does not.
#
# The same loss serves **multi-label** problems, where any number of answers can be true at once
# (clouds, sea *and* a boat): one sigmoid for each label, and the mean over all.
#
# ### Exercise: binary cross-entropy (3 points)


# %% nbgrader={"grade_id": "binary_cross_entropy", "solution": true}
def binary_cross_entropy(labels, logits):
    """The mean binary cross-entropy, from logits.

    Parameters
    ----------
    labels : array of floats, each 0.0 or 1.0, shape (m,) or (m, k), m >= 1
    logits : array of floats, of the same shape
        Any size up to 10,000 and down to -10,000; no loss is cut off.

    Returns
    -------
    number
        The mean of the losses over all m or m * k entries.

    Raises
    ------
    ValueError
        If the two shapes differ.

    Example
    -------
    For labels [1, 0] and logits [0, log 3] the probabilities of class 1 are [0.5, 0.75], and the
    loss is (log 2 + log 4) / 2 = 1.0397.
    """
    ### BEGIN SOLUTION
    if labels.shape != logits.shape:
        raise ValueError(f"labels {labels.shape} and logits {logits.shape} do not fit")
    softplus = np.maximum(logits, 0) + np.log1p(np.exp(-np.abs(logits)))  # log(1 + e^z)
    return np.mean(softplus - labels * logits)
    ### END SOLUTION


# %% nbgrader={"grade_id": "binary_cross_entropy-values", "points": 1}
labels_check, z_check = np.array([1.0, 0.0]), np.array([0.0, math.log(3)])
with check.visible("binary_cross_entropy: the example"):
    with check.not_mutated(labels=labels_check, logits=z_check):
        got_check = binary_cross_entropy(labels_check, z_check)
    check.close(
        got_check,
        1.5 * math.log(2),
        "binary_cross_entropy([1, 0], [0, log 3])",
        rtol=1e-4,
        mistakes={
            "this is the sum over the batch; take the mean": 3 * math.log(2),
            "the minus is missing": -1.5 * math.log(2),
            "only the labels 1 count here: (1 − y) log(1 − p) is missing": 0.5 * math.log(2),
            "the labels are the wrong way round, or max(z, 0) is missing": (
                (math.log(2) + math.log(4 / 3)) / 2
            ),
            "the first argument was taken for the logits: labels come first": (
                (math.log(1 + math.e) + math.log(2)) / 2
            ),
            "this is the squared error after the sigmoid": (0.5**2 + 0.75**2) / 2,
            "the logits were taken for probabilities: apply the sigmoid": -math.log(1e-7),
            "this is one loss for each entry; reduce them to their mean": [
                math.log(2),
                math.log(4),
            ],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("binary_cross_entropy: other logits"):
    rng_check = np.random.default_rng(51)
    for shape_check in ((1,), (9,), (6, 1), (4, 3)):
        z_check = rng_check.normal(scale=3, size=shape_check)
        labels_check = rng_check.integers(0, 2, size=shape_check).astype(float)
        with check.not_mutated(labels=labels_check, logits=z_check):
            got_check = binary_cross_entropy(labels_check, z_check)
        losses_check = [
            math.log(1 + math.exp(-z if y else z))
            for y, z in zip(labels_check.ravel(), z_check.ravel(), strict=True)
        ]
        check.close(
            got_check,
            math.fsum(losses_check) / len(losses_check),
            "binary_cross_entropy of other logits",
            rtol=1e-4,
            atol=1e-6,
            hint="a single number, the mean over all entries",
            mistakes={
                "this is the sum; take the mean over all entries": math.fsum(losses_check),
                "this divides by the number of rows; divide by the number of entries": (
                    math.fsum(losses_check) / shape_check[0]
                ),
                "this is one loss for each label; take the mean over all entries": (
                    np.reshape(losses_check, shape_check).mean(axis=0)
                ),
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "binary_cross_entropy-large_logits", "points": 1}
with check.visible("binary_cross_entropy: large logits"):
    check.close(
        binary_cross_entropy(np.array([0.0]), np.array([1000.0])),
        1000.0,
        "binary_cross_entropy([0], [1000])",
        rtol=1e-4,
        hint="e to the 1000 is too large for a float; use max(z, 0) + log(1 + exp(−|z|)) − y z",
        mistakes={
            "the probability was cut off at 1e-7; compute with the logit instead": (
                -math.log(1e-7)
            ),
            "e to the 1000 is too large for a float, or the log of a rounded 0 is taken: use "
            "max(z, 0) + log(1 + exp(−|z|)) − y z": math.inf,
            "this is the loss of the label 1: which term belongs to the label 0, and are labels "
            "and logits in this order?": 0.0,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("binary_cross_entropy: large logits"):
    for label_check, logit_check, right_check in (
        (0.0, 10_000.0, 10_000.0),
        (1.0, 10_000.0, 0.0),
        (1.0, -10_000.0, 10_000.0),
        (0.0, -10_000.0, 0.0),
        (1.0, -40.0, 40.0),
        (0.0, 40.0, 40.0),
    ):
        check.close(
            binary_cross_entropy(np.array([label_check]), np.array([logit_check])),
            right_check,
            "binary_cross_entropy of large logits of either sign",
            rtol=1e-4,
            atol=1e-5,
            hint="no power may overflow, for either sign, and no loss is cut off",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "binary_cross_entropy-shapes", "points": 1}
with check.visible("binary_cross_entropy: shapes that do not fit"):
    check.raises(
        ValueError,
        binary_cross_entropy,
        np.array([1.0, 0.0, 1.0]),
        np.array([[2.0], [-1.0], [0.5]]),
        what="binary_cross_entropy with labels of shape (3,) and logits of shape (3, 1)",
        hint="broadcasting would compare each label with each logit",
    )
### BEGIN HIDDEN TESTS
with check.hidden("binary_cross_entropy: shapes that do not fit"):
    for first, second in (
        ((4, 1), (4,)),
        ((3, 2), (2,)),
        ((2,), (3, 2)),
        ((5,), (1,)),
        ((1,), (5,)),
        ((2, 3), (3, 2)),
    ):
        check.raises(
            ValueError,
            binary_cross_entropy,
            np.ones(first),
            np.ones(second),
            what="binary_cross_entropy with arrays of other shapes that differ",
            hint="compare the two shapes in full",
        )
    check.finite(
        binary_cross_entropy(np.ones((3, 1)), np.zeros((3, 1))),
        "binary_cross_entropy where the shapes agree",
    )
### END HIDDEN TESTS

# %% [markdown]
# With two classes the softmax of the logits $(0, z)$ is $(1 - \sigma(z), \sigma(z))$, so the two
# losses should agree:

# %%
z_pair, y_pair = np.array([2.0, -1.0, 0.5]), np.array([1, 1, 0])
print(f"one logit:  {binary_cross_entropy(y_pair.astype(float), z_pair):.6f}")
two_logits = np.column_stack([np.zeros(3), z_pair])
print(f"two logits: {cross_entropy(y_pair, two_logits, from_logits=True):.6f}")

# %% [markdown]
# **So what.** One neuron with a sigmoid, or two with a softmax: for two classes it is the same
# model, and the first has fewer weights.

# %% [markdown]
# ## Why not the squared error for classes
#
# Nothing forbids it: with $p = \sigma(z)$ and the label 1 the squared error is $(1 - p)^2$. Compare
# the slopes of the two losses with respect to the *logit*, which is what the weights get to feel.
# By the chain rule the slope of the sigmoid, $p (1 - p)$, comes in:
#
# | loss of one logit, label 1 | value | slope |
# | --- | --- | --- |
# | squared error after the sigmoid | $(1 - \sigma(z))^2$ | $-2 (1 - \sigma(z))^2 \, \sigma(z)$ |
# | cross-entropy after the sigmoid | $-\log \sigma(z)$ | $\sigma(z) - 1$ |
#
# **Predict**: a network is sure and wrong, $z = -8$ where the label is 1. Which of the two losses
# has the larger slope there, and by which factor?


# %%
def sigma(z):
    return 1 / (1 + np.exp(-z))


for z in (0, -2, -5, -8):
    squared, entropy = -2 * (1 - sigma(z)) ** 2 * sigma(z), sigma(z) - 1
    print(f"z = {z:2}: slope of the squared error {squared:.5f}, of cross-entropy {entropy:.5f}")

# %%
_ = draw_functions(
    {"cross-entropy": lambda z: np.logaddexp(0, -z), "squared error": lambda z: sigma(-z) ** 2},
    interval=(-8, 4),
    xlabel="logit z, the label being 1",
    ylabel="loss of one prediction",
    title="Far on the wrong side, left, the squared error is flat",
)

# %% [markdown]
# At $z = -8$ the slopes are −0.00067 and −0.99966: a factor of about 1,500. Look at the left of the
# figure: there cross-entropy falls at full slope, while the squared error has become a plateau.
# The more wrong the neuron is, the less it is told so: a **vanishing gradient**.
#
# Does it matter in practice? One neuron learns to tell 123 Gentoos from 151 Adelies by the length
# of the flipper. It starts with the bias −5, that is, sure that there is no Gentoo.

# %%
two = penguins[penguins["species"] != "Chinstrap"]
flipper = two["flipper_length_mm"].to_numpy()
x_two = ((flipper - flipper.mean()) / flipper.std())[:, None]
y_two = (two["species"] == "Gentoo").to_numpy().astype(float)[:, None]


def fit_neuron(loss):
    """The history of one sigmoid neuron that starts with the weight 0 and the bias −5."""
    keras.utils.set_random_seed(4)
    neuron = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1, "sigmoid")])
    neuron.set_weights([np.zeros((1, 1)), np.array([-5.0])])
    neuron.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss, metrics=["accuracy"])
    return neuron.fit(x_two, y_two, epochs=30, batch_size=32, verbose=0).history


two_runs = {"binary_crossentropy": fit_neuron("binary_crossentropy")}

# %%
two_runs["mean_squared_error"] = fit_neuron("mean_squared_error")
for loss, run in two_runs.items():
    accuracy = [round(run["accuracy"][epoch - 1], 3) for epoch in (5, 15, 30)]
    print(f"{loss:>19}: accuracy after 5, 15 and 30 epochs {accuracy}")

# %%
figure, ax = plt.subplots()
for loss, run in two_runs.items():
    ax.plot(range(1, 31), run["accuracy"], label=loss.replace("_", " "))
ax.set(xlabel="epoch", ylabel="training accuracy", ylim=(0.5, 1.02))
ax.set_title("From a bad start the squared error learns nothing for 18 epochs")
_ = ax.legend(loc="lower right")

# %% [markdown]
# Look at the flat stretch. For 18 epochs the accuracy stays at 0.551, the share of the Adelies. It
# is no lack of data or of capacity: with cross-entropy the same neuron is right for 98 % after five
# epochs, and in the end both are. From a start at 0 both learn at once, so the plateau can go
# unnoticed; a deep network has thousands of neurons that may start on one. (To *judge* a forecast
# the squared error of probabilities, called the Brier score, is perfectly sound.)
#
# **So what.** Cross-entropy and softmax, or sigmoid, are made for each other: the slope of the one
# cancels that of the other, and what remains is $p - y$, as simple as the error of a regression.

# %% [markdown]
# ## Convex
#
# A function is **convex** if every chord, the straight line between two points of its graph, lies
# nowhere below the graph:
#
# $$f\big(t a + (1 - t) b\big) \;\le\; t f(a) + (1 - t) f(b)
# \qquad \text{for all } a, b \text{ and } 0 \le t \le 1.$$
#
# For a continuous function the middle, $t = \tfrac12$, of all chords suffices. What makes convexity
# valuable: a convex function has no valley but the lowest. Whoever walks downhill and gets no
# further is at the bottom.
#
# A loss can be convex in one thing and not in another. MSE is convex in the *predictions*,
# cross-entropy in the *logits*. In the *weights* they are convex as long as the model up to there
# is linear in them. Take the neuron of the last section without bias, and vary its one weight $w$:

# %%
x_line, y_line = x_two[:, 0], y_two[:, 0]


def squared_in_w(w):
    return float(np.mean((sigma(w * x_line) - y_line) ** 2))


def entropy_in_w(w):
    return binary_cross_entropy(y_line, w * x_line)


figure, panels = plt.subplots(1, 2, figsize=(8.4, 3.4))
w_grid = np.linspace(-6, 12, 200)
for panel, f in zip(panels, (squared_in_w, entropy_in_w), strict=True):
    panel.plot(w_grid, [f(w) for w in w_grid])
    panel.plot([-6, 4], [f(-6), f(4)], "o--")
    panel.set(xlabel="weight w", ylabel="loss")
panels[0].set_title("Squared error: not convex")
_ = panels[1].set_title("Cross-entropy: convex")

# %% [markdown]
# Look at the dashed chord from $w = -6$ to $w = 4$. On the left the graph rises above it, so the
# squared error after a sigmoid is not convex; on the right the graph stays below the chord, and below
# every other that one might draw.
#
# ### Exercise: the chord test (3 points)
#
# Test the middle of every chord between two of the given points.


# %% nbgrader={"grade_id": "is_convex_on", "solution": true}
def is_convex_on(f, points, tolerance=1e-9):
    """Whether f passes the chord test on all pairs of the given points.

    Parameters
    ----------
    f : function of one point, which returns a float
        A point is a float, or an array of shape (d,).
    points : array of floats, shape (n,) or (n, d)
        n points, in any order. Left as it was.
    tolerance : float
        Allowance for rounding.

    Returns
    -------
    bool
        False if for some pair of points a and b, neighbours or not, f at the midpoint (a + b) / 2
        exceeds (f(a) + f(b)) / 2 by more than the tolerance, else True: also for a straight
        line, and for fewer than two points.

    Example
    -------
    On the points [-1, 0, 2] np.square passes: True. np.cos fails: at the midpoint 0.5 of 2 and
    -1 it is 0.878, and the mean of cos(2) and cos(-1) is 0.062.
    """
    ### BEGIN SOLUTION
    heights = [f(point) for point in points]
    for i in range(len(points)):
        for j in range(i):
            middle = f((points[i] + points[j]) / 2)
            if middle > (heights[i] + heights[j]) / 2 + tolerance:
                return False
    return True
    ### END SOLUTION


# %% nbgrader={"grade_id": "is_convex_on-numbers", "points": 1}
with check.visible("is_convex_on: functions of a number"):
    points_check = np.array([-1.0, 0.0, 2.0])
    with check.not_mutated(points=points_check):
        check.equal(
            is_convex_on(np.square, points_check),
            True,
            "is_convex_on(np.square, [-1, 0, 2])",
            mistakes={
                "this graph lies below all its chords: which way round is your comparison?": False
            },
        )
    check.equal(
        is_convex_on(np.cos, points_check),
        False,
        "is_convex_on(np.cos, [-1, 0, 2])",
        mistakes={
            "at the midpoint of −1 and 2 the graph lies above the chord: one such pair is enough, "
            "and it need not be the first": True
        },
    )
    check.equal(
        is_convex_on(lambda t: -(t**2), points_check),
        False,
        "is_convex_on(lambda t: -t**2, [-1, 0, 2])",
        mistakes={"this graph lies above all its chords, so it is the opposite of convex": True},
    )
### BEGIN HIDDEN TESTS
with check.hidden("is_convex_on: functions of a number"):
    grid_check = np.linspace(-2.0, 2.0, 9)
    convex_check = (np.exp, np.abs, lambda t: max(0.0, 1.0 - t), lambda t: math.log1p(math.exp(t)))
    others_check = (
        np.sin,
        np.tanh,
        lambda t: t**3,
        lambda t: (t**2 - 1.0) ** 2,
        lambda t: min(t, 0.5),
        lambda t: -math.exp(t),
    )

    def above_check(f, points):
        """By how much f at the midpoint exceeds the chord, for each pair of points."""
        ends = [[f(point)] for point in points]
        middles = [[f((a + b) / 2) for b in points] for a in points]
        return np.array(middles) - (np.array(ends) + np.array(ends).T) / 2

    table_check = [above_check(f, grid_check) for f in (*convex_check, *others_check)]
    check.equal(
        [is_convex_on(f, grid_check) for f in (*convex_check, *others_check)],
        [True] * len(convex_check) + [False] * len(others_check),
        "is_convex_on for functions that are convex and functions that are not",
        hint="a graph that lies below its chords, or on them, passes; one chord below the graph is "
        "enough to fail, wherever it is",
        mistakes={
            "a chord below the graph may join points that are not neighbours: test all pairs": [
                bool(np.all(np.diag(table, 1) <= 1e-9)) for table in table_check
            ],
            "this tests the chord between the first and the last point only": [
                bool(table[0, -1] <= 1e-9) for table in table_check
            ],
            "the comparison is the wrong way round": [
                bool(np.all(table >= -1e-9)) for table in table_check
            ],
            "one pair that fits does not suffice: all pairs must": [
                bool(np.any(table[np.triu_indices(9, 1)] <= 1e-9)) for table in table_check
            ],
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "is_convex_on-pairs", "points": 1}
with check.visible("is_convex_on: all pairs, and rounding"):
    check.equal(
        is_convex_on(lambda t: 0.1 * t + 0.3, np.linspace(-1.0, 1.0, 11)),
        True,
        "is_convex_on(lambda t: 0.1 * t + 0.3, eleven points)",
        mistakes={
            "a straight line is convex, though rounding lifts it a hair's breadth off its chords: "
            "allow for the tolerance": False
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("is_convex_on: all pairs"):

    def bump_check(t):
        return 1.0 if abs(t) < 0.5 else 0.0

    for points_check in ([-3.0, -1.0, 1.0], [1.0, 4.0, -1.0], [3.0, 5.0, -3.0, 9.0], [-2.0, 2.0]):
        points_check = np.array(points_check)
        with check.not_mutated(points=points_check):
            got_check = is_convex_on(bump_check, points_check)
        check.equal(
            got_check,
            False,
            "a function with a bump between two of the points",
            mistakes={
                "test the midpoint of every pair, of those that are not neighbours too": True
            },
        )
    for f_check in (lambda t: 7.0, lambda t: -2.5 * t + 0.7):
        check.equal(
            is_convex_on(f_check, np.linspace(-3.0, 4.0, 12)),
            True,
            "a straight line",
            mistakes={"on a straight line chord and graph coincide, up to rounding": False},
        )
    # Small whole numbers, so that what exceeds the chord by the tolerance does so exactly.
    cases_check = (
        (lambda t: -0.01 * t**2, 0.1, True),
        (lambda t: -0.01 * t**2, 0.001, False),
        (lambda t: -(t**2), 0.5, False),
        (lambda t: -(t**2), 1.5, True),
        (lambda t: -(t**2), 1.0, True),
        (lambda t: 2.0 * t + 1.0, 0.0, True),
        (lambda t: 1e6 - 0.5 * t**2, 0.25, False),
    )
    check.equal(
        [is_convex_on(f, np.array([-1.0, 1.0]), tolerance=size) for f, size, _ in cases_check],
        [right for *_, right in cases_check],
        "is_convex_on with other tolerances",
        hint="the midpoint may exceed the mean of f(a) and f(b) by the tolerance that is passed in",
        mistakes={
            "the tolerance is the one that is passed in, and not one of your own": [
                *[False] * 5,
                True,
                False,
            ],
            "exactly the tolerance is allowed: only what exceeds the chord by more fails": [
                True,
                False,
                False,
                True,
                False,
                False,
                False,
            ],
            "the tolerance is for the mean of f(a) and f(b), not for their sum": [
                True,
                False,
                False,
                False,
                False,
                True,
                False,
            ],
            "the tolerance is an absolute one, also where f is large": [
                *[case[2] for case in cases_check[:-1]],
                True,
            ],
        },
    )
    for points_check in ([3.0], []):
        check.equal(
            is_convex_on(lambda t: -abs(t), np.array(points_check)),
            True,
            "fewer than two points",
            mistakes={"there is no chord that could fail, so the answer is True": False},
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "is_convex_on-vectors", "points": 1}
with check.visible("is_convex_on: functions of two numbers"):
    corners_check = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    check.equal(
        is_convex_on(lambda p: p[0] ** 2 + p[1] ** 2, corners_check),
        True,
        "is_convex_on(a bowl, four points)",
        mistakes={"half-way between two points the bowl is lower than its chord": False},
    )
    check.equal(
        is_convex_on(lambda p: p[0] ** 2 - p[1] ** 2, corners_check),
        False,
        "is_convex_on(a saddle, four points)",
        mistakes={
            "between (0, 1) and (0, −1) the saddle lies above the chord: a point is a whole row, "
            "and every pair of rows counts": True
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("is_convex_on: functions of several numbers"):
    rng_check = np.random.default_rng(52)
    cloud_check = rng_check.normal(size=(12, 3))
    with check.not_mutated(points=cloud_check):
        check.equal(
            is_convex_on(lambda p: float(np.abs(p).sum() + p @ p), cloud_check),
            True,
            "a convex function of three numbers",
            hint="the midpoint of two rows is a row",
        )
    check.equal(
        is_convex_on(lambda p: float(-np.exp(p).sum()), cloud_check[:2]),
        False,
        "a function of three numbers on two points",
        hint="the points are the rows, however few they are",
    )
    for f_check in (
        lambda p: float(p[0] * p[1] * 4.0 + p[2] ** 2),
        lambda p: float(np.sin(3.0 * p).sum()),
        lambda p: float(p[0] ** 2 + p[1] ** 2 - p[2] ** 2),
    ):
        check.equal(
            is_convex_on(f_check, cloud_check),
            False,
            "a function of three numbers that is not convex",
            hint="a point is a whole row",
        )
### END HIDDEN TESTS

# %% [markdown]
# Mind the asymmetry: one chord below the graph *proves* that a function is not convex; a thousand
# chords above it prove nothing, for the next might fail. So how convex is the loss of a neural
# network? No search is needed. Swap two hidden neurons, weights and all: the outputs are the same,
# so the loss is the same at two different points. **Predict** what it is half-way between them.

# %%
x_net = np.linspace(-2, 2, 41)
best_weights = np.array([1.0, 3.0, 2.0, -1.0])  # two neurons: w1, w2 going in, v1, v2 coming out
swapped = best_weights[[1, 0, 3, 2]]


def network_loss(theta):
    """The MSE of a network 1 → 2 → 1 with tanh, on data that its best weights fit exactly."""
    targets = 2 * np.tanh(x_net) - np.tanh(3 * x_net)
    return mse(targets, theta[2:] @ np.tanh(theta[:2, None] * x_net))[0]


for name, theta in (
    ("best", best_weights),
    ("swapped", swapped),
    ("half-way", (best_weights + swapped) / 2),
):
    print(f"{name:>8}: {network_loss(theta):.4f}")
print("convex:", is_convex_on(network_loss, np.array([best_weights, swapped])))

# %% [markdown]
# Both ends have the loss 0, and half-way it is 0.1977: a chord below the graph. The argument meets
# every network with a hidden layer: its best weights, swapped, are as good, and unless everything
# between is as good as well, its loss is **not convex**.
#
# **So what.** For linear and logistic regression convexity guarantees that training ends at the
# minimum. For deep networks nothing does, and it usually goes well all the same; lesson 5 is about
# the walk.

# %% [markdown]
# ## The from_logits trap
#
# Keras can take the softmax in the last layer or in the loss, and has to be told which:
#
# | last layer | loss |
# | --- | --- |
# | `Dense(k, activation="softmax")` | `SparseCategoricalCrossentropy()` |
# | `Dense(k)` | `SparseCategoricalCrossentropy(from_logits=True)` |
#
# Both rows are right, and the second is the more exact. Mix them up and there is no softmax at all,
# or there are two. Three runs on the penguins, A, B and C: one is right, two are not. **What went
# wrong in these runs?** Decide from the curves before you look into the code.

# %%
X_species = penguins[measures].to_numpy()
X_species = (X_species - X_species[:240].mean(axis=0)) / X_species[:240].std(axis=0)


def fit_species(activation, from_logits, after=()):
    """The history of a network 4 → 16 → 3, trained on 240 penguins and validated on 102."""
    keras.utils.set_random_seed(5)
    net = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(16, "relu")])
    for layer in (layers.Dense(3, activation), *after):
        net.add(layer)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
    net.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, metrics=["accuracy"])
    split = (X_species[240:], species[240:])
    return net.fit(
        X_species[:240], species[:240], validation_data=split, epochs=20, verbose=0
    ).history


# %%
run_a = fit_species(None, from_logits=False)

# %%
run_b = fit_species(None, from_logits=True)

# %%
run_c = fit_species("softmax", from_logits=True, after=[layers.Rescaling(1.0)])

# %%
figure, panels = plt.subplots(1, 2, figsize=(9, 3.6))
for name, run in zip("ABC", (run_a, run_b, run_c), strict=True):
    panels[0].plot(range(1, 21), run["loss"], label=f"run {name}")
    panels[1].plot(range(1, 21), run["val_accuracy"], label=f"run {name}")
panels[0].set(ylabel="training loss", ylim=(0, 2), title="One of three losses reaches 0")
panels[1].set(ylabel="validation accuracy", title="Two of three runs get it right")
for panel in panels:
    panel.set(xlabel="epoch", xticks=(1, 5, 10, 15, 20))
_ = panels[1].legend(loc="lower right")

# %%
for name, run in zip("ABC", (run_a, run_b, run_c), strict=True):
    print(
        f"run {name}: loss {run['loss'][0]:.3f} → {run['loss'][-1]:.3f}, "
        f"validation accuracy {run['val_accuracy'][-1]:.3f}"
    )
print(f"−log(e / (e + 2)) = {-np.log(np.e / (np.e + 2)):.3f}")

# %% [markdown]
# **Run A** has no softmax: the loss takes raw scores for probabilities, and cuts them to lie between
# $10^{-7}$ and $1 - 10^{-7}$. Where it cuts, the slope is 0, and those scores are not corrected any
# more. The loss starts at 3.8, far above $\log 3$, gets stuck near 0.4 and even rises a little, to
# 0.449; accuracy goes down from 0.92 to 0.784. This mix is what the plain
# `loss="sparse_categorical_crossentropy"` gives with a last layer that has no activation. Nothing
# warns you. (With other seeds it may do better, or worse: how much is cut is a matter of luck.)
#
# **Run B** is right. Only here does the training loss come near 0, to 0.013.
#
# **Run C** has two softmaxes. The second is fed with numbers between 0 and 1, so it can give no more
# than $e / (e + 2)$ to the best of three classes, and the loss cannot fall below 0.551: it ends at
# 0.558. Accuracy is that of run B, 0.961, since the order of the classes is kept. What is lost is
# the meaning of the loss, and with more classes the time: the slopes are small from the start.
#
# To be exact about C: Keras on TensorFlow notices a softmax in the *very last* place, warns
# ("received `from_logits=True`, but …"), and computes from its inputs, so that nothing happens. Any
# operation after it hides it, here a `Rescaling(1.0)`, which changes no number. Do not rely on the
# rescue: other backends may have none, and nothing rescues run A.
#
# **So what.** Three numbers to look at when a classifier will not learn: the loss at the start (near
# $\log k$?), the floor it settles on, and the sums of the rows that `predict` returns (1 for
# probabilities, anything for logits).

# %% [markdown]
# ## Which loss
#
# | task | last layer | loss |
# | --- | --- | --- |
# | a number, its mean | `Dense(1)` | MSE |
# | a number, outliers in the data | `Dense(1)` | MAE, Huber |
# | yes or no | `Dense(1, "sigmoid")` | binary cross-entropy |
# | any number of k labels | `Dense(k, "sigmoid")` | binary cross-entropy |
# | one of k classes | `Dense(k, "softmax")` | categorical cross-entropy, sparse for class numbers |
#
# In the last three rows the activation may be left out if the loss has `from_logits=True`.
#
# ### Exercise: which loss (3 points)
#
# Eight pairs of a last layer and a Keras loss:
#
# | pair | last layer | loss |
# | --- | --- | --- |
# | A | `Dense(1)` | `MeanSquaredError()` |
# | B | `Dense(1)` | `Huber(5.0)` |
# | C | `Dense(1, "sigmoid")` | `BinaryCrossentropy()` |
# | D | `Dense(k, "softmax")` | `SparseCategoricalCrossentropy()` |
# | E | `Dense(k)` | `SparseCategoricalCrossentropy(from_logits=True)` |
# | F | `Dense(k, "sigmoid")` | `BinaryCrossentropy()` |
# | G | `Dense(k)` | `SparseCategoricalCrossentropy()` |
# | H | `Dense(k, "softmax")`, then `Rescaling(1.0)` | that of E |
#
# Choose for each case the one pair that fits best, or, in "floor" and "stuck", the pair that was
# used. Labels of classes are class numbers.
#
# - **"harvest"**: the yield of a field in tonnes. The sum over 10,000 fields has to come out right,
#   so the mean is wanted; the measurements are reliable.
# - **"sensors"**: the temperature in an oven, in °C. One target in fifty is a fault and reads 9999.
# - **"spam"**: whether an e-mail is spam, by one output neuron that gives the probability.
# - **"topics"**: which of 20 topics a newspaper article touches; most touch several.
# - **"digits"**: which of ten digits a picture shows; `predict` itself shall return probabilities.
# - **"exact"**: the same ten digits, as exact in floating point as can be; `predict` may return any
#   scores.
# - **"floor"**: three classes; accuracy is high, but the training loss settles at 0.55.
# - **"stuck"**: three classes; the training loss gets stuck after a few epochs and then rises; rows
#   of `predict` sum to 3.1, −7.4, 12.9.

# %% nbgrader={"grade_id": "which_loss", "solution": true}
which_loss = dict.fromkeys(
    ("harvest", "sensors", "spam", "topics", "digits", "exact", "floor", "stuck"), ""
)  # fill in: which_loss["harvest"] = "...", and so on
### BEGIN SOLUTION
which_loss["harvest"] = "A"
which_loss["sensors"] = "B"
which_loss["spam"] = "C"
which_loss["topics"] = "F"
which_loss["digits"] = "D"
which_loss["exact"] = "E"
which_loss["floor"] = "H"
which_loss["stuck"] = "G"
### END SOLUTION

# %% [markdown]
# The next cells look only at the form of your answers; these are marked when the notebook is graded.

# %% nbgrader={"grade_id": "which_loss-regression", "points": 1}
with check.visible("which_loss: harvest and sensors answered"):
    if check.instance(which_loss, dict, "which_loss"):
        for case_check in ("harvest", "sensors"):
            check.that(
                str(which_loss.get(case_check)).strip().upper() in tuple("ABCDEFGH"),
                f"which_loss[{case_check!r}]: choose one letter from 'A' to 'H'",
            )
### BEGIN HIDDEN TESTS
with check.hidden("which_loss: harvest and sensors"):
    check.choices(
        which_loss,
        {"harvest": "A", "sensors": "B"},
        "which_loss",
        options=tuple("ABCDEFGH"),
        why={
            ("harvest", "B"): "is robust, but aims between mean and median, and the sum of the "
            "fields needs the mean; reread What the minimum stands for",
            ("harvest", "C"): "ends in a sigmoid, and a yield is not confined to 0 to 1",
            ("sensors", "A"): "lets an error of 9,000 count 81 million; reread Outliers",
            ("sensors", "C"): "ends in a sigmoid, and a temperature is not confined to 0 to 1",
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "which_loss-classification", "points": 1}
with check.visible("which_loss: spam, topics and digits answered"):
    if check.instance(which_loss, dict, "which_loss"):
        for case_check in ("spam", "topics", "digits"):
            check.that(
                str(which_loss.get(case_check)).strip().upper() in tuple("ABCDEFGH"),
                f"which_loss[{case_check!r}]: choose one letter from 'A' to 'H'",
            )
### BEGIN HIDDEN TESTS
with check.hidden("which_loss: spam, topics and digits"):
    check.choices(
        which_loss,
        {"spam": "C", "topics": "F", "digits": "D"},
        "which_loss",
        options=tuple("ABCDEFGH"),
        why={
            ("spam", "A"): "is not confined to 0 to 1, so its output is no probability",
            ("spam", "D"): "with k = 2 is sound, but has two output neurons, not one",
            ("spam", "E"): "has k output neurons and returns scores, not the probability",
            ("topics", "D"): "shares out a probability of 1 among the topics, as if only one "
            "could be true; reread Two classes, one neuron",
            ("topics", "E"): "contains a softmax, in the loss: as if only one topic could be true",
            ("topics", "C"): "has one neuron only, for twenty questions",
            ("digits", "E"): "is sound, but what does predict return then?",
            ("digits", "F"): "gives each digit a probability of its own, and they need not sum to "
            "1; a picture shows exactly one digit",
            ("digits", "G"): "is run A of the section above",
            ("digits", "H"): "is run C of the section above",
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "which_loss-from_logits", "points": 1}
with check.visible("which_loss: exact, floor and stuck answered"):
    if check.instance(which_loss, dict, "which_loss"):
        for case_check in ("exact", "floor", "stuck"):
            check.that(
                str(which_loss.get(case_check)).strip().upper() in tuple("ABCDEFGH"),
                f"which_loss[{case_check!r}]: choose one letter from 'A' to 'H'",
            )
### BEGIN HIDDEN TESTS
with check.hidden("which_loss: exact, floor and stuck"):
    check.choices(
        which_loss,
        {"exact": "E", "floor": "H", "stuck": "G"},
        "which_loss",
        options=tuple("ABCDEFGH"),
        why={
            ("exact", "D"): "is sound, but rounds probabilities before it takes their logarithm",
            ("exact", "G"): "has no softmax anywhere: what does the loss take the scores for?",
            ("exact", "H"): "has one softmax too many",
            ("floor", "G"): "has no softmax, and so no such floor; what sets a floor of 0.55?",
            ("floor", "D"): "can bring the loss down to 0; what could keep it from going there?",
            ("floor", "E"): "can bring the loss down to 0; what could keep it from going there?",
            ("stuck", "H"): "contains a softmax, so what would the rows of predict sum to?",
            ("stuck", "E"): "returns such rows, but its loss does not get stuck; what is missing?",
            ("stuck", "D"): "ends in a softmax, so what would the rows of predict sum to?",
        },
    )
### END HIDDEN TESTS

# %% [markdown]
# ## Closing
#
# | term | meaning |
# | --- | --- |
# | loss function | makes of targets and predictions the one number that training minimises |
# | reduction | how the losses of a batch become one number; the mean, here and in Keras |
# | gradient | how the loss changes with each prediction: an array of the predictions' shape |
# | MSE, MAE | mean squared and mean absolute error: they aim at the mean and at the median |
# | continuous, differentiable | no jump; moreover no kink: left and right slopes agree |
# | subgradient | at a kink of a convex function, any slope between the left and the right one |
# | outlier, Huber loss | a value far off; squared near 0 and straight beyond $\delta$ |
# | logits, softmax | scores of any size; what makes probabilities of them |
# | cross-entropy | minus the log of the probability that the true class was given |
# | binary cross-entropy | the same for a yes or no, from one logit by the sigmoid |
# | convex | no chord lies below the graph; no valley but the lowest |
# | vanishing gradient | a slope so small that nothing is learned from it |
#
# **The three mistakes people make most**
#
# 1. *`from_logits` that does not match the last layer.* No softmax, or two. The loss gets stuck, or
#    settles on a floor such as 0.55, and often there is no message.
# 2. *Targets of shape (m,) against predictions of shape (m, 1).* The loss falls and settles, at the
#    mean baseline.
# 3. *The logarithm of a rounded 0.* Softmax first and the logarithm afterwards gives infinity, or a
#    cut-off loss without a slope; from logits in one formula nothing is lost.
#
# **Where to read on**
#
# - Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016), sections 5.5 and 6.2:
#   losses as maximum likelihood, and which output unit goes with which loss.
# - Christopher Bishop, *Pattern Recognition and Machine Learning* (2006), chapter 4: logistic
#   regression and its convex loss.
# - Stephen Boyd and Lieven Vandenberghe, *Convex Optimization* (2004), chapters 2 and 3.
# - Peter Huber, "Robust Estimation of a Location Parameter" (1964): where the Huber loss is from.
# - Sham Kakade and Jason Lee, "Provably Correct Automatic Subdifferentiation for Qualified Programs"
#   (2018): why $\mathrm{relu}(x) - \mathrm{relu}(-x)$ gets the slope 0, and what to do about it.
#
# In lesson 5 the losses are minimised: walking downhill.

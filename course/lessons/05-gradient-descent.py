# %% [markdown]
# # 5. Walking downhill
#
# At the end of this lesson you will be able to
#
# - **measure** the gradient of any function, in as many dimensions as you like;
# - **walk** downhill by gradient descent, and draw the way you went;
# - **choose** a learning rate by its threshold $2/L$, and tell from a curve that it was wrong;
# - **leave** a saddle point with momentum, and **stop** when nothing improves any more;
# - **start** a network from weights that it can learn from, and **feed** it in mini-batches.
#
# **Time**: 50 minutes to read, two and a half hours with the exercises; the notebook itself runs in
# well under a minute. **Builds on**: lesson 1 (standardise, validation set), lesson 2 (layer, ReLU,
# forward pass) and lesson 3 (mean squared error, epoch, batch, `fit`).
#
# The first cell imports TensorFlow and takes about five seconds. What it may write in red about
# CUDA is of no importance.

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # TensorFlow: errors only, please

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers

from course import check
from course.datasets import load_auto_mpg
from course.figures import animate_descent, draw_descent, draw_history, use_style
from course.playground import LANDSCAPES, DescentExplorer

use_style()
keras.utils.set_random_seed(5)  # Python's, NumPy's and TensorFlow's generators at once

# %% [markdown]
# ## The loss is a landscape
#
# A network's **loss** says how wrong it is on given data. With the data fixed, the loss is a
# function of the parameters alone: every choice of weights and biases is a place, and the loss is
# the height of the ground there. To **train** is to look for low ground.
#
# With two parameters this landscape can be drawn as a map. Take the 392 cars of the Auto-mpg data,
# and predict how many miles a car drives on a gallon from its weight, by a straight line
# $\hat y = w_1 + w_2 x$. Here $x$ is the weight of the car, **standardised** as in lesson 1: mean
# 0, standard deviation 1. The loss is the mean squared error over all cars.

# %%
cars = load_auto_mpg()
pounds, mpg = cars["weight"].to_numpy(float), cars["mpg"].to_numpy()
x_cars = (pounds - pounds.mean()) / pounds.std()


def mpg_loss(w):
    """Mean squared error of w[0] + w[1] x; w of shape (2,), or (2, ...) for many lines at once."""
    predicted = w[0][..., None] + w[1][..., None] * x_cars
    return np.mean((predicted - mpg) ** 2, axis=-1)


# %%
_ = draw_descent(
    mpg_loss,
    {},
    box=(5, 42, -20, 7),
    names=("$w_1$: miles per gallon of the mean car", "$w_2$: change per standard deviation"),
    title="The loss of a straight line on 392 cars is a bowl",
)

# %% [markdown]
# Each closed curve joins places of the same loss, as on a hiking map, and the darker the ground,
# the lower it is. Look for the darkest spot. It lies near $(23.4, -6.5)$: the car of mean weight
# drives 23.4 miles on a gallon, and one that is heavier by one standard deviation 6.5 miles less.
#
# For two parameters one look suffices. The small network of lesson 3 has 281, so its landscape has
# 281 dimensions, and nobody can look at it. What can be had in any number of dimensions is the
# slope of the ground underfoot. This lesson makes do with that.
#
# ## The gradient
#
# The **partial derivative** $\partial f / \partial x_i$ is the slope of $f$ in the direction of
# $x_i$ while all other coordinates stand still. All of them in one vector are the **gradient**:
#
# $$\nabla f(\mathbf{x}) = \left(\frac{\partial f}{\partial x_1}, \dots,
# \frac{\partial f}{\partial x_n}\right).$$
#
# The gradient points where the ground rises most steeply, and its length, the **norm**
# $\lVert \nabla f \rVert$, says how steeply. So $-\nabla f$ points steepest downhill, and where
# the norm is 0 the ground is level.
#
# Four landscapes will be with us for the whole lesson:
#
# | landscape | $f(x_1, x_2)$ | $\nabla f$ |
# | --- | --- | --- |
# | bowl | $\tfrac12 x_1^2 + \tfrac12 x_2^2$ | $(x_1,\ x_2)$ |
# | ravine | $\tfrac12 x_1^2 + 10 x_2^2$ | $(x_1,\ 20 x_2)$ |
# | saddle | $\tfrac12 x_1^2 - \tfrac12 x_2^2 + \tfrac14 x_2^4$ | $(x_1,\ -x_2 + x_2^3)$ |
# | two valleys | $\tfrac14 x_1^4 - \tfrac12 x_1^2 + \tfrac1{10} x_1 + \tfrac12 x_2^2$ | $(x_1^3 - x_1 + \tfrac1{10},\ x_2)$ |
#
# **Predict**: does $-\nabla f$ point to the lowest place?

# %%
figure, panels = plt.subplots(1, 2, figsize=(9.5, 3.6))
points = np.stack(np.meshgrid(np.linspace(-2.4, 2.4, 7), np.linspace(-1.5, 1.5, 4)))
titles = {"bowl": "Bowl: straight to the centre", "ravine": "Ravine: at the opposite wall"}
for panel, (name, title) in zip(panels, titles.items(), strict=True):
    place = LANDSCAPES[name]
    draw_descent(place.f, {}, place.box, title=title, ax=panel)
    downhill = -place.gradient(points)
    downhill /= np.linalg.norm(downhill, axis=0)
    panel.quiver(*points, *downhill, scale=14, width=0.006, zorder=3)

# %% [markdown]
# The arrows are $-\nabla f$, all drawn with the same length. Look where they meet the contour
# lines: always at a right angle. In the bowl that leads to the centre. In the ravine most arrows
# point at the opposite wall and hardly along the valley, towards the lowest place. **Steepest is
# not the same as straight to the goal**, and much of what follows is about this difference.
#
# How does one get a gradient? The slope can be measured by going a little forwards and a little
# back along each axis. With $\mathbf{e}_i$ the vector that is 1 in place $i$ and 0 elsewhere, and
# a small $h > 0$, the **central difference** is
#
# $$\frac{\partial f}{\partial x_i} \approx
# \frac{f(\mathbf{x} + h\,\mathbf{e}_i) - f(\mathbf{x} - h\,\mathbf{e}_i)}{2h}.$$
#
# The **forward difference** $(f(\mathbf{x} + h\,\mathbf{e}_i) - f(\mathbf{x}))/h$ looks simpler.
# Here are the errors of both for the slope of $e^x$ at 1.
#
# **Predict**: the smaller $h$, the smaller the error?

# %%
h_values = np.logspace(-13, 0, 60)
central = (np.exp(1 + h_values) - np.exp(1 - h_values)) / (2 * h_values)
forward = (np.exp(1 + h_values) - np.exp(1)) / h_values
figure, ax = plt.subplots(figsize=(7, 3.6))
ax.loglog(h_values, np.abs(central - np.e), label="central difference")
ax.loglog(h_values, np.abs(forward - np.e), "--", label="forward difference")
ax.set(xlabel="$h$", ylabel="error of the slope", title="Too small an h is as bad as too large")
_ = ax.legend()

# %% [markdown]
# Read the curves from right to left. At first the central error falls with $h^2$, two decades for
# each decade of $h$, and the forward error only with $h$. Then both rise again: the two values of
# $f$ agree in nearly all of their 16 digits, their difference keeps only the noise of the last
# ones, and dividing by a tiny $h$ magnifies it. The best that is reached is about $10^{-11}$ by
# the central difference, with $h$ near $10^{-5}$, and about $10^{-8}$ by the forward one. In
# float32, with 7 digits, everything is far worse: measure gradients in float64.
#
# ### Exercise: the numerical gradient (3 points)
#
# Write `numerical_gradient(f, x, h)` for arrays of any shape. Move one entry at a time, and start
# from a fresh copy for each.


# %% nbgrader={"grade_id": "numerical_gradient", "solution": true}
def numerical_gradient(f, x, h=1e-5):
    """The gradient of f at x by central differences.

    Parameters
    ----------
    f : function of one array of the shape of x, with a number for its value
    x : array of any shape with one axis or more, of floats or integers
        Left as it was. Whatever its dtype, the computation is in float64.
    h : number above 0
        How far each entry is moved to either side.

    Returns
    -------
    array of the shape of x, of floats
        The entry at i is (f(x + h e_i) - f(x - h e_i)) / (2 h), where only entry i was moved.

    Example
    -------
    For f(x) = x[0]**2 * x[1] at x = [3, 2] the gradient is [2 x[0] x[1], x[0]**2] = [12, 9].
    """
    ### BEGIN SOLUTION
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
    ### END SOLUTION


# %% nbgrader={"grade_id": "numerical_gradient-example", "points": 1}
x_check = np.array([3.0, 2.0])
with check.visible("numerical_gradient: the example"):
    with check.not_mutated(x=x_check):
        got_check = numerical_gradient(lambda x: x[0] ** 2 * x[1], x_check)
    check.close(
        got_check,
        [12, 9],
        "numerical_gradient of x[0]**2 * x[1] at [3, 2]",
        atol=1e-6,
        mistakes={
            "the two points are 2 h apart, and you divide by h": [24, 18],
            "you divide by h / 2: the two points are 2 h apart": [48, 36],
            "the sign is turned round: take f(x + h) minus f(x - h)": [-12, -9],
            "all entries move at once: move one, and leave the others alone": [21, 21],
            "one number came back: the gradient has an entry for each entry of x": 21.0,
        },
        hint="off by less than a hundredth: is x in float32, where 3.00001 loses its last digits?",
    )
### BEGIN HIDDEN TESTS
with check.hidden("numerical_gradient: other functions"):
    rng_check = np.random.default_rng(51)
    for n_check in (1, 2, 7):
        A_check = rng_check.normal(size=(n_check, n_check))
        x_check = rng_check.normal(size=n_check)
        with check.not_mutated(x=x_check):
            got_check = numerical_gradient(lambda x, A=A_check: np.sin(A @ x).sum(), x_check)
        check.shape(got_check, (n_check,), "numerical_gradient for other numbers of entries")
        check.close(
            got_check,
            A_check.T @ np.cos(A_check @ x_check),
            "numerical_gradient of other functions",
            atol=1e-6,
            hint="measure each entry's slope with all other entries where they were",
        )
### END HIDDEN TESTS

# %% [markdown]
# With a large $h$ one can see *which* difference was taken: for $x^2$ the central one is exact,
# whatever $h$ is, and the forward one is off by $h$.

# %% nbgrader={"grade_id": "numerical_gradient-central", "points": 1}
with check.visible("numerical_gradient: central differences"):
    check.close(
        numerical_gradient(lambda x: x[0] ** 2, np.array([3.0]), 0.5),
        [6.0],
        "numerical_gradient of x[0]**2 at [3], with h = 0.5",
        mistakes={
            "this is the forward difference: take f(x + h) - f(x - h)": [6.5],
            "this is the backward difference: take f(x + h) - f(x - h)": [5.5],
            "f(x + h) - f(x) spans h, not 2 h; take f(x + h) - f(x - h)": [3.25],
            "the two points are 2 h apart, and you divide by h": [12.0],
        },
    )
    check.close(
        numerical_gradient(lambda x: x[0] ** 3, np.array([2.0]), 0.5),
        [12.25],
        "numerical_gradient of x[0]**3 at [2], with h = 0.5",
        mistakes={
            "h is 0.5 in this call: use the argument, not a number or a formula of your own": [
                12.0
            ],
            "the points are h / 2 away: go h forwards and h back": [12.0625],
            "this is the forward difference: take f(x + h) - f(x - h)": [15.25],
        },
        hint="the two points are x + h and x - h, with h as it is, whatever x is",
    )
### BEGIN HIDDEN TESTS
with check.hidden("numerical_gradient: central differences"):
    rng_check = np.random.default_rng(52)
    for h_check in (0.25, 0.5, 1.0):
        a_check, b_check = rng_check.uniform(1, 3, size=2)
        check.close(
            numerical_gradient(
                lambda x: x[0] ** 3 + x[0] * x[1] ** 2 + 2 * x[1] ** 3,
                np.array([a_check, b_check]),
                h_check,
            ),
            [
                3 * a_check**2 + b_check**2 + h_check**2,
                2 * a_check * b_check + 6 * b_check**2 + 2 * h_check**2,
            ],
            "numerical_gradient with a large h",
            hint="entry i is (f(x + h e_i) - f(x - h e_i)) / (2 h), with the h of the call",
            mistakes={
                "an entry that was moved was not put back before the next one": [
                    3 * a_check**2 + b_check**2 + h_check**2,
                    2 * (a_check - h_check) * b_check + 6 * b_check**2 + 2 * h_check**2,
                ],
                "an entry that was moved forwards was not put back before the next one": [
                    3 * a_check**2 + b_check**2 + h_check**2,
                    2 * (a_check + h_check) * b_check + 6 * b_check**2 + 2 * h_check**2,
                ],
            },
        )
    x_check = np.array([2.0])
    for f_check, h_check, right_check in (
        (lambda x: x[0] ** 3, 0.5, 12.25),
        (lambda x: x[0] ** 3, 1.0, 13.0),
        (lambda x: x[0] ** 2, 1.0, 4.0),
    ):
        check.close(
            numerical_gradient(f_check, x_check, h_check),
            [right_check],
            "numerical_gradient at one place, of two functions and with two steps",
            hint="compute it anew in each call: another f or another h has another gradient",
        )
    check.close(
        numerical_gradient(lambda x: x[0] ** 3, np.array([4096.0]), 0.5),
        [3 * 4096**2 + 0.25],
        "numerical_gradient of x[0]**3 at [4096], with h = 0.5",
        rtol=1e-9,
        hint="the two points are x + h and x - h, however large x is",
    )
    check.close(
        numerical_gradient(lambda x: np.abs(x).sum(), np.array([1e-6])),
        [0.1],  # (1.1e-5 - 0.9e-5) / 2e-5
        "numerical_gradient beside a kink, with the h of the docstring",
        rtol=1e-3,
        hint="without an h in the call, h is 1e-5",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "numerical_gradient-shapes", "points": 1}
with check.visible("numerical_gradient: a matrix, and integers"):
    W_check = np.array([[1.0, -2.0, 0.0], [4.0, 0.5, 3.0]])
    got_check = numerical_gradient(lambda x: np.sum(W_check * x), np.ones((2, 3)))
    if check.shape(got_check, (2, 3), "numerical_gradient at an array of shape (2, 3)"):
        check.close(
            got_check,
            W_check,
            "numerical_gradient of np.sum(W * x)",
            atol=1e-6,
            mistakes={
                "a whole row moves at once: move one entry, with an index for each axis": (
                    np.repeat(W_check.sum(axis=1, keepdims=True), 3, axis=1)
                ),
                "a whole column moves at once: move one entry, with an index for each axis": (
                    np.repeat(W_check.sum(axis=0, keepdims=True), 2, axis=0)
                ),
                "all entries move at once: move one, and leave the others alone": np.full(
                    (2, 3), W_check.sum()
                ),
            },
            hint="entry (i, j) is the slope when entry (i, j) of x moves, in float64",
        )
    check.close(
        numerical_gradient(lambda x: x[0] ** 2 * x[1], np.array([3, 2])),
        [12, 9],
        "numerical_gradient of x[0]**2 * x[1] at [3, 2], as integers",
        atol=1e-6,
        mistakes={
            "an array of integers cannot hold 3.00001: work on a copy of floats": [0, 0],
        },
        hint="an array of integers cannot hold 3.00001: work on a copy of floats",
    )
### BEGIN HIDDEN TESTS
with check.hidden("numerical_gradient: other shapes and dtypes"):
    rng_check = np.random.default_rng(53)
    for shape_check in ((4, 1), (1, 3), (2, 2, 3)):
        x_check = rng_check.normal(size=shape_check)
        v_check = rng_check.normal(size=shape_check[-1])
        with check.not_mutated(x=x_check):
            got_check = numerical_gradient(lambda x, v=v_check: np.exp(x @ v).sum(), x_check)
        check.shape(got_check, shape_check, "numerical_gradient at arrays of other shapes")
        check.close(
            got_check,
            np.exp(x_check @ v_check)[..., None] * v_check,
            "numerical_gradient at arrays of other shapes",
            rtol=1e-4,
            atol=1e-6,
            hint="hand f an array of the shape of x, with one entry moved",
        )
    for kind_check in ("float32", "int32"):
        x_check = np.array([[3, -2], [5, 4]], dtype=kind_check)
        with check.not_mutated(x=x_check):
            got_check = numerical_gradient(lambda x: np.sum(x**3) / 3, x_check)
        check.close(
            got_check,
            [[9, 4], [25, 16]],
            "numerical_gradient at integers, or at float32",
            hint="turn x into a copy in float64 first",
        )
### END HIDDEN TESTS

# %% [markdown]
# Your function on the loss of the cars: it knows nothing of lines or cars, and calls the loss four
# times.


# %%
def mpg_gradient(w):
    return np.asarray(numerical_gradient(mpg_loss, w))


best_line = np.polyfit(x_cars, mpg, 1)[::-1]
for w in (np.array([10.0, 0.0]), best_line):
    print("gradient at", w.round(3), "is", mpg_gradient(w).round(3) + 0.0)

# %% [markdown]
# At $(10, 0)$ it is long and points up the wall of the bowl. At the bottom, the line that least
# squares finds, it is 0 to three digits.
#
# **So what.** A measured gradient is simple, works for everything, and is slow: $n$ parameters cost
# $2n$ evaluations of the loss, 562 for the small network of lesson 3. Backpropagation (lesson 7)
# gets them all for the price of a few. What you have written remains the judge: whoever derives a
# gradient by hand checks it against central differences.

# %% [markdown]
# ## Start, step, stop
#
# **Gradient descent** is three decisions and one line:
#
# 1. **Start** at some point $\mathbf{x}_0$.
# 2. **Step** against the gradient, again and again:
#
#    $$\mathbf{x}_{k+1} = \mathbf{x}_k - \eta\, \nabla f(\mathbf{x}_k).$$
#
# 3. **Stop** after a number of steps, or as soon as the ground is nearly level, that is when
#    $\lVert \nabla f(\mathbf{x}_k) \rVert$ falls below a **tolerance**.
#
# The number $\eta > 0$ (eta) is the **learning rate**. The minus sign is the whole idea: the
# gradient points uphill. Note that $\eta$ is not the length of the step. The step has the length
# $\eta \lVert \nabla f \rVert$: long on steep ground, short where it is nearly level, and so the
# walker slows down by itself as it arrives.
#
# By hand, for $f = x_1^2 + 3 x_2^2$ with $\nabla f = (2 x_1, 6 x_2)$, from $(1, 1)$ with
# $\eta = 0.1$: the gradient is $(2, 6)$, so the next point is $(1 - 0.2,\ 1 - 0.6) = (0.8, 0.4)$.
# There the gradient is $(1.6, 2.4)$, and the step takes us to $(0.64, 0.16)$.
#
# ### Exercise: gradient descent (3 points)
#
# Write `gradient_descent`, which returns every point that it visited, the start included.


# %% nbgrader={"grade_id": "gradient_descent", "solution": true}
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    """Walk downhill: x_{k+1} = x_k - learning_rate * grad(x_k).

    Parameters
    ----------
    grad : function of an array of shape (n,)
        Returns the gradient there, an array of shape (n,).
    x0 : array of shape (n,), n >= 1, of floats or integers
        The start. Left as it was.
    learning_rate : number above 0
    steps : integer, 0 or more
        The largest number of steps.
    tolerance : number, 0 or more
        Before each step the Euclidean norm of the gradient is looked at; once it is below the
        tolerance, the walk ends, and that step is not taken. Nothing is below 0.

    Returns
    -------
    array of shape (k + 1, n), of floats
        Row i is the point after i steps, row 0 the start; k is `steps`, or less if the tolerance
        ended the walk.

    Example
    -------
    grad(x) = [2 x[0], 6 x[1]] from [1, 1], with the learning rate 0.1 and 2 steps:
    [[1, 1], [0.8, 0.4], [0.64, 0.16]]
    """
    ### BEGIN SOLUTION
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        gradient = grad(x)
        if np.linalg.norm(gradient) < tolerance:
            break
        x = x - learning_rate * gradient
        path.append(x)
    return np.array(path)
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradient_descent-path", "points": 1}
x_check = np.array([1.0, 1.0])
with check.visible("gradient_descent: the path"):
    with check.not_mutated(x0=x_check):
        got_check = gradient_descent(lambda x: np.array([2.0, 6.0]) * x, x_check, 0.1, 2)
    if check.close(
        got_check,
        [[1, 1], [0.8, 0.4], [0.64, 0.16]],
        "gradient_descent on x[0]**2 + 3 x[1]**2, 2 steps",
        mistakes={
            "this walks uphill: subtract the gradient": [[1, 1], [1.2, 1.6], [1.44, 2.56]],
            "the start is missing: it is row 0": [[0.8, 0.4], [0.64, 0.16]],
            "this is the last point alone: keep all of them": [0.64, 0.16],
            "the last step is missing: 2 steps give 3 points": [[1, 1], [0.8, 0.4]],
            "every row is the same array, which you then went on changing: store a copy of each": [
                [0.64, 0.16],
                [0.64, 0.16],
                [0.64, 0.16],
            ],
            "the learning rate is missing": [[1, 1], [-1, -5], [1, 25]],
            "the gradient at the start serves for every step: ask for it anew at each point": [
                [1, 1],
                [0.8, 0.4],
                [0.6, -0.2],
            ],
            "you divide the gradient by its norm; the step is as long as the ground is steep": [
                [1, 1],
                [0.968377, 0.905132],
                [0.934787, 0.810942],
            ],
        },
        hint="each point is the one before it less learning_rate * grad(that point)",
    ):
        check.close(
            gradient_descent(lambda x: np.array([2.0, 6.0]) * x, x_check, 0.1, 2),
            [[1, 1], [0.8, 0.4], [0.64, 0.16]],
            "the same call once more",
            mistakes={
                "goes on with the path of the first call: make a new list in every call": [
                    *([1, 1], [0.8, 0.4], [0.64, 0.16]),
                    *([1, 1], [0.8, 0.4], [0.64, 0.16]),
                ],
                "goes on where the first call ended: start at x0 in every call": [
                    [0.64, 0.16],
                    [0.512, 0.064],
                    [0.4096, 0.0256],
                ],
            },
            hint="should give the same path: nothing may be kept from one call to the next",
        )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_descent: other paths"):
    check.close(
        gradient_descent(lambda x: np.array([2.0, 6.0]) * x, np.array([1, 1]), 0.1, 2),
        [[1, 1], [0.8, 0.4], [0.64, 0.16]],
        "gradient_descent from whole numbers",
        hint="the points are floats, also where x0 holds whole numbers",
        mistakes={
            "the points are cut to whole numbers: copy x0 with dtype=float": [
                [1, 1],
                [0, 0],
                [0, 0],
            ],
        },
    )
    check.dtype(
        gradient_descent(lambda x: 2 * x, np.array([3, 4]), 0.1, 0),
        "floating",
        "gradient_descent from whole numbers with 0 steps",
    )
    rng_check = np.random.default_rng(54)
    for n_check in (1, 2, 5):
        A_check = rng_check.normal(size=(n_check, n_check))
        A_check = A_check @ A_check.T + np.eye(n_check)
        bottom_check = rng_check.normal(size=n_check)
        rate_check = 0.5 / np.linalg.eigvalsh(A_check)[-1]
        x_check = rng_check.integers(1, 9, size=n_check)
        with check.not_mutated(x0=x_check):
            got_check = gradient_descent(
                lambda x, A=A_check, bottom=bottom_check: A @ (x - bottom), x_check, rate_check, 20
            )
        shrink_check = np.eye(n_check) - rate_check * A_check
        check.shape(got_check, (21, n_check), "gradient_descent on another bowl")
        check.close(
            got_check,
            [
                bottom_check + np.linalg.matrix_power(shrink_check, k) @ (x_check - bottom_check)
                for k in range(21)
            ],
            "gradient_descent on another bowl, from integers",
            hint="work in floats, and take every step from the point before it",
        )
    check.close(
        gradient_descent(lambda x: 2 * x, np.array([1.0, -100.0]), 1.5, 6),
        [[(-2.0) ** k, -100 * (-2.0) ** k] for k in range(7)],
        "gradient_descent with a learning rate that makes it diverge",
        hint="the learning rate stays as it is and no step is shortened, also where it climbs",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_descent-steps", "points": 1}
with check.visible("gradient_descent: the number of steps"):
    check.close(
        gradient_descent(lambda x: 2 * x, np.array([3.0, 4.0]), 0.1, 0),
        [[3, 4]],
        "gradient_descent with 0 steps",
        hint="the path is the start alone, of shape (1, 2)",
    )
    check.shape(
        gradient_descent(lambda x: 2 * x, np.array([5.0]), 0.1, 7),
        (8, 1),
        "gradient_descent in one dimension, 7 steps",
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_descent: the number of steps"):
    for steps_check in (1, 3, 30):
        for _ in range(2):
            check.close(
                gradient_descent(lambda x: x / 2, np.array([8.0, -2.0, 0.0]), 1.0, steps_check),
                [[8 * 0.5**k, -2 * 0.5**k, 0] for k in range(steps_check + 1)],
                "gradient_descent with other numbers of steps",
                hint="5 steps give 6 points, and so on, in every call anew",
            )
    check.close(
        gradient_descent(lambda x: 0 * x, np.array([1.0, 2.0]), 0.1, 4),
        [[1, 2]] * 5,
        "gradient_descent on level ground with the tolerance 0",
        hint="a norm of 0 is not below a tolerance of 0, so all the steps are taken",
        mistakes={
            "stops where no tolerance asks for it: a norm of 0 is not below a tolerance of 0": [
                [1, 2]
            ],
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_descent-tolerance", "points": 1}
with check.visible("gradient_descent: the tolerance"):
    check.close(
        gradient_descent(lambda x: 2 * x, np.array([1.0]), 0.25, 100, tolerance=0.3),
        [[1], [0.5], [0.25], [0.125]],
        "gradient_descent on x**2 from [1], tolerance 0.3",
        hint="at 0.125 the gradient is 0.25, which is below 0.3; that point still belongs to it",
        mistakes={
            "one step too many: look at the norm before you step": [
                [1],
                [0.5],
                [0.25],
                [0.125],
                [0.0625],
            ],
            "one step too few: compare the gradient, not x, and keep the point where it is small": [
                [1],
                [0.5],
                [0.25],
            ],
            "you compare the step with the tolerance: it is for the gradient's norm": [[1], [0.5]],
            "the tolerance is ignored": [[0.5**k] for k in range(101)],
            "the path ends where the walk ends: no rows come after that": [
                *([1], [0.5], [0.25]),
                *[[0.125]] * 98,
            ],
        },
    )
    check.close(
        gradient_descent(lambda x: 2 * x, np.array([-1.0]), 0.25, 100, tolerance=0.5),
        [[-1], [-0.5], [-0.25], [-0.125]],
        "gradient_descent on x**2 from [-1], tolerance 0.5",
        mistakes={
            "a gradient of -2 is steep: compare its norm, which is never negative": [[-1]],
            "a norm of 0.5 is not below 0.5, so one more step is taken": [[-1], [-0.5], [-0.25]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_descent: the tolerance"):
    for scale_check in (0.01, 1.0, 100.0):
        # The norm of 5 s is below 5.5 s; 7 s, the sum of the sizes, is not.
        direction_check = scale_check * np.array([3.0, -4.0])
        walk_check = -0.1 * np.arange(7)[:, None] * direction_check
        check.close(
            gradient_descent(
                lambda x, g=direction_check: g, np.zeros(2), 0.1, 6, tolerance=5.5 * scale_check
            ),
            walk_check[:1],
            "gradient_descent where the ground is nearly level at once",
            hint="the path is the start alone",
            mistakes={
                "it walks on: compare the Euclidean norm, the root of the sum of squares": (
                    walk_check
                ),
                "one step too many: look at the norm before you step": walk_check[:2],
            },
        )
        # 5 s is not below 4.5 s; the largest entry is.
        check.close(
            gradient_descent(
                lambda x, g=direction_check: g, np.zeros(2), 0.1, 6, tolerance=4.5 * scale_check
            ),
            walk_check,
            "gradient_descent where the ground is steeper than the tolerance",
            hint="all 6 steps are taken",
            mistakes={
                "it stops at once: compare the norm of the gradient as a whole, which its largest "
                "entry, its mean square and its square are not": walk_check[:1],
            },
        )
### END HIDDEN TESTS

# %% [markdown]
# Downhill on the cars, with the gradient that you measured yourself:

# %%
path = gradient_descent(mpg_gradient, np.array([10.0, 3.0]), 0.1, 200, tolerance=1e-3)
print(f"{len(path) - 1} steps to ({path[-1][0]:.3f}, {path[-1][1]:.3f})")
_ = draw_descent(
    mpg_loss,
    path,
    box=(5, 42, -20, 7),
    names=("$w_1$", "$w_2$"),
    title="The ring is the start; the steps shorten by themselves",
)

# %% [markdown]
# Look at the distances between the dots. The learning rate was 0.1 throughout, and yet the steps
# shrink, because the gradient does. After 47 steps its norm is below 0.001.
#
# **So what.** This loop is how all networks of this course are trained. The rest of the lesson is
# about its three decisions: how large a step, when to stop, where to start.

# %% [markdown]
# ## How large a step
#
# On a parabola everything can be computed. Let $f(x) = \tfrac{L}{2} x^2$ with the **curvature**
# $L > 0$; its gradient is $Lx$. One step gives
#
# $$x_{k+1} = x_k - \eta L x_k = c\,x_k \qquad \text{with} \qquad c = 1 - \eta L.$$
#
# So every step multiplies the distance to the bottom by the same **factor** $c$, and all depends
# on its size and sign:
#
# | regime | factor | learning rate | what happens |
# | --- | --- | --- | --- |
# | slow | $0.9 < c < 1$ | below $0.1/L$ | less than a tenth of the way in each step |
# | fast | $0 \le c \le 0.9$ | from $0.1/L$ to $1/L$ | straight to the bottom |
# | oscillating | $-1 < c < 0$ | between $1/L$ and $2/L$ | over the bottom and back, ever closer |
# | diverging | $c \le -1$ | from $2/L$ on | never closer; beyond $2/L$ ever farther |
#
# The line between slow and fast is ours, drawn for convenience. The **threshold $2/L$** is not: it
# is where learning ends. With $L = 2$ it is 1.
#
# **Predict**: four walkers start at $x = 1$ on $f(x) = x^2$, with the learning rates 0.02, 0.2, 0.9
# and 1.02. Which one is nearest to 0 after 15 steps, and which one is second?

# %%
figure, ax = plt.subplots(figsize=(7.5, 3.8))
for rate, style in ((0.02, "-"), (0.2, "-"), (0.9, "--"), (1.02, ":")):
    walk = gradient_descent(lambda x: 2 * x, np.array([1.0]), rate, 15)
    ax.plot(walk, style, marker="o", markersize=4, label=f"η = {rate}: c = {1 - 2 * rate:.2f}")
    print(f"learning rate {rate}: x = {walk[-1][0]:+.4f} after 15 steps")
ax.set(xlabel="step", ylabel="$x$", title="The factor c decides: its sign, and whether it is < 1")
_ = ax.legend(loc="upper left", bbox_to_anchor=(1, 1))

# %% [markdown]
# The rate 0.2 wins with $c = 0.6$: it is at 0.0005. Second is the oscillating one, at −0.0352,
# ahead of the slow one, which still has 0.5421 to go: jumping from wall to wall is ugly, and it is
# progress. The last rate is not much larger, but it will never arrive: $\lvert c \rvert$ is 1.04,
# and after 15 steps its distance has grown to 1.8.
#
# ### Exercise: name the regime (3 points)
#
# Write `learning_rate_regimes(curvature, learning_rates)`, with the bounds of the table.


# %% nbgrader={"grade_id": "learning_rate_regimes", "solution": true}
def learning_rate_regimes(curvature, learning_rates):
    """How gradient descent on f(x) = curvature / 2 * x**2 behaves at each learning rate.

    With the factor c = 1 - learning_rate * curvature, a regime is

    - "slow" for 0.9 < c < 1,
    - "fast" for 0 <= c <= 0.9,
    - "oscillating" for -1 < c < 0,
    - "diverging" for c <= -1.

    Parameters
    ----------
    curvature : number above 0
    learning_rates : list or array of numbers above 0; may be empty

    Returns
    -------
    list of str, one for each learning rate, in their order

    Raises
    ------
    ValueError
        If the curvature or any of the learning rates is 0 or negative.

    Example
    -------
    learning_rate_regimes(4, [0.01, 0.2, 0.4, 0.6])
    is ["slow", "fast", "oscillating", "diverging"]: the factors are 0.96, 0.2, -0.6 and -1.4.
    """
    ### BEGIN SOLUTION
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError("the curvature and every learning rate must be above 0")
    regimes = []
    for rate in learning_rates:
        factor = 1 - rate * curvature
        if factor > 0.9:
            regimes.append("slow")
        elif factor >= 0:
            regimes.append("fast")
        elif factor > -1:
            regimes.append("oscillating")
        else:
            regimes.append("diverging")
    return regimes
    ### END SOLUTION


# %% nbgrader={"grade_id": "learning_rate_regimes-words", "points": 1}
with check.visible("learning_rate_regimes: the four words"):
    check.equal(
        learning_rate_regimes(4, [0.01, 0.2, 0.4, 0.6]),
        ["slow", "fast", "oscillating", "diverging"],
        "learning_rate_regimes(4, [0.01, 0.2, 0.4, 0.6])",
        mistakes={
            "the curvature has no effect: the factor is 1 - learning_rate * curvature": [
                "slow",
                "fast",
                "fast",
                "fast",
            ],
            "only the size of the factor was looked at: a negative one oscillates": [
                "slow",
                "fast",
                "fast",
                "diverging",
            ],
            "the factor is 1 - learning_rate * curvature: curvature / 2 * x**2 has the derivative "
            "curvature * x": ["slow", "fast", "fast", "oscillating"],
            "the bounds are for the factor, and you compare the learning rate": [
                "fast",
                "fast",
                "fast",
                "fast",
            ],
            "the learning rate is divided by the curvature: multiply": [
                "slow",
                "slow",
                "fast",
                "fast",
            ],
        },
        hint="a list of words, one for each factor 1 - learning_rate * curvature",
    )
### BEGIN HIDDEN TESTS
with check.hidden("learning_rate_regimes: walks"):
    rng_check = np.random.default_rng(55)
    for _ in range(8):
        curvature_check = float(10 ** rng_check.uniform(-3, 3))
        shares_check = np.array([0.03, 0.09, 0.12, 0.5, 0.9, 1.1, 1.5, 1.95, 2.05, 2.6, 7.0])
        shares_check = rng_check.permutation(shares_check * rng_check.uniform(0.99, 1.01, size=11))
        words_check = []
        for share in shares_check:
            a_check, b_check = 1.0, 1.0
            for _ in range(10):  # walk, and look: did x change sides, come closer, and how fast?
                a_check, b_check = b_check, b_check - share * b_check
            if abs(b_check) >= abs(a_check):
                words_check.append("diverging")
            elif a_check * b_check < 0:
                words_check.append("oscillating")
            else:
                words_check.append("slow" if abs(b_check) > 0.9 * abs(a_check) else "fast")
        check.equal(
            learning_rate_regimes(curvature_check, list(shares_check / curvature_check)),
            words_check,
            "learning_rate_regimes for other curvatures",
            hint="compute the factor of each learning rate and compare it with the table",
            mistakes={
                "the answers do not come in the order of the learning rates": [
                    words_check[n] for n in np.argsort(shares_check)
                ],
                "each learning rate has a word of its own, also one that came before": list(
                    dict.fromkeys(words_check)
                ),
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "learning_rate_regimes-boundaries", "points": 1}
with check.visible("learning_rate_regimes: exactly at 1/L and 2/L"):
    check.equal(
        learning_rate_regimes(4, [0.25, 0.5]),
        ["fast", "diverging"],
        "learning_rate_regimes(4, [0.25, 0.5])",
        mistakes={
            "at 1/L the factor is 0: one step leads to the bottom, and that is fast": [
                "oscillating",
                "diverging",
            ],
            "at 2/L the factor is -1: x jumps to -x and back for ever, and comes no closer": [
                "fast",
                "oscillating",
            ],
            "look at both ends of the table's intervals: 0 is fast, and -1 is diverging": [
                "oscillating",
                "oscillating",
            ],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("learning_rate_regimes: the bounds"):
    for curvature_check in (0.5, 1, 2, 16, 1024.0):
        bounds_check = np.array([2, 1, 1, 2]) / curvature_check
        check.equal(
            learning_rate_regimes(curvature_check, bounds_check),
            ["diverging", "fast", "fast", "diverging"],
            "learning_rate_regimes exactly at the bounds, from an array",
            hint="0 counts as fast, -1 as diverging",
            mistakes={
                "0 counts as fast: one step leads to the bottom": [
                    "diverging",
                    "oscillating",
                    "oscillating",
                    "diverging",
                ],
                "-1 counts as diverging: it comes no closer": [
                    "oscillating",
                    "fast",
                    "fast",
                    "oscillating",
                ],
            },
        )
        check.equal(
            learning_rate_regimes(curvature_check, [0.1 / curvature_check]),
            ["fast"],
            "learning_rate_regimes exactly at 0.1/L",
            mistakes={"a factor of 0.9 counts as fast: slow is what lies above 0.9": ["slow"]},
        )
    check.equal(
        learning_rate_regimes(1, [0.0966796875, 0.10009765625, 1.0009765625, 1.9990234375, 2.0625]),
        ["slow", "fast", "oscillating", "oscillating", "diverging"],
        "learning_rate_regimes close to the bounds",
        hint="compare the factor as it is, without rounding it",
    )
    check.equal(learning_rate_regimes(3.0, []), [], "learning_rate_regimes for no learning rate")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "learning_rate_regimes-errors", "points": 1}
with check.visible("learning_rate_regimes: what is not allowed"):
    check.raises(
        ValueError,
        learning_rate_regimes,
        4,
        [0.1, -0.1],
        what="learning_rate_regimes(4, [0.1, -0.1])",
        hint="a negative learning rate walks uphill",
    )
### BEGIN HIDDEN TESTS
with check.hidden("learning_rate_regimes: what is not allowed"):
    for curvature_check, rates_check in (
        (0, [0.1]),
        (-2.0, [0.1]),
        (4, [0]),
        (4, [0.1, 0.0, 1]),
        (-4, [-0.1]),  # a product above 0
        (-1, []),  # nothing to multiply
        (0.0, []),
    ):
        check.raises(
            ValueError,
            learning_rate_regimes,
            curvature_check,
            rates_check,
            what="learning_rate_regimes with a 0 or a negative number",
            hint="every learning rate and the curvature must be above 0",
        )
### END HIDDEN TESTS

# %% [markdown]
# ### Many directions, one learning rate
#
# In more dimensions the ground curves differently in different directions. The second derivatives
# in one matrix, $H_{ij} = \partial^2 f / \partial x_i \partial x_j$, are the **Hessian**. Its
# **eigenvectors** are the directions in which a quadratic $f$ behaves like the parabola above, each
# with its **eigenvalue** for a curvature. All share one $\eta$, so the largest eigenvalue sets the
# threshold, $2/L$ with $L = \lambda_{\max}$, and the smallest sets the pace.
#
# In the ravine the eigenvalues are 20 and 1. The threshold is $2/20 = 0.1$.
#
# **Predict**: is the largest learning rate below 0.1 also the best?

# %%
ravine = LANDSCAPES["ravine"]
for rate in (0.01, 0.05, 2 / 21, 0.099, 0.1, 0.101):
    end = gradient_descent(ravine.gradient, np.array(ravine.start), rate, 100)[-1]
    print(f"learning rate {rate:.4f}: height after 100 steps {ravine.f(end):.2g}")

# %%
figure, panels = plt.subplots(1, 3, figsize=(11, 3), sharey=True)
for panel, rate in zip(panels, (0.02, 0.09, 0.101), strict=True):
    path = gradient_descent(ravine.gradient, np.array(ravine.start), rate, 30)
    draw_descent(ravine.f, path, ravine.box, title=f"learning rate {rate}", ax=panel)

# %% [markdown]
# Look at the three panels. On the left the path turns into the valley at once and then crawls along
# it; in the middle it leaps from wall to wall and gets there; on the right each leap is larger than
# the one before. The numbers agree: 0.099 leaves 0.18 of height, 0.1 stays at 10 for ever and 0.101
# climbs to 520, while 0.0952 reaches $2.7 \cdot 10^{-8}$. So no: **larger is faster only up to a
# point**. That point is $2/(\lambda_{\min} + \lambda_{\max}) = 2/21$, where the steepest and the
# flattest direction shrink equally fast. Even so each step keeps $19/21$ of the distance. The
# quotient $\lambda_{\max}/\lambda_{\min}$, the **condition number**, says how narrow the ravine is:
# the larger it is, the slower the best there is.
#
# **So what.** A network's loss is no parabola, and its curvature changes as we walk. What remains
# true is the shape of the story: too small crawls, larger is faster, and then there is an edge over
# which the loss does not just worsen but explodes. Where to look for a learning rate? Try powers of
# ten, and take about a third of the largest one that does not diverge.

# %% [markdown]
# ## The norm counts as well
#
# A step has the length $\eta \lVert \nabla f \rVert$, so a good learning rate is not good by itself
# but for gradients of a certain size. Multiply the loss by 100 and every step is a hundred times as
# long. Measure an input in another unit and the curvature changes with the *square* of the factor.
# Here are the cars again, with their weight in pounds and standardised:

# %%
for name, column in (("pounds", pounds), ("standardised", x_cars)):
    design = np.column_stack([np.ones(len(mpg)), column])
    low, high = np.linalg.eigvalsh(2 * design.T @ design / len(mpg))
    print(f"{name:13} L = {high:10.3g}   2/L = {2 / high:8.2g}   condition {high / low:8.2g}")

# %% [markdown]
# (The Hessian of a mean squared error of a linear model is $\tfrac2n A^\top A$, where $A$ holds the
# inputs, a column of ones among them.) In pounds the threshold is $10^{-7}$, and the condition
# number of $1.3 \cdot 10^8$ says that nobody will ever arrive. Standardised, both eigenvalues are
# 2: the landscape is a round bowl, and 0.5 would get there in a single step.
#
# The same happens to a network, only less predictably. Lesson 3's task was
# $y = 2 x_1^3 + \tfrac12 x_2^2$. Below, the inputs come from $[-1, 1]$, then from $[-4, 4]$; the
# network and its learning rate are the same.


# %%
def cubic_rows(scale, rows=500):
    """Inputs from [-scale, scale], shape (rows, 2), and y = 2 x1**3 + x2**2 / 2."""
    X = np.random.default_rng(1).uniform(-scale, scale, (rows, 2))
    return X, 2 * X[:, 0] ** 3 + 0.5 * X[:, 1] ** 2


def train_cubic(X, y, optimizer):
    """The losses of 20 epochs of the network 2 → 20 → 10 → 1, always from the same start."""
    keras.utils.set_random_seed(5)
    hidden = [layers.Dense(20, activation="relu"), layers.Dense(10, activation="relu")]
    model = keras.Sequential([keras.Input(shape=(2,)), *hidden, layers.Dense(1)])
    model.compile(optimizer=optimizer, loss="mse")
    return model.fit(X, y, epochs=20, batch_size=32, verbose=0).history["loss"]


# %%
X_near, y_near = cubic_rows(1)
X_far, y_far = cubic_rows(4)
runs = {
    "[-1, 1]": (train_cubic(X_near, y_near, keras.optimizers.SGD(0.05)), y_near.var()),
    "[-4, 4]": (train_cubic(X_far, y_far, keras.optimizers.SGD(0.05)), y_far.var()),
}
for name, (losses, variance) in runs.items():
    print(f"{name}: loss {losses[0]:.3g} → {losses[-1]:.3g}; mean baseline {variance:.3g}")

# %% [markdown]
# **What went wrong in this run?** Before you read on, look at the curve of the second run, and at
# the two numbers that matter: where it begins, and where the mean baseline lies.

# %%
axes = draw_history(
    {"loss": runs["[-4, 4]"][0]}, log=True, title="Inputs from [−4, 4]: what went wrong here?"
)
axes.axhline(y_far.var(), color="0.5", linestyle=":")
_ = axes.text(20, y_far.var() * 3, "mean baseline", ha="right", color="0.4")

# %% [markdown]
# The loss "falls" nicely, from $6 \cdot 10^{26}$. It went over the edge within the first few
# batches: long gradients made long steps, which led to places with longer gradients still. What
# then comes down is the output's bias, all that is left alive; at best it gets to the mean baseline
# and never below it. Watch the first value, not only the trend, and draw the baseline. There are
# two remedies:
#
# - **Clip** the gradient: if its norm exceeds a bound $c$, shorten it to
#   $c\, \nabla f / \lVert \nabla f \rVert$. The direction stays; no step is longer than $\eta c$.
# - **Standardise** the inputs, and a target of large spread too. This repairs the landscape.

# %%
X_std = (X_far - X_far.mean(axis=0)) / X_far.std(axis=0)
y_std = (y_far - y_far.mean()) / y_far.std()
clipped = train_cubic(X_far, y_far, keras.optimizers.SGD(0.05, clipnorm=1.0))
standardised = train_cubic(X_std, y_std, keras.optimizers.SGD(0.05))
print(f"clipped:      loss {clipped[-1]:.0f} of {y_far.var():.0f}, ", end="")
print(f"{clipped[-1] / y_far.var():.1%} of the variance is left")
print(f"standardised: {standardised[-1]:.1%} of the variance is left")

# %% [markdown]
# Both learn. (Keras's `clipnorm` clips each weight array by itself, `global_clipnorm` the gradient
# as a whole.) The standardised run has less left, 3.1 % of the variance after 20 epochs against
# 4.5 %, and its learning rate would suit any other unit too. To be fair, targets of this spread
# need both inputs *and* target standardised: with the inputs alone, this run diverges as well.
#
# **So what.** When a loss explodes, ask for the length of the gradient before you blame the
# learning rate. Standardise first; clip where single batches are wild; then choose $\eta$.

# %% [markdown]
# ## Saddles and momentum
#
# Where the gradient is 0, gradient descent stands still. That need not be a minimum. At a **saddle
# point** the ground curves up in some directions and down in others: the Hessian has eigenvalues of
# both signs. In our saddle landscape it is the point $(0, 0)$, with the curvatures 1 and −1; the
# minima are at $(0, 1)$ and $(0, -1)$. In many dimensions most level places are thought to be
# saddles: for a minimum, *all* of the thousands of curvatures must be positive at once.
#
# A walker stops at a saddle only if it arrives exactly along the ridge. But near it the slope is
# so gentle that it lingers.
#
# **Momentum** gives the walker some inertia. It keeps a **velocity** $\mathbf{v}$, which begins at
# $\mathbf{0}$ and remembers past gradients with the factor $\beta$, $0 \le \beta < 1$:
#
# $$\mathbf{v}_{k+1} = \beta\, \mathbf{v}_k - \eta\, \nabla f(\mathbf{x}_k), \qquad
# \mathbf{x}_{k+1} = \mathbf{x}_k + \mathbf{v}_{k+1}.$$
#
# With $\beta = 0$ this is plain gradient descent. On an even slope the velocity grows up to
# $1/(1 - \beta)$ times the plain step: with $\beta = 0.9$ to ten times. Where gradients alternate,
# as between the walls of a ravine, they cancel.
#
# By hand, on $f = x^2$ from $x = 1$ with $\eta = 0.1$ and $\beta = 0.5$: the velocity is
# $-0.2$, so $x = 0.8$; then $v = 0.5 \cdot (-0.2) - 0.1 \cdot 1.6 = -0.26$, so $x = 0.54$; then
# $v = -0.13 - 0.108 = -0.238$ and $x = 0.302$.
#
# ### Exercise: momentum (3 points)
#
# Write `momentum`, which returns the whole path, as `gradient_descent` does.


# %% nbgrader={"grade_id": "momentum", "solution": true}
def momentum(grad, x0, learning_rate, beta, steps):
    """Gradient descent with momentum (the classical one, as in Keras; not Nesterov's).

    v_{k+1} = beta * v_k - learning_rate * grad(x_k)
    x_{k+1} = x_k + v_{k+1}, with v_0 = 0

    Parameters
    ----------
    grad : function of an array of shape (n,)
        Returns the gradient there, an array of shape (n,).
    x0 : array of shape (n,), n >= 1, of floats or integers
        The start. Left as it was.
    learning_rate : number above 0
    beta : number, at least 0 and below 1
    steps : integer, 0 or more

    Returns
    -------
    array of shape (steps + 1, n), of floats
        Row i is the point after i steps, row 0 the start. Each call begins at rest.

    Example
    -------
    grad(x) = 2 x from [1], learning rate 0.1, beta 0.5, 3 steps: [[1], [0.8], [0.54], [0.302]]
    """
    ### BEGIN SOLUTION
    x = np.array(x0, dtype=float)
    velocity = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        velocity = beta * velocity - learning_rate * grad(x)
        x = x + velocity
        path.append(x)
    return np.array(path)
    ### END SOLUTION


# %% nbgrader={"grade_id": "momentum-path", "points": 1}
x_check = np.array([1.0])
with check.visible("momentum: the path"):
    with check.not_mutated(x0=x_check):
        got_check = momentum(lambda x: 2 * x, x_check, 0.1, 0.5, 3)
    if check.close(
        got_check,
        [[1], [0.8], [0.54], [0.302]],
        "momentum on x**2 from [1], learning rate 0.1, beta 0.5, 3 steps",
        mistakes={
            "the velocity forgets everything: carry beta * v into the next step": [
                [1],
                [0.8],
                [0.64],
                [0.512],
            ],
            "this walks uphill: subtract the gradient": [[1], [1.2], [1.54], [2.018]],
            "the gradient is weighted by 1 - beta; it goes in at full strength": [
                [1],
                [0.9],
                [0.76],
                [0.614],
            ],
            "x moves by the old velocity: update v first, then x": [[1], [1], [0.8], [0.5]],
            "this is Nesterov's variant; take the gradient at x itself, and step by v": [
                [1],
                [0.8],
                [0.56],
                [0.352],
            ],
            "this is Nesterov's variant as Keras has it; step by v itself": [
                [1],
                [0.7],
                [0.44],
                [0.248],
            ],
            "the learning rate is in the velocity twice: v remembers it already": [
                [1],
                [0.98],
                [0.9504],
                [0.916592],
            ],
            "the start is missing: it is row 0": [[0.8], [0.54], [0.302]],
            "this is the last point alone: keep all of them": [0.302],
            "every row is the same array, which you then went on changing: store copies": [
                [0.302],
                [0.302],
                [0.302],
                [0.302],
            ],
            "beta belongs to the velocity, not to the gradient": [[1], [0.9], [0.71], [0.449]],
            "the velocity begins with a first gradient step: it begins at 0": [
                [1],
                [0.7],
                [0.41],
                [0.183],
            ],
        },
        hint="v = beta * v - learning_rate * grad(x), then x = x + v",
    ):
        check.close(
            momentum(lambda x: 2 * x, x_check, 0.1, 0.5, 3),
            [[1], [0.8], [0.54], [0.302]],
            "the same call once more",
            mistakes={
                "sets out with the velocity that the first call ended with: begin at rest": [
                    [1],
                    [0.681],
                    [0.3853],
                    [0.16039],
                ],
                "goes on with the path of the first call: make a new list in every call": [
                    *([1], [0.8], [0.54], [0.302]),
                    *([1], [0.8], [0.54], [0.302]),
                ],
            },
            hint="should give the same path: nothing may be kept from one call to the next",
        )
### BEGIN HIDDEN TESTS
with check.hidden("momentum: other paths"):
    check.close(
        momentum(lambda x: 2 * x, np.array([1]), 0.1, 0.5, 3),
        [[1], [0.8], [0.54], [0.302]],
        "momentum from whole numbers",
        hint="points and velocity are floats, also where x0 holds whole numbers",
        mistakes={
            "points or velocity are cut to whole numbers: copy x0 with dtype=float": [
                [1],
                [0],
                [0],
                [0],
            ],
            "the velocity is cut to whole numbers: make it of floats": [[1], [1], [1], [1]],
        },
    )
    check.dtype(
        momentum(lambda x: 2 * x, np.array([3, 4]), 0.1, 0.5, 0),
        "floating",
        "momentum from whole numbers with 0 steps",
    )
    rng_check = np.random.default_rng(56)
    for n_check, beta_check in ((1, 0.9), (2, 0.3), (4, 0.75)):
        A_check = np.diag(rng_check.uniform(0.5, 4, size=n_check))
        x_check = rng_check.integers(1, 9, size=n_check)
        with check.not_mutated(x0=x_check):
            got_check = momentum(lambda x, A=A_check: A @ x, x_check, 0.125, beta_check, 12)
        variable_check = keras.Variable(x_check.astype("float32"))
        optimizer_check = keras.optimizers.SGD(0.125, momentum=beta_check)
        keras_check = [keras.ops.convert_to_numpy(variable_check)]
        for _ in range(12):
            slope_check = (A_check @ keras_check[-1]).astype("float32")
            optimizer_check.apply([keras.ops.convert_to_tensor(slope_check)], [variable_check])
            keras_check.append(np.array(keras.ops.convert_to_numpy(variable_check)))
        check.shape(got_check, (13, n_check), "momentum from another start")
        check.close(
            got_check,
            keras_check,
            "momentum against keras.optimizers.SGD(momentum=beta)",
            rtol=1e-4,
            atol=1e-4,
            hint="v = beta v - learning_rate * gradient, then x = x + v, in floats",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "momentum-rest", "points": 1}
with check.visible("momentum: plain descent, and no step"):
    check.close(
        momentum(lambda x: np.array([2.0, 6.0]) * x, np.array([1.0, 1.0]), 0.1, 0.0, 2),
        [[1, 1], [0.8, 0.4], [0.64, 0.16]],
        "momentum with beta = 0, which is plain gradient descent",
    )
    check.close(
        momentum(lambda x: 2 * x, np.array([3.0, 4.0]), 0.1, 0.9, 0),
        [[3, 4]],
        "momentum with 0 steps",
        hint="the path is the start alone, of shape (1, 2)",
    )
### BEGIN HIDDEN TESTS
with check.hidden("momentum: begins at rest"):
    for start_check in (4.0, -8.0, 4.0):
        with check.not_mutated(x0=(x_check := np.array([start_check, 0.0]))):
            got_check = momentum(lambda x: x, x_check, 0.5, 0.5, 4)
        # x: 1, 0.5, 0, -0.25, -0.25 times the start, by hand
        check.close(
            got_check,
            start_check * np.array([[1, 0], [0.5, 0], [0, 0], [-0.25, 0], [-0.25, 0]]),
            "momentum called again",
            hint="the velocity begins at 0 in every call, and no call may change the last one's",
            mistakes={
                "stops where the ground is level: the velocity carries it on": start_check
                * np.array([[1, 0], [0.5, 0], [0, 0]]),
            },
        )
    for slope_check in (1.0, 0.5):
        check.close(
            momentum(lambda x, slope=slope_check: slope * x, np.array([8.0]), 1.0, 0.5, 2),
            [
                [8],
                [8 * (1 - slope_check)],
                [(1 - slope_check) * 8 * (1 - slope_check) - 4 * slope_check],
            ],
            "momentum from the same start on another slope",
            hint="nothing may be kept from one call to the next",
        )
    for beta_check in (0.0, 0.5, 0.9):
        check.close(
            momentum(lambda x: 0 * x + 1, np.zeros(3), 0.5, beta_check, 2)[-1],
            np.full(3, -0.5 * (2 + beta_check)),
            "momentum on an even slope",
            hint="the second step is 1 + beta times as long as the first",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "momentum-saddle", "points": 1}
with check.visible("momentum: past the saddle"):
    saddle_check = LANDSCAPES["saddle"].gradient
    end_check = check.to_numpy(momentum(saddle_check, np.array([1.5, 0.001]), 0.1, 0.9, 40))[0]
    if check.shape(end_check, (41, 2), "momentum on the saddle, 40 steps"):
        check.that(
            bool(np.max(np.abs(end_check[:, 1])) > 0.9),
            "momentum on the saddle: should be in one of the two valleys within 40 steps",
            expected="|x2| above 0.9 somewhere on the path",
            got=end_check[-1],
        )
### BEGIN HIDDEN TESTS
with check.hidden("momentum: past the saddle"):
    for side_check, height_check in ((1, 0.002), (-1, 0.0005)):
        start_check = np.array([-1.2, side_check * height_check])
        end_check = check.to_numpy(momentum(saddle_check, start_check, 0.1, 0.9, 120))[0]
        check.shape(end_check, (121, 2), "momentum on the saddle")
        check.close(
            end_check[-1],
            [0, side_check],
            "the end of momentum's path from another place near the ridge",
            rtol=0.05,
            atol=0.05,
            hint="should settle in the valley on the side where it started",
        )
### END HIDDEN TESTS

# %% [markdown]
# Two walkers start at $(1.5,\ 0.001)$, a thousandth beside the ridge, with the learning rate 0.1.
#
# **Predict**: after 40 steps, where is the one with momentum 0.9, and where is the plain one? Then
# press *Play*. (Where nothing can be pressed, the picture shows the end.)

# %%
saddle = LANDSCAPES["saddle"]
walkers = {
    "momentum 0.9": momentum(saddle.gradient, np.array(saddle.start), 0.1, 0.9, 40),
    "plain": gradient_descent(saddle.gradient, np.array(saddle.start), 0.1, 40),
}
animate_descent(
    saddle.f,
    walkers,
    saddle.box,
    frames=21,
    title="Step {step}: who leaves the saddle?",
    words="After 40 steps momentum circles in the upper valley; plain descent is at the saddle.",
)

# %%
for beta in (0.0, 0.5, 0.9):
    path = np.asarray(momentum(saddle.gradient, np.array(saddle.start), 0.1, beta, 300))
    left = np.flatnonzero(np.abs(path[:, 1]) > 0.5)[0]
    high = saddle.f(path.T) - saddle.lowest > 1e-4
    print(f"beta {beta}: leaves at step {left}, at the bottom from step {np.flatnonzero(high)[-1]}")

# %% [markdown]
# Both slide to the saddle. There the walker with momentum arrives fast, overshoots, and is past
# $\lvert x_2 \rvert = 0.5$ after 25 steps; the plain one needs 67. But read the last column too:
# momentum 0.9 then circles in its valley for a long time, and 0.5 is at the bottom first. Inertia
# helps you along a plateau and hinders you in coming to rest.
#
# Is it a cure for saddles? From $(1.5,\ 0)$, exactly on the ridge, the slope across it is 0, and no
# momentum changes that: zero times anything is zero. In practice something always nudges: random
# starts, rounding, and the noise of mini-batches, further down.
#
# ### The explorer
#
# Choose a landscape, a start, a learning rate and a momentum; the path follows at once. The right
# picture shows the height that is left, on a logarithmic scale. Where the notebook runs without
# anybody there, a still picture stands in.

# %%
explorer = DescentExplorer("two valleys", learning_rate=0.1, momentum=0.9, steps=60).show()

# %% [markdown]
# Try, one at a time:
#
# 1. *Bowl*: which learning rate gets there in a single step? (Its $L$ is 1.)
# 2. *Ravine*, momentum 0: find the threshold. Then stay just below it and raise the momentum.
# 3. *Saddle*: set the start exactly on the ridge, $x_2 = 0$. What does momentum do now?
# 4. *Two valleys*: from which starts does plain descent end in the higher valley, on the right?
#
# The same with fixed values, for those who only read:

# %%
trials = [
    DescentExplorer("bowl", learning_rate=1.0, steps=1),
    DescentExplorer("ravine", learning_rate=0.09, steps=30),
    DescentExplorer("ravine", learning_rate=0.09, momentum=0.5, steps=30),
    DescentExplorer("ravine", learning_rate=0.11, momentum=0.5, steps=30),
    DescentExplorer("saddle", learning_rate=0.1, momentum=0.9, start=(1.5, 0.0), steps=60),
    DescentExplorer("two valleys", learning_rate=0.1, steps=60),
    DescentExplorer("two valleys", learning_rate=0.1, momentum=0.9, steps=200),
]
for trial in trials:
    print(trial)

# %% [markdown]
# In the ravine, momentum 0.5 takes the height after 30 steps from 0.011 to $2 \cdot 10^{-8}$, and
# moves the threshold: 0.11 would diverge without it (with it, the threshold is
# $2(1 + \beta)/L = 0.15$). On the ridge of the saddle momentum does nothing. In the two valleys,
# plain descent ends in the valley where it started, 0.2 above the lowest point; momentum happened
# to roll over the pass into the deeper one. *Happened to*: from $(0.3, 1)$ it does not, and nothing
# in the method looks for the deepest valley.
#
# **So what.** A gradient knows the ground underfoot and nothing else. Where you start decides where
# you end; momentum smooths the way, speeds up ravines and plateaus, and promises no best minimum.

# %% [markdown]
# ## When to stop
#
# "Stop when the gradient is small" has a weakness: near a saddle it is small as well.
#
# **Predict**: two of these three walks end at the saddle. Which ones?

# %%
for height, tolerance in ((0.0, 0.01), (0.001, 0.01), (0.001, 0.1)):
    path = gradient_descent(saddle.gradient, np.array([1.5, height]), 0.1, 500, tolerance)
    print(f"from (1.5, {height}), tolerance {tolerance}: {len(path) - 1} steps, ", end="")
    print(f"to ({path[-1][0]:.2f}, {path[-1][1]:.2f})")

# %% [markdown]
# The first walk came along the ridge. The second got away from it and found the minimum at
# $(0, 1)$; the third is the same walk with a looser tolerance, and reports success after 26 steps,
# a tenth away from the saddle.
#
# In training we watch the loss on validation data instead, and stop when it no longer improves.
# Such a loss is noisy, so a single bad step means nothing. **Early stopping** has **patience**:
#
# - remember the lowest loss so far, the step it belongs to, and the **weights of that step**;
# - a step that is not *below* that lowest loss has brought no improvement;
# - after `patience` such steps in a row, stop, and go back to the remembered weights.
#
# The last point matters: by then, the weights at hand are `patience` steps past the best.
#
# ### Exercise: early stopping (3 points)
#
# The losses arrive as a list, as if a training run had produced them one by one: what comes after
# the stop was never seen.


# %% nbgrader={"grade_id": "stop_when_no_improvement", "solution": true}
def stop_when_no_improvement(losses, patience, weights):
    """Where early stopping ends a run, and the weights it goes back to.

    Parameters
    ----------
    losses : list or array of numbers, at least one
        The validation loss after each step. The first is finite; later ones may be nan or inf,
        which is never an improvement.
    patience : integer, 1 or more
        The run stops at the first step at which, for so many steps in a row (itself included),
        no loss has been below the lowest loss before them. An equal loss is no improvement.
    weights : list of arrays
        The weights after each step, as many as there are losses.

    Returns
    -------
    stopped : int
        The step at which the run stopped, from 0; the last one if patience never ran out.
    best : int
        The step of the lowest loss up to and including `stopped`, the first such step if several.
    best_weights : array
        The weights after step `best`.

    Raises
    ------
    ValueError
        If patience is below 1.

    Example
    -------
    losses [5, 4, 3, 3.5, 3.4, 3.3, 2], patience 3: steps 3, 4 and 5 are not below 3. The run
    stops at step 5, the best is step 2, and the 2 at the end is never seen.
    The result is (5, 2, weights[2]).
    """
    ### BEGIN SOLUTION
    if patience < 1:
        raise ValueError(f"patience must be 1 or more, not {patience}")
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best >= patience:
            break
    return step, best, weights[best]
    ### END SOLUTION


# %% nbgrader={"grade_id": "stop_when_no_improvement-stops", "points": 1}
losses_check = [5.0, 4.0, 3.0, 3.5, 3.4, 3.3, 3.2, 2.0, 2.5, 2.6, 2.7]
weights_check = [np.array([10.0 + step, -step]) for step in range(11)]
with check.visible("stop_when_no_improvement: where it stops"):
    with check.not_mutated(losses=losses_check, weights=weights_check):
        got_check = stop_when_no_improvement(losses_check, 3, weights_check)
    if check.that(
        type(got_check) in (tuple, list) and len(got_check) == 3,
        "stop_when_no_improvement(losses, 3, weights): returns stopped, best and best_weights",
    ):
        check.equal(
            got_check[0],
            5,
            "where [5, 4, 3, 3.5, 3.4, 3.3, 3.2, 2, ...] stops with patience 3",
            mistakes={
                "one step late: steps count from 0, and the third without improvement is the last": 6,
                "one worse step is not enough: wait until there were `patience` in a row": 3,
                "one step early: the step with the lowest loss itself is not one of the three": 4,
                "a step improves if it is below the lowest loss so far, not just below the one "
                "before it; and nothing after the stop may be looked at": 10,
                "no loss seems to improve: the lowest so far begins as the first loss, not as 0": 2,
            },
        )
    got_check = stop_when_no_improvement([4.0, 5, 3, 4, 2, 3, 3, 1], 2, weights_check[:8])
    check.equal(
        got_check[0],
        6,
        "where [4, 5, 3, 4, 2, 3, 3, 1] stops with patience 2",
        mistakes={
            "after an improvement the count begins again at 0": 3,
            "steps 5 and 6 are two in a row without improvement, so it ends at 6": 7,
            "no loss seems to improve: the lowest so far begins as the first loss, not as 0": 1,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("stop_when_no_improvement: where it stops"):
    rng_check = np.random.default_rng(57)
    watched_check = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])
    for patience_check in (1, 2, 3, 5):
        for length_check in (1, 4, 9, 25):
            # Quarters, so that ties occur and float32 is exact.
            drawn_check = rng_check.integers(1, 40, size=length_check) / 4
            losses_check = (drawn_check + np.arange(length_check, 0, -1)).tolist()
            weights_check = list(rng_check.normal(size=(length_check, 2)))
            watched_check.stop_training = False
            callback_check = keras.callbacks.EarlyStopping("val_loss", patience=patience_check)
            callback_check.set_model(watched_check)
            callback_check.on_train_begin()
            for stopped_check, loss_check in enumerate(losses_check):
                callback_check.on_epoch_end(stopped_check, {"val_loss": loss_check})
                if watched_check.stop_training:
                    break
            got_check = stop_when_no_improvement(losses_check, patience_check, weights_check)
            check.that(
                type(got_check) in (tuple, list) and len(got_check) == 3,
                "stop_when_no_improvement: returns three things also where patience never runs "
                "out; stopped is the last step then",
            )
            check.equal(
                got_check[0],
                stopped_check,
                "where other runs stop, as keras.callbacks.EarlyStopping has it",
                hint="stop as soon as `patience` steps in a row have brought no improvement",
            )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "stop_when_no_improvement-best", "points": 1}
losses_check = [5.0, 4.0, 3.0, 3.5, 3.4, 3.3, 3.2, 2.0, 2.5, 2.6, 2.7]
weights_check = [np.array([10.0 + step, -step]) for step in range(11)]
with check.visible("stop_when_no_improvement: the best step and its weights"):
    got_check = stop_when_no_improvement(losses_check, 3, weights_check)
    check.equal(
        got_check[1],
        2,
        "the best step of [5, 4, 3, 3.5, 3.4, 3.3, 3.2, 2, ...] with patience 3",
        mistakes={
            "this is the lowest loss of all; the run had stopped before it": 7,
            "this is where it stopped; the best step lies before": 5,
            "this is the loss; the step is wanted": 3.0,
        },
    )
    check.close(
        got_check[2],
        [12, -2],
        "its weights",
        mistakes={
            "these are the weights at the stop: go back to the best step": [15, -5],
            "these are the last weights of all; the run had stopped before": [20, -10],
            "these are the weights of the lowest loss of all, after the stop": [17, -7],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("stop_when_no_improvement: the best step and its weights"):
    rng_check = np.random.default_rng(58)
    for patience_check in (1, 2, 4, 40):
        for length_check in (1, 5, 20):
            losses_check = rng_check.uniform(0, 1, size=length_check)
            weights_check = list(rng_check.normal(size=(length_check, 3)))
            with check.not_mutated(losses=losses_check, weights=weights_check):
                got_check = stop_when_no_improvement(losses_check, patience_check, weights_check)
            ends_check = [
                k
                for k in range(length_check)
                if k - np.argmin(losses_check[: k + 1]) >= patience_check
            ]
            seen_check = losses_check[: (ends_check or [length_check - 1])[0] + 1]
            check.equal(
                got_check[1],
                int(np.argmin(seen_check)),
                "the best step of other runs",
                hint="the lowest loss among those that the run has seen",
            )
            check.close(
                got_check[2],
                weights_check[int(np.argmin(seen_check))],
                "the weights of other runs",
                hint="those of the best step",
            )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "stop_when_no_improvement-edges", "points": 1}
weights_check = [np.array([float(step)]) for step in range(6)]
with check.visible("stop_when_no_improvement: ties, and patience 0"):
    check.equal(
        stop_when_no_improvement([2.0, 1.0, 1.0, 1.0, 0.5, 2.0], 2, weights_check)[:2],
        (3, 1),
        "stopped and best for [2, 1, 1, 1, 0.5, 2] with patience 2",
        hint="an equal loss is no improvement, and the first of equal losses is the best",
        mistakes={
            "an equal loss counts as an improvement: it has to be below the lowest": (5, 4),
            "of equal losses the first is the best": (3, 3),
        },
    )
    check.raises(
        ValueError,
        stop_when_no_improvement,
        [2.0, 1.0],
        0,
        weights_check[:2],
        what="stop_when_no_improvement with patience 0",
        hint="such a run would stop before it began: look at patience first",
    )
### BEGIN HIDDEN TESTS
with check.hidden("stop_when_no_improvement: nan, inf and short runs"):
    nan_check, inf_check = float("nan"), float("inf")
    check.equal(
        stop_when_no_improvement(
            [3.0, nan_check, 2.0, nan_check, nan_check, 1.0], 2, weights_check
        )[:2],
        (4, 2),
        "stopped and best for a run with nan in it",
        hint="nan is never an improvement, and counts as a step without one",
        mistakes={
            "nan is taken for an improvement, or not counted: it is never below the lowest, so it "
            "is one more step without improvement": (5, 5),
            "np.argmin takes nan for the lowest: compare the losses one by one": (3, 1),
        },
    )
    for losses_check, patience_check, right_check in (
        ([3.0, nan_check, 2.0, nan_check, nan_check, 1.0], 2, (4, 2)),
        ([3.0, 2.0, nan_check, nan_check, 1.0, nan_check], 4, (5, 4)),
        ([3.0, nan_check, nan_check, nan_check, 1.0], 3, (3, 0)),
        ([3.0, inf_check, 2.0, inf_check], 2, (3, 2)),
        ([1.0], 1, (0, 0)),
        ([1.0, 2.0], 5, (1, 0)),
        ([3.0, 2.0, 1.0], 1, (2, 2)),
        ([0.0, 0.0, -1.0], 1, (1, 0)),
        ([-1.0, -2.0, -2.0, -3.0], 2, (3, 3)),
        ([1.0, 0.99999, 0.99998, 0.99997], 1, (3, 3)),
    ):
        got_check = stop_when_no_improvement(
            losses_check, patience_check, weights_check[: len(losses_check)]
        )
        check.equal(
            got_check[:2],
            right_check,
            "stopped and best for a short run, or one with nan, inf or negative losses",
            hint="nan and inf are never an improvement, a lower loss always is, by however little, "
            "and a run may end before patience does",
        )
        check.close(got_check[2], [right_check[1]], "the weights of such a run")
    check.raises(
        ValueError,
        stop_when_no_improvement,
        [2.0, 1.0],
        -1,
        weights_check[:2],
        what="stop_when_no_improvement with a negative patience",
    )
### END HIDDEN TESTS

# %% [markdown]
# How much patience? Here is plain descent past the saddle once more. Its loss is measured with some
# noise (standard deviation 0.01), as a loss on a few hundred validation rows would be.
#
# **Predict**: at about which step do patience 5 and patience 40 stop?

# %%
path = np.asarray(gradient_descent(saddle.gradient, np.array(saddle.start), 0.1, 200))
noisy = saddle.f(path.T) + np.random.default_rng(3).normal(0, 0.01, len(path))
figure, ax = plt.subplots(figsize=(8, 3.8))
ax.plot(noisy, linewidth=1.2)
for patience, colour in ((5, "C1"), (40, "C2")):
    stopped, best, point = stop_when_no_improvement(noisy, patience, path)
    ax.axvline(stopped, color=colour, linestyle="--", label=f"patience {patience}")
    print(
        f"patience {patience:2}: stops at {stopped}, goes back to {best}, f = {saddle.f(point):.3f}"
    )
ax.set(xlabel="step", ylabel="loss, measured with noise", title="A plateau is not the end")
_ = ax.legend()

# %% [markdown]
# Look at the level part from step 20 to 50: that is the saddle. Patience 5 takes it for the end,
# stops at 35 and goes back to a loss near 0, a quarter above what was to be had. Patience 40 waits
# it out and gets −0.25, the minimum. It pays for that at the other end: the bottom was reached near
# step 80, the noise went on setting small records until 116, and only at 156 did patience run out.
# No rule can know from the losses so far whether a plateau has a far side.
#
# **So what.** Patience should be longer than the plateaus you expect and longer than the noise
# lasts: tens of epochs rather than three. Too short gives a bad model, too long only costs time.

# %% [markdown]
# ## Where to start
#
# For the weights of a network there is an obvious start, all zeros, and with hidden layers it never
# works. Neurons of a layer that begin with equal weights compute the same output, receive the same
# gradient, take the same step, and stay equal for ever. A layer of a hundred is then one neuron, a
# hundred times. To **break the symmetry**, weights begin as random numbers. (Biases may begin at 0:
# different weights are enough. And a linear model, which has no hidden layer, may begin at 0
# altogether.)
#
# **Predict**: three networks 2 → 4 → 1 learn the cubic task. Their weights begin at 0, at 0.5, and
# at random. How will the four columns of the hidden kernel, one for each neuron, differ?


# %%
def train_from(initializer):
    """The final loss and hidden kernel of a network 2 → 4 → 1 after 20 epochs on [-1, 1]."""
    keras.utils.set_random_seed(5)
    hidden = layers.Dense(4, activation="relu", kernel_initializer=initializer)
    output = layers.Dense(1, kernel_initializer=initializer)
    model = keras.Sequential([keras.Input(shape=(2,)), hidden, output])
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
    losses = model.fit(X_near, y_near, epochs=20, batch_size=32, verbose=0).history["loss"]
    return losses[-1], hidden.get_weights()[0]


# %%
print(f"mean baseline {y_near.var():.3f}")
starts = {"zeros": "zeros", "all 0.5": keras.initializers.Constant(0.5), "He": "he_normal"}
for name, initializer in starts.items():
    loss, kernel = train_from(initializer)
    print(f"{name}: loss {loss:.3f}", *kernel.round(2), sep="\n   ")

# %% [markdown]
# Look along the rows: with zeros nothing has moved, because a ReLU at 0 passes no gradient on and
# an output weight of 0 sends none back; the loss of 0.549 is the mean baseline, learnt by the
# output's bias. With 0.5 the four neurons have learnt, and are still copies of one another: 0.147
# is the work of a single neuron. The random start reaches 0.089 with four different neurons.
#
# ### How large?
#
# Random, then; but how large? Let a neuron have $n$ inputs $a_i$ and independent weights of mean 0
# and variance $\operatorname{Var}(w)$. Then its pre-activation $z = \sum_i w_i a_i$ has
#
# $$\operatorname{E}[z^2] = n \operatorname{Var}(w) \operatorname{E}[a^2],$$
#
# where $\operatorname{E}$ is the mean over weights and inputs. A layer multiplies the mean square
# by $n \operatorname{Var}(w)$, and the next layer does so again. After 20 layers the factor stands
# to the power of 20: unless it is close to 1, signals explode or vanish, and so do gradients, which
# travel the same way back. With **fan-in** $n_{\text{in}}$, the number of a layer's inputs, and
# **fan-out** $n_{\text{out}}$, that of its neurons, two choices keep it near 1:
#
# | scheme | variance | made for |
# | --- | --- | --- |
# | **Glorot** (Xavier) | $2 / (n_{\text{in}} + n_{\text{out}})$ | tanh, sigmoid, linear layers |
# | **He** (Kaiming) | $2 / n_{\text{in}}$ | ReLU, which loses half of the mean square |
#
# Glorot's is a compromise: forwards $1/n_{\text{in}}$ would be right, backwards $1/n_{\text{out}}$.
#
# ### Exercise: initial weights (3 points)
#
# Write `initialise(shape, scheme, seed)`. The table gives variances; generators such as NumPy's
# `normal` ask for the standard deviation, its square root.


# %% nbgrader={"grade_id": "initialise", "solution": true}
def initialise(shape, scheme, seed):
    """Initial weights of a dense layer.

    Parameters
    ----------
    shape : (fan_in, fan_out)
        Inputs and neurons of the layer, both 1 or more.
    scheme : str
        "zeros"  - all weights are 0
        "normal" - the standard normal distribution: mean 0, standard deviation 1
        "glorot" - mean 0, variance 2 / (fan_in + fan_out)
        "he"     - mean 0, variance 2 / fan_in
        Except with "zeros" every weight is drawn independently. For "glorot" and "he" any
        distribution of that mean and variance will do, normal or uniform.
    seed : integer, 0 or more
        The same seed gives the same weights, another seed gives others.

    Returns
    -------
    array of that shape, of floats

    Raises
    ------
    ValueError
        If the scheme is none of the four.

    Example
    -------
    initialise((400, 100), "he", 0) has the shape (400, 100), a mean of about 0 and a standard
    deviation of about sqrt(2 / 400) = 0.071.
    """
    ### BEGIN SOLUTION
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 2 / (fan_in + fan_out), "he": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(f"scheme must be one of {', '.join(variances)}, not {scheme!r}")
    return np.random.default_rng(seed).normal(0, np.sqrt(variances[scheme]), shape)
    ### END SOLUTION


# %% nbgrader={"grade_id": "initialise-form", "points": 1}
with check.visible("initialise: shape and names"):
    for scheme_check in ("zeros", "normal", "glorot", "he"):
        got_check = initialise((3, 5), scheme_check, 0)
        if check.shape(got_check, (3, 5), f"initialise((3, 5), {scheme_check!r}, 0)"):
            check.dtype(got_check, "floating", f"initialise((3, 5), {scheme_check!r}, 0)")
    check.close(initialise((2, 3), "zeros", 0), np.zeros((2, 3)), "initialise((2, 3), 'zeros', 0)")
    check.raises(
        ValueError,
        initialise,
        (3, 5),
        "best",
        0,
        what="initialise with the scheme 'best'",
        hint="look at the name first: none of the four is a ValueError, neither a KeyError nor 0s",
    )
### BEGIN HIDDEN TESTS
with check.hidden("initialise: shape and names"):
    for shape_check in ((1, 1), (1, 4), (7, 1), (30, 20)):
        for scheme_check in ("zeros", "normal", "glorot", "he"):
            got_check = initialise(shape_check, scheme_check, 8)
            check.shape(got_check, shape_check, "initialise with other shapes")
            check.finite(got_check, "initialise with other shapes")
        check.close(
            initialise(shape_check, "zeros", 3), np.zeros(shape_check), "initialise with zeros"
        )
    for scheme_check in ("", "lecun", "uniform", "zero", "glorot_uniform", "he_normal"):
        check.raises(
            ValueError, initialise, (4, 4), scheme_check, 0, what="initialise, another unknown name"
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "initialise-scale", "points": 1}
with check.visible("initialise: mean and standard deviation"):
    for scheme_check, right_check in (("normal", 1.0), ("glorot", 0.0632456), ("he", 0.0707107)):
        drawn_check = check.to_numpy(initialise((400, 100), scheme_check, 1))[0].astype(float)
        called_check = f"initialise((400, 100), {scheme_check!r}, 1)"
        if check.shape(drawn_check, (400, 100), called_check):
            check.close(
                drawn_check.mean() / right_check,
                0.0,
                f"the mean of {called_check}, in standard deviations",
                atol=0.05,
                hint="should be near 0: weights of both signs are needed",
            )
            check.close(
                drawn_check.std(),
                right_check,
                f"the standard deviation of {called_check}",
                rtol=0.03,
                mistakes={
                    "this is the variance: the generator wants its square root": right_check**2,
                    "a bound of sqrt(2 / n) for a uniform distribution gives too little: its "
                    "standard deviation is the bound over sqrt(3)": right_check / np.sqrt(3),
                    "the 2 is missing": right_check / np.sqrt(2),
                    "fan_out was taken for fan_in, which is shape[0]": 0.141421,
                    "the weights are as large as with 'normal'": 1.0,
                    "this is He's; Glorot's has fan_in + fan_out": 0.0707107,
                    "this divides 2 by the mean of fan_in and fan_out; Glorot's has their sum": (
                        0.0894427
                    ),
                    "this is cut off at two standard deviations, which makes it narrower": (
                        right_check * 0.8796
                    ),
                    "this is Glorot's; He's has fan_in alone": 0.0632456,
                    "this divides by the number of weights": np.sqrt(2 / 40000),
                },
            )
### BEGIN HIDDEN TESTS
with check.hidden("initialise: mean and standard deviation"):
    for shape_check, seed_check in (((100, 400), 3), ((50, 1000), 4), ((900, 60), 5)):
        rights_check = {
            "normal": 1.0,
            "glorot": np.sqrt(2 / sum(shape_check)),
            "he": np.sqrt(2 / shape_check[0]),
        }
        for scheme_check, right_check in rights_check.items():
            drawn_check = initialise(shape_check, scheme_check, seed_check)
            drawn_check = check.to_numpy(drawn_check)[0].astype(float)
            check.shape(drawn_check, shape_check, "initialise with other shapes")
            check.close(drawn_check.mean() / right_check, 0.0, "the mean of the weights", atol=0.05)
            check.close(
                drawn_check.std(),
                right_check,
                "the standard deviation of the weights for other shapes",
                rtol=0.03,
                hint="follow the variances of the docstring, for any fan_in and fan_out",
                mistakes={
                    "this is the variance: the generator wants its square root": right_check**2,
                    "the 2 is missing": right_check / np.sqrt(2),
                },
            )
            if scheme_check == "normal":
                check.close(
                    np.mean(np.abs(drawn_check) > 2),
                    0.0455,
                    "the share of weights beyond two standard deviations",
                    atol=0.008,
                    hint="'normal' asks for the normal distribution",
                )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "initialise-seed", "points": 1}
with check.visible("initialise: the seed"):
    first_check = check.to_numpy(initialise((6, 4), "he", 7))[0]
    check.close(
        initialise((6, 4), "he", 7),
        first_check,
        "initialise with the same seed again",
        hint="gives other weights: make the generator from the seed, anew in each call",
    )
    other_check = check.to_numpy(initialise((6, 4), "he", 8))[0]
    check.that(
        other_check.shape == first_check.shape and bool(np.all(other_check != first_check)),
        "initialise with another seed: gives the same weights; hand the seed to the generator",
    )
### BEGIN HIDDEN TESTS
with check.hidden("initialise: independent draws"):
    for scheme_check in ("normal", "glorot", "he"):
        drawn_check = check.to_numpy(initialise((200, 150), scheme_check, 2))[0].astype(float)
        check.shape(drawn_check, (200, 150), "initialise with other shapes")
        check.that(
            len(np.unique(drawn_check)) > 0.9 * drawn_check.size,
            "initialise: repeats weights; every weight is drawn for itself",
        )
        for table_check in (drawn_check, drawn_check.T):
            related_check = np.corrcoef(table_check)[np.triu_indices(len(table_check), 1)]
            check.that(
                bool(np.max(np.abs(related_check)) < 0.6),
                "initialise: rows or columns follow one another; draw every weight for itself",
            )
        others_check = [
            check.to_numpy(initialise((200, 150), scheme_check, seed))[0] for seed in (2, 3, 1000)
        ]
        check.close(others_check[0], drawn_check, "initialise with the same seed again")
        check.close(
            initialise((3, 4), scheme_check, 0),
            check.to_numpy(initialise((3, 4), scheme_check, 0))[0],
            "initialise with the seed 0 twice",
            hint="gives other weights: 0 is a seed like any other",
        )
        check.that(
            bool(np.mean(others_check[1] == others_check[2]) < 0.1)
            and bool(np.mean(others_check[0] == others_check[1]) < 0.1),
            "initialise with other seeds: gives the same weights",
        )
### END HIDDEN TESTS

# %% [markdown]
# Now twenty ReLU layers of 256 neurons, and a batch of standard normal inputs. How large are the
# activations of each layer? We look at their root mean square.


# %%
def sizes_by_layer(weights_of_layer, depth=20, width=256):
    """Root mean square of the activations before and after each of `depth` ReLU layers."""
    activations = np.random.default_rng(0).normal(size=(200, width))
    sizes = [1.0]
    for number in range(depth):
        activations = np.maximum(activations @ weights_of_layer((width, width), number), 0)
        sizes.append(np.sqrt(np.mean(activations**2)))
    return sizes


# %%
figure, ax = plt.subplots(figsize=(7.5, 3.8))
schemes = {
    "unit Gaussian": lambda shape, seed: initialise(shape, "normal", seed),
    "He": lambda shape, seed: initialise(shape, "he", seed),
    "Glorot": lambda shape, seed: initialise(shape, "glorot", seed),
    "0.01 × unit Gaussian": lambda shape, seed: 0.01 * initialise(shape, "normal", seed),
}
for name, weights_of_layer in schemes.items():
    sizes = sizes_by_layer(weights_of_layer)
    ax.semilogy(sizes, label=f"{name}: {sizes[-1]:.1g}")
ax.set(xlabel="layer", ylabel="size of the activations", xticks=range(0, 21, 4))
ax.set_title("Only He's weights carry a signal through 20 ReLU layers")
_ = ax.legend(title="after 20 layers", loc="upper left", bbox_to_anchor=(1, 1))

# %% [markdown]
# All four are straight lines on the logarithmic scale: the same factor at every layer. The unit
# Gaussian multiplies by $\sqrt{256/2} \approx 11$ each time and ends near $10^{21}$; a hundredth of
# it, the "small random numbers" of old tutorials, ends near $10^{-19}$. With Glorot's variance,
# ReLU halves the mean square at each layer, and a thousandth is left, $2^{-10}$; with He's the
# size stays near 1. To be honest, in a network with one narrow hidden layer a unit Gaussian does
# little harm: the factor is there too, but not to the power of 20.
#
# **So what.** Keras's `Dense` starts with Glorot's weights (uniform) and zero biases. For ReLU, say
# `kernel_initializer="he_normal"`; in shallow networks the difference is small.

# %% [markdown]
# ## A few rows at a time
#
# The loss is a mean over all rows, and so is its gradient. For a million rows, that is a million
# terms for one single step. **Stochastic gradient descent** takes the mean over a small random
# sample instead, a **mini-batch** of $B$ rows:
#
# $$\mathbf{g} = \frac1B \sum_{i \in \text{batch}} \nabla \ell_i(\mathbf{w}),$$
#
# with $\ell_i$ the loss of row $i$. On average $\mathbf{g}$ is the true gradient; its standard
# deviation falls with $1/\sqrt{B}$. So 100 times the rows make it only 10 times as exact, and many
# rough steps beat few exact ones. In practice rows are drawn without putting them back: shuffle,
# then cut into pieces of $B$ rows. One pass through all of them is an **epoch**; the next one
# shuffles anew.
#
# ### Exercise: mini-batches (3 points)
#
# Write `minibatches(X, y, size, seed)`: one epoch, cut into batches.


# %% nbgrader={"grade_id": "minibatches", "solution": true}
def minibatches(X, y, size, seed):
    """One epoch: all rows in random order, a batch at a time.

    Parameters
    ----------
    X : array of shape (n, ...), n >= 1
    y : array of shape (n,) or (n, k)
        Row i of y belongs to row i of X. Both are left as they were.
    size : integer, 1 or more
        Rows in a batch. The last batch is smaller if `size` does not divide n.
    seed : integer, 0 or more
        The same seed gives the same batches, another seed gives another order.

    Returns
    -------
    list of (X_batch, y_batch), or a generator of them
        Every row occurs exactly once.

    Raises
    ------
    ValueError
        If X and y have different numbers of rows, or size is below 1.

    Example
    -------
    10 rows with size 4 give three batches, of 4, 4 and 2 rows.
    """
    ### BEGIN SOLUTION
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(seed).permutation(len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
    ### END SOLUTION


# %% nbgrader={"grade_id": "minibatches-sizes", "points": 1}
X_check, y_check = np.arange(20.0).reshape(10, 2), np.arange(10.0) * 100
with check.visible("minibatches: the sizes"):
    with check.not_mutated(X=X_check, y=y_check):
        got_check = list(minibatches(X_check, y_check, 4, 0))
    if check.that(
        all(type(batch) in (tuple, list) and len(batch) == 2 for batch in got_check),
        "minibatches(X, y, 4, 0): should give pairs (X_batch, y_batch)",
    ) and check.equal(
        [np.shape(rows)[0] for rows, _ in got_check],
        [4, 4, 2],
        "the sizes of the batches for 10 rows and size 4",
        mistakes={
            "the last, smaller batch is dropped: its rows count too": [4, 4],
            "all batches are filled, the last one with rows that had their turn": [4, 4, 4],
            "these are batches of nearly equal size; fill each one before the next": [4, 3, 3],
            "size is the number of rows in a batch, not the number of batches": [3, 3, 2, 2],
            "the smaller batch comes last": [2, 4, 4],
        },
    ):
        check.shape(got_check[0][0], (4, 2), "the first X_batch")
        check.shape(got_check[0][1], (4,), "the first y_batch")
### BEGIN HIDDEN TESTS
with check.hidden("minibatches: the sizes"):
    for n_check, size_check in ((1, 1), (1, 5), (6, 3), (7, 3), (7, 1), (5, 9), (64, 64), (65, 64)):
        got_check = list(
            minibatches(np.zeros((n_check, 3, 2)), np.zeros((n_check, 4)), size_check, 1)
        )
        right_check = [size_check] * (n_check // size_check)
        right_check += [n_check % size_check] if n_check % size_check else []
        check.equal(
            [np.shape(rows)[0] for rows, _ in got_check],
            right_check,
            "the sizes of the batches for other numbers of rows",
            hint="full batches first, then what is left, if anything is",
        )
        for (rows_check, targets_check), rows in zip(got_check, right_check, strict=True):
            check.shape(rows_check, (rows, 3, 2), "an X_batch of an X with three axes")
            check.shape(targets_check, (rows, 4), "a y_batch of a y with two axes")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "minibatches-rows", "points": 1}
X_check, y_check = np.arange(20.0).reshape(10, 2), np.arange(10.0) * 100
with check.visible("minibatches: every row once, with its own target"):
    got_check = list(minibatches(X_check, y_check, 4, 0))
    rows_check = np.concatenate([np.asarray(rows) for rows, _ in got_check])
    targets_check = np.concatenate([np.asarray(targets) for _, targets in got_check])
    if check.shape(rows_check, (10, 2), "all batches of X together"):
        check.close(
            np.sort(rows_check[:, 0]),
            X_check[:, 0],
            "the rows of X, sorted again",
            hint="each row should occur exactly once: draw without putting back",
        )
        check.close(
            targets_check,
            rows_check[:, 0] * 50,
            "the targets that came with these rows",
            hint="should be in the same order: shuffle X and y by one and the same permutation",
        )
### BEGIN HIDDEN TESTS
with check.hidden("minibatches: every row once, with its own target"):
    rng_check = np.random.default_rng(59)
    for n_check, size_check, seed_check in ((1, 3, 0), (53, 8, 1), (100, 10, 2), (40, 1, 3)):
        X_check = rng_check.normal(size=(n_check, 3))
        y_check = X_check @ rng_check.normal(size=(3, 2))
        with check.not_mutated(X=X_check, y=y_check):
            got_check = list(minibatches(X_check, y_check, size_check, seed_check))
        rows_check = np.concatenate([np.asarray(rows) for rows, _ in got_check])
        targets_check = np.concatenate([np.asarray(targets) for _, targets in got_check])
        check.shape(rows_check, (n_check, 3), "all batches of other data together")
        check.close(
            rows_check[np.argsort(rows_check[:, 0])],
            X_check[np.argsort(X_check[:, 0])],
            "the rows of other data, sorted again",
            hint="each row should occur exactly once",
        )
        check.close(
            targets_check[np.argsort(rows_check[:, 0])],
            y_check[np.argsort(X_check[:, 0])],
            "the targets of other data",
            hint="should have stayed with their rows",
        )
    whole_check, classes_check = np.arange(12).reshape(6, 2), np.array([3, 1, 4, 1, 5, 9])
    for rows_check, targets_check in minibatches(whole_check, classes_check, 4, 5):
        check.close(
            targets_check,
            classes_check[np.asarray(rows_check)[:, 0].astype(int) // 2],
            "the targets of a table of whole numbers",
            hint="should have stayed with their rows",
        )
    for targets_check in (4, 7):
        check.raises(
            ValueError,
            lambda n=targets_check: list(minibatches(np.zeros((5, 2)), np.zeros(n), 2, 0)),
            what="minibatches with 5 rows in X and another number in y",
        )
    for size_check in (0, -3):
        check.raises(
            ValueError,
            lambda size=size_check: list(minibatches(np.zeros((5, 2)), np.zeros(5), size, 0)),
            what="minibatches with a size below 1",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "minibatches-shuffled", "points": 1}
X_check, y_check = np.arange(60.0)[:, None], np.arange(60.0)
with check.visible("minibatches: the order"):
    orders_check = [
        np.concatenate([np.asarray(targets) for _, targets in minibatches(X_check, y_check, 8, s)])
        for s in (0, 0, 1)
    ]
    if check.that(
        all(order.shape == (60,) for order in orders_check),
        "minibatches of 60 rows: the batches together do not hold 60 rows",
    ):
        check.that(
            bool(np.any(orders_check[0] != y_check)),
            "minibatches of 60 rows: come in their old order; shuffle them",
        )
        check.that(
            bool(np.all(orders_check[0] == orders_check[1])),
            "minibatches with the same seed: come in another order; make the generator from seed",
        )
        check.that(
            bool(np.any(orders_check[0] != orders_check[2])),
            "minibatches with another seed: come in the same order; hand on the seed",
        )
### BEGIN HIDDEN TESTS
with check.hidden("minibatches: the order"):
    X_check, y_check = np.arange(400.0)[:, None], np.arange(400.0)
    firsts_check = []
    for seed_check in range(12):
        batches_check = list(minibatches(X_check, y_check, 20, seed_check))
        order_check = np.concatenate([np.asarray(targets) for _, targets in batches_check])
        check.shape(order_check, (400,), "all batches of 400 rows together")
        firsts_check.append(order_check[0])
        # In a random order about one neighbour in 400 follows its own neighbour.
        check.that(
            int(np.sum(np.abs(np.diff(order_check)) == 1)) < 40,
            "minibatches: rows that were neighbours stay together; shuffle rows, not batches",
        )
        # The first 200 come from all over the table: their mean rank is 199.5 give or take 6.
        check.that(
            abs(float(np.mean(order_check[:200])) - 199.5) < 50,
            "minibatches: early rows stay early; shuffle the whole table, then cut",
        )
    check.that(
        len(set(firsts_check)) > 6,
        "minibatches with other seeds: often begin with the same row; hand on the seed",
    )
### END HIDDEN TESTS

# %% [markdown]
# First the path. On the cars' loss, one epoch of batches of 8 rows is 49 steps; beside it 49 steps
# with the exact gradient, which look at all 392 cars each time.

# %%
ones_and_x = np.column_stack([np.ones(len(mpg)), x_cars])
w = np.array([10.0, 3.0])
rough = [w]
for A, y in minibatches(ones_and_x, mpg, 8, seed=0):
    w = w - 0.1 * 2 * A.T @ (A @ w - y) / len(y)
    rough.append(w)
exact = gradient_descent(mpg_gradient, rough[0], 0.1, 49)

# %%
_ = draw_descent(
    mpg_loss,
    {"8 rows a step: 392 row visits": np.array(rough), "all rows: 19,208 row visits": exact},
    box=(5, 42, -20, 7),
    names=("$w_1$", "$w_2$"),
    title="Rough steps get to the same place for a 49th of the work",
)

# %% [markdown]
# Look at both ends of the coloured path. On the way down it staggers but arrives with the other;
# at the bottom it does not come to rest. There the true gradient is 0, but that of 8 rows is not,
# so it wanders about in a patch whose size grows with $\eta$. To shrink it, lower the learning rate
# towards the end.
#
# **Predict**: now all six measurements of a car, standardised, and 20 epochs with the learning rate
# 0.01. Which batch size gets lowest: all 392 rows, 32, or 1? Least squares says 11.59 is the floor.

# %%
names = ["cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year"]
features = cars[names].to_numpy(float)
features = (features - features.mean(axis=0)) / features.std(axis=0)
A_cars = np.column_stack([np.ones(len(mpg)), features])


def sgd(size, learning_rate, epochs=20):
    """Training loss after each epoch of stochastic gradient descent on the linear model."""
    w, losses = np.zeros(A_cars.shape[1]), []
    for epoch in range(epochs):
        for A, y in minibatches(A_cars, mpg, size, seed=epoch):
            w = w - learning_rate * 2 * A.T @ (A @ w - y) / len(y)
        losses.append(np.mean((A_cars @ w - mpg) ** 2))
    return losses


# %%
figure, ax = plt.subplots(figsize=(7.5, 3.8))
for size, rate in ((392, 0.01), (32, 0.01), (1, 0.01), (1, 0.1)):
    losses = sgd(size, rate)
    ax.semilogy(range(1, 21), losses, label=f"size {size}, η = {rate}")
    print(
        f"batches of {size:3}, η = {rate}: {losses[0]:.4g} after 1 epoch, {losses[-1]:.4g} after 20"
    )
ax.set(xlabel="epoch", ylabel="mean squared error (log scale)", xticks=range(0, 21, 5))
ax.set_title("The same work, 20 epochs: more steps get farther")
_ = ax.legend(loc="upper left", bbox_to_anchor=(1, 1))

# %% [markdown]
# (Your numbers differ a little if your generator differs from ours.) An epoch is the same work for
# all of them, each row once, but it is 1 step, 13 steps or 392 steps. With one step an epoch the
# loss is still at 262; 32 rows at a time reach 12.4; single rows are below 13 after the first
# epoch. The fourth run has single rows and the rate 0.1, for full batches well below the threshold
# of $2/8.5$. But the loss of a single car is more curved than the mean: its $L$ is 14 on average
# and larger for unusual cars. The loss leaps to tens of thousands. A learning rate belongs to a
# batch size.
#
# Does the smallest size win, then? Not by the clock: computers are good at multiplying matrices,
# and 32 rows at once take hardly longer than one. Sizes of 32 to 256 are the usual compromise.
#
# **So what.** The noise costs precision at the end, and it has two merits: steps are cheap, and no
# walker balances on the ridge of a saddle for long.

# %% [markdown]
# ## The same in Keras
#
# Everything that you have written exists in Keras by name:
#
# | yours | Keras |
# | --- | --- |
# | `gradient_descent` | `keras.optimizers.SGD(learning_rate)` |
# | `momentum` | `keras.optimizers.SGD(learning_rate, momentum=beta)` |
# | `stop_when_no_improvement` | `keras.callbacks.EarlyStopping("val_loss", patience=..., restore_best_weights=True)` |
# | `initialise` | `layers.Dense(..., kernel_initializer="he_normal")` |
# | `minibatches` | `model.fit(X, y, batch_size=...)`, which shuffles anew in each epoch |
# | a clipped gradient | `SGD(..., global_clipnorm=1.0)` |
#
# In `fit`, backpropagation computes the gradient and the optimiser moves the weights; they are two
# different things. The name SGD is used whatever the batch size. Is Keras's momentum the same as
# yours? Both walk through the ravine:

# %%
x_keras = keras.Variable(ravine.start)
optimizer = keras.optimizers.SGD(0.09, momentum=0.5)
for _ in range(10):
    slope = ravine.gradient(keras.ops.convert_to_numpy(x_keras))
    optimizer.apply([keras.ops.convert_to_tensor(slope, "float32")], [x_keras])
print("Keras:", keras.ops.convert_to_numpy(x_keras).round(5))
print("yours:", momentum(ravine.gradient, np.array(ravine.start), 0.09, 0.5, 10)[-1].round(5))

# %% [markdown]
# The same to five decimals. And here is all of it in one training run, on the cars: mini-batches,
# momentum, He's start, a standardised target, and early stopping on a fifth of the rows. (Strictly,
# the features should be standardised by the training rows alone, lesson 1. And a loss that decides
# when to stop is no longer an honest estimate: that would take a third set.)

# %%
keras.utils.set_random_seed(5)
order = np.random.default_rng(5).permutation(len(mpg))
train_rows, val_rows = order[80:], order[:80]
y_cars = (mpg - mpg[train_rows].mean()) / mpg[train_rows].std()
stack = [layers.Dense(32, activation="relu", kernel_initializer="he_normal") for _ in range(2)]
model = keras.Sequential([keras.Input(shape=(6,)), *stack, layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.01, momentum=0.9), loss="mse")
stopping = keras.callbacks.EarlyStopping("val_loss", patience=10, restore_best_weights=True)
run = model.fit(
    features[train_rows],
    y_cars[train_rows],
    validation_data=(features[val_rows], y_cars[val_rows]),
    batch_size=32,
    epochs=100,
    callbacks=[stopping],
    verbose=0,
)

# %%
print(f"{len(run.epoch)} epochs; best: epoch {stopping.best_epoch + 1}", end=", ")
print(f"validation loss {stopping.best:.3f}; mean baseline {np.mean(y_cars[val_rows] ** 2):.3f}")
_ = draw_history(run)

# %% [markdown]
# The validation loss is lowest at epoch 17 with 0.143, where the mean baseline is 1.241. Ten epochs
# later patience ran out, and the weights of epoch 17 are back in the model. Look at the right half
# of the figure: the training loss goes on falling there, and validation has nothing of it.
#
# One detail of Keras 3: with `restore_best_weights=True` the weights of the best epoch come back at
# the end of `fit` in any case, also where the epochs ran out before patience did. Without it you
# keep the last weights, not the best.
#
# ## Closing
#
# | term | meaning |
# | --- | --- |
# | gradient $\nabla f$, its norm | the vector of partial derivatives; how steep the ground is |
# | central difference | the slope from $f(x + h)$ and $f(x - h)$; its error falls with $h^2$ |
# | gradient descent | step against the gradient, again and again |
# | learning rate $\eta$ | what the gradient is multiplied with to give a step |
# | curvature $L$, threshold $2/L$ | the second derivative; the learning rate from which nothing converges |
# | Hessian, condition number | the matrix of second derivatives; its largest over its smallest eigenvalue |
# | clipping | shortening a gradient to a largest norm |
# | saddle point | level ground that curves up in some directions and down in others |
# | momentum $\beta$, velocity | inertia: past gradients, fading by $\beta$ a step |
# | early stopping, patience | stop after so many steps without improvement; go back to the best |
# | Glorot, He initialisation | random weights whose variance keeps signals the same size |
# | mini-batch, stochastic gradient | a few rows; the mean gradient over them |
#
# **The three mistakes people make most**
#
# 1. *Blaming the learning rate alone.* The step is $\eta$ times the gradient's norm. Inputs and
#    targets of large spread make gradients of large norm: standardise first.
# 2. *Stopping too early.* A plateau, a saddle and a noisy loss all look like the end. Give patience
#    tens of epochs, and restore the best weights.
# 3. *Storing the same array again and again.* `path.append(x)` followed by `x -= ...` fills the list
#    with one array that ends up at the last point. `x = x - ...` makes a new one.
#
# **Where to read on**
#
# - Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016), chapter 8: learning
#   rate, momentum, initialisation and mini-batches, with what is known about each.
# - Gabriel Goh, "Why Momentum Really Works", *Distill* (2017): the ravine and its eigenvalues, to
#   play with.
# - Yann LeCun, Léon Bottou, Genevieve Orr and Klaus-Robert Müller, "Efficient BackProp" (1998): why
#   inputs are standardised; old, and still right.
# - Xavier Glorot and Yoshua Bengio, "Understanding the difficulty of training deep feedforward
#   neural networks" (2010); Kaiming He and others, "Delving Deep into Rectifiers" (2015): the two
#   initialisations.
# - Yann Dauphin and others, "Identifying and attacking the saddle point problem in high-dimensional
#   non-convex optimization" (2014): why it is saddles rather than bad minima.
#
# In lesson 6 you write the training loop itself, with gradients that TensorFlow computes for you.

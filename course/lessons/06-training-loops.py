# %% [markdown]
# # 6. Inside the training loop
#
# At the end of this lesson you will be able to
#
# - **differentiate** any TensorFlow function with `GradientTape`, and say why a gradient is `None`;
# - **write** the loop that `fit` hides: step, epoch, evaluation, early stopping;
# - **debug** a loop that runs without an error and is wrong in three places;
# - **compile** a step with `tf.function`, without tracing it again and again;
# - **override** one method of a Keras model, when the rest of `fit` should stay.
#
# **Time**: 50 minutes to read, two and a half hours with the exercises; the notebook itself runs
# in under a minute. **Builds on**: lesson 3 (compile, fit, evaluate), lesson 4 (cross-entropy from
# logits) and lesson 5 (gradient descent, minibatches, early stopping). If the first cell writes in
# red ("oneDNN custom operations are on", "Could not find cuda drivers"): nothing is wrong, we work
# without a graphics card.

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # TensorFlow: errors only, please
import time

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from keras import layers

from course import check
from course.datasets import FASHION_MNIST_CLASSES, load_fashion_mnist
from course.figures import LiveCurve, draw_history, draw_images, draw_training_step, use_style

use_style()
tf.get_logger().setLevel("ERROR")  # no advice on retracing: we shall count traces ourselves
# Our trainings are short: to rewrite each graph for speed would cost more than it gains.
tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
keras.utils.set_random_seed(6)

# %% [markdown]
# The next cell holds small tools: a model with known weights, what a gradient-descent step must do
# to it, computed in NumPy, and lesson 5's way to cut rows into batches. The tests use them too.


# %% tags=["setup"] nbgrader={"grade_id": "tools"}
def linear_model(w, b=0.0):
    """A Keras model x → w · x + b: one Dense layer with the weights w (a list) and the bias b."""
    model = keras.Sequential([keras.Input(shape=(len(w),)), layers.Dense(1)])
    model.set_weights([np.reshape(w, (-1, 1)), np.array([b])])
    return model


def mse_and_gradient(X, y, w, b):
    """For x → w · x + b: the mean squared error over the rows, its gradient by w, and by b."""
    residual = X @ np.ravel(w) + b - np.ravel(y)
    return np.mean(residual**2), 2 * X.T @ residual / len(X), 2 * np.mean(residual)


def cut(X, y, size, seed=None):
    """Batches (X_batch, y_batch) of `size` rows, the last one shorter if need be, as a list.

    The rows stay in order, or are shuffled first if there is a seed.
    """
    order = np.arange(len(X)) if seed is None else np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]


# %% [markdown]
# ## The tape
#
# `fit` needs the gradient of the loss by every weight. Where does it come from? While a
# `tf.GradientTape` is open, TensorFlow writes down each operation that it carries out, as on a
# **tape**. Afterwards `tape.gradient(loss, variables)` goes through the record from its end to its
# beginning and returns $\partial\,\text{loss} / \partial\,\text{variable}$ for each variable.
# Lesson 7 builds such a machine; here we use it.
#
# For $L(w) = w^2 + 2w$ the slope is $2w + 2$, at $w = 3$ that is 8:

# %%
w = tf.Variable(3.0)
with tf.GradientTape() as tape:
    L = w**2 + 2 * w
print(tape.gradient(L, w).numpy())

# %% [markdown]
# A tape can be asked once; then it forgets (`persistent=True` keeps it). And it does not follow
# everything. A `tf.Variable` is **watched** by itself, provided that it is trainable; a constant
# tensor is not, until you call `tape.watch(x)`.
#
# **Predict**: in each of these four cases $y = x^2$ at $x = 3$. Which of them give 6?

# %%
x = tf.constant(3.0)
with tf.GradientTape() as tape:
    y = x**2
print("a constant:               ", tape.gradient(y, x))

with tf.GradientTape() as tape:
    tape.watch(x)
    y = x**2
print("a constant that is watched:", tape.gradient(y, x))

x = tf.Variable(3.0)
y = x**2
with tf.GradientTape() as tape:
    pass
print("computed outside the tape: ", tape.gradient(y, x))

with tf.GradientTape() as tape:
    y = tf.constant(x.numpy() ** 2)
print("computed by NumPy:         ", tape.gradient(y, x))

# %% [markdown]
# Only the second. The others give `None`, which says: *the tape knows no way from this result to
# that variable*. It is not a gradient of 0. A gradient of 0 says that the result depends on $x$ and
# is flat there; `None` says that it is **unconnected**. There is a fifth way to get it: whole
# numbers. The tape follows floating-point numbers only.
#
# There is also a mistake that does not give `None` but a number. **Predict**: the tape is asked for
# the gradient of three numbers at once, $(x, x^2, x^3)$ at $x = 2$, whose slopes are 1, 4 and 12.

# %%
x = tf.Variable(2.0)
with tf.GradientTape() as tape:
    y = tf.stack([x, x**2, x**3])
print(tape.gradient(y, x).numpy())

# %% [markdown]
# It is 17, the sum. The gradient is defined for *one* number; given more, TensorFlow adds them up
# without a word. Forget to take the mean over a batch, and this is what you train on.
#
# And where there is no derivative? At its kink, the tape follows the convention of lesson 2:

# %%
x = tf.Variable(0.0)
with tf.GradientTape() as tape:
    y = tf.nn.relu(x)
print("slope of ReLU at 0, says the tape:", tape.gradient(y, x).numpy())

# %% [markdown]
# ### Exercise: the gradient of a function (3 points)
#
# Write `gradient_of(f, x)`. Mind the three traps above: the unwatched constant, the whole numbers,
# and the silent sum.


# %% nbgrader={"grade_id": "gradient_of", "solution": true}
def gradient_of(f, x):
    """The gradient of f at x, by automatic differentiation.

    Parameters
    ----------
    f : function of one tensor of x's shape
        Made of TensorFlow operations; returns a floating-point tensor that holds one number, of
        whatever shape. It is given a floating-point tensor.
    x : number, NumPy array or tensor of any shape
        Whole numbers are turned into float32; float32 and float64 stay as they are. Not changed.

    Returns
    -------
    tensor or array of the shape of x, or None
        None if f's result is not connected to x at all.

    Raises
    ------
    ValueError
        If f returns more than one number.

    Example
    -------
    >>> gradient_of(lambda x: tf.reduce_sum(x**2), np.array([1.0, -2.0, 3.0]))
    the numbers 2, -4, 6
    """
    ### BEGIN SOLUTION
    x = tf.convert_to_tensor(x)
    if not x.dtype.is_floating:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError(f"f returns {tf.size(y)} numbers, and a gradient belongs to one")
    return tape.gradient(y, x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradient_of-values", "points": 1}
x_check = np.array([1.0, -2.0, 3.0])
with check.visible("gradient_of: the example"):
    with check.not_mutated(x=x_check):
        got_check = gradient_of(lambda x: tf.reduce_sum(x**2), x_check)
    if check.that(
        got_check is not None,
        "gradient_of(the sum of squares, [1, -2, 3]): is None; a tape does not follow a constant "
        "tensor until you call tape.watch(x), nor what is computed before it is open",
    ):
        check.close(
            got_check,
            [2, -4, 6],
            "gradient_of(the sum of squares, [1, -2, 3])",
            rtol=1e-3,
            mistakes={
                "this is f(x), not its gradient": 14.0,
                "the entries were added up: the gradient has one for each entry of x": 4.0,
                "these are the squares; ask the tape for their slopes": [1, 4, 9],
                "the gradient is multiplied by x": [2, 8, 18],
            },
        )
    check.close(gradient_of(lambda x: x**3, 2.0), 12.0, "gradient_of(x³, 2.0)", rtol=1e-3)
### BEGIN HIDDEN TESTS
with check.hidden("gradient_of: other functions"):
    rng_check = np.random.default_rng(61)
    for shape_check in ((4,), (1,), (2, 3), (2, 1, 2)):
        x_check = rng_check.uniform(-1.5, 1.5, size=shape_check)
        with check.not_mutated(x=x_check):
            got_check = gradient_of(lambda x: tf.reduce_sum(tf.sin(x) * tf.exp(-x)), x_check)
        check.close(
            got_check,
            np.exp(-x_check) * (np.cos(x_check) - np.sin(x_check)),
            "gradient_of another function",
            rtol=1e-3,
            atol=1e-4,
            hint="ask the tape for the slope of f's result by x, an array of x's shape",
        )
        check.close(
            gradient_of(lambda x: tf.reduce_mean(x) ** 2, x_check.astype("float32")),
            np.full(shape_check, 2 * x_check.mean() / x_check.size),
            "gradient_of a function of float32 numbers",
            rtol=1e-3,
            atol=1e-4,
        )
        what_check = "gradient_of a function whose one number stands in a tensor of shape (1, 1)"
        try:
            got_check = gradient_of(lambda x: tf.reshape(tf.reduce_sum(x**2), (1, 1)), x_check)
        except ValueError:
            check.that(
                False,
                f"{what_check}: raises ValueError; count the numbers that f returns, not its axes",
            )
            raise
        check.close(
            got_check,
            2 * x_check,
            what_check,
            rtol=1e-3,
            atol=1e-4,
            hint="the gradient has x's shape, whatever the shape of f's one number",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_of-unconnected", "points": 1}
with check.visible("gradient_of: what is not connected"):
    check.that(
        gradient_of(lambda x: tf.constant(5.0), np.array([1.0, 2.0])) is None,
        "gradient_of(a function that ignores x, [1, 2]): should be None, not a number: its result "
        "is not connected to x",
    )
    got_check = gradient_of(lambda x: x[0] ** 2, np.array([3.0, 4.0]))
    check.close(
        got_check,
        [6, 0],
        "gradient_of(x[0]², [3, 4])",
        rtol=1e-3,
        hint="the second entry of x is not used: its slope is 0, but x itself is connected",
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_of: what is not connected"):
    for flat_check in (np.array([[1.0, -1.0]]), 7.0, np.array([2, 3])):
        check.that(
            gradient_of(lambda x: tf.reduce_sum(tf.ones(3)), flat_check) is None,
            "gradient_of a function that ignores x: should be None",
        )
    check.close(
        gradient_of(lambda x: tf.reduce_sum(tf.nn.relu(x)), np.array([-1.0, -2.0])),
        [0, 0],
        "gradient_of a function that is connected to x and flat there",
        hint="should be zeros: flat is not the same as unconnected",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_of-traps", "points": 1}
with check.visible("gradient_of: whole numbers, and more than one result"):
    got_check = gradient_of(lambda x: tf.reduce_sum(x * x), np.array([1, 2]))
    if check.that(
        got_check is not None,
        "gradient_of(the sum of squares, [1, 2]), whole numbers: is None; turn them into float32 "
        "first",
    ):
        check.close(got_check, [2, 4], "gradient_of(the sum of squares, [1, 2])", rtol=1e-3)
    check.raises(
        ValueError,
        gradient_of,
        lambda x: x**2,
        np.array([1.0, 2.0]),
        what="gradient_of(x², [1, 2]), a function that returns two numbers",
        hint="the tape would add them up without a word",
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_of: whole numbers, and more than one result"):
    check.close(
        gradient_of(lambda x: x * x * x, 3),
        27.0,
        "gradient_of a function at a whole number",
        rtol=1e-3,
    )
    for given_check, kept_check in (
        (np.array([1, 2]), "float32"),
        (np.array([1, 2], dtype="uint8"), "float32"),
        (np.array([1.0, 2.0], dtype="float32"), "float32"),
        (np.array([1.0, 2.0]), "float64"),
        (tf.constant([1, 2]), "float32"),
        (tf.constant([1.0, 2.0], "float64"), "float64"),
    ):
        check.close(
            gradient_of(
                lambda x, kept=kept_check: tf.reduce_sum(x**2 if x.dtype == kept else x),
                given_check,
            ),
            [2, 4],
            "gradient_of a function that looks at the dtype of its tensor",
            rtol=1e-3,
            hint="whole numbers become float32; float32 and float64 stay as they are",
        )
    for many_check, several_check in (
        (lambda x: tf.sin(1.5 * x), np.array([[1.0, 2.0], [3.0, 4.0]])),
        (lambda x: tf.sin(1.5 * x), np.array([1, 2, 3])),
        (lambda x: tf.reshape(x, (1, -1)), np.array([1.0, 2.0])),
        (lambda x: tf.stack([x, x**2]), 2.0),
    ):
        check.raises(
            ValueError,
            gradient_of,
            many_check,
            several_check,
            what="gradient_of a function that returns several numbers",
            hint="count all the numbers that f returns, whatever their shape and that of x",
        )
### END HIDDEN TESTS

# %% [markdown]
# Your function knows nothing about the functions that it differentiates. Here is one whose
# derivative few would care to write down: $f(x) = \sin(x^2)\, e^{-x/3}$.


# %%
def wave(x):
    return tf.sin(x**2) * tf.exp(-x / 3)


grid = np.linspace(0, 4, 300)
slopes = [float(gradient_of(wave, point)) for point in grid]
figure, axes = plt.subplots(figsize=(8, 3.4))
axes.plot(grid, wave(grid), label="f")
axes.plot(grid, slopes, "--", label="its slope, by the tape")
axes.axhline(0, color="0.6", linewidth=0.8)
axes.set(
    xlabel="x",
    ylabel="f and its slope",
    title="The slope crosses 0 exactly where f has its peaks and troughs",
)
_ = axes.legend(loc="upper left")

# %% [markdown]
# Look at the places where the dashed line crosses 0: each lies right under a peak or a trough. No
# formula was derived and no small difference was taken: the tape applies the chain rule to the
# operations that ran, so its result is as exact as the arithmetic.
#
# **So what.** If a loss can be computed by TensorFlow operations, it can be differentiated; that is
# all that training asks for.

# %% [markdown]
# ## One step
#
# A training step has four parts, always in this order:
#
# 1. **forward**: the model predicts a batch, $\hat y = f(X; w)$, with all its weights $w$;
# 2. **loss**: one number $L$ says how bad the predictions are;
# 3. **gradient**: $g = \partial L / \partial w$, by the tape;
# 4. **update**: the optimiser moves the weights. Plain **stochastic gradient descent** (SGD) with
#    learning rate $\eta$ does $w \leftarrow w - \eta\, g$; Adam and others use a rule of their own.

# %%
_ = draw_training_step(title="Every training loop is this ring")

# %% [markdown]
# Look at the dashed frame: forward pass *and* loss happen while the tape is open, gradient and
# update after it. Two details are easy to forget, and neither gives an error:
#
# - `model(X, training=True)`. Some layers behave differently in training: dropout drops, batch
#   normalisation uses the batch's own mean and keeps a running one. Without the flag they work in
#   **inference mode**, as for predictions.
# - `model.trainable_variables`, not `model.variables`: frozen layers must stay as they are.
#
# Our task is Fashion-MNIST: grey pictures of $28 \times 28$ pixels, ten kinds of clothes. Of the
# 10,000 training pictures we keep 2,000 for validation.

# %%
(images, kinds), (images_test, kinds_test) = load_fashion_mnist()
pixels = images.reshape(-1, 784).astype("float32") / 255
X_train, X_val = pixels[:8000], pixels[8000:]
y_train, y_val = kinds[:8000].astype("int32"), kinds[8000:].astype("int32")
print(X_train.shape, X_val.shape, "classes:", np.unique(y_train))

# %%
_ = draw_images(images[:16], kinds[:16], FASHION_MNIST_CLASSES, title="Sixteen training pictures")

# %% [markdown]
# The model is a small multilayer perceptron with ten outputs. They are **logits**, numbers without
# bounds, one for each class; `from_logits=True` tells the loss, cross-entropy, to treat them so.


# %%
def clothes_network(hidden=64, seed=6):
    keras.utils.set_random_seed(seed)
    return keras.Sequential(
        [keras.Input(shape=(784,)), layers.Dense(hidden, activation="relu"), layers.Dense(10)]
    )


cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
print(f"{clothes_network().count_params():,} parameters")

# %% [markdown]
# ### Exercise: one training step (3 points)
#
# Write `train_step`. The optimiser offers `optimizer.apply_gradients(pairs)`, which takes pairs
# (gradient, variable); `zip(gradients, variables)` makes them.


# %% nbgrader={"grade_id": "train_step", "solution": true}
def train_step(model, loss_fn, optimizer, X, y):
    """Train a model on one batch: forward, loss, gradient, update.

    Parameters
    ----------
    model : keras.Model
        Built. The forward pass runs in training mode. The trainable weights are moved, once;
        frozen ones stay bit for bit.
    loss_fn : function of (true values, predictions), in this order
        Returns the mean loss of the batch.
    optimizer : keras.optimizers.Optimizer
        Its rule moves the weights.
    X : array of shape (n, ...), y : array of shape (n, ...)
        One batch. Not changed.

    Returns
    -------
    number, or tensor that holds one
        The loss of the batch, before the update.

    Example
    -------
    The model x → x1 - x2 + 0.5, with the mean squared error and SGD with learning rate 0.1:
    X = [[1, 2],    y = [[ 1],    gives the loss 2.75,
         [0, 1],         [ 0],    the gradient [2, -2.5] by the weights and 1 by the bias,
         [2, -1],        [ 2],    so the weights become [0.8, -0.75], the bias 0.4.
         [1, 0]]         [-1]]
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    return loss
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_step-update", "points": 1}
X_check = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [1.0, 0.0]], dtype="float32")
y_check = np.array([[1.0], [0.0], [2.0], [-1.0]], dtype="float32")
model_check = linear_model([1.0, -1.0], 0.5)
with check.visible("train_step: the example"):
    try:
        with check.not_mutated(X=X_check, y=y_check):
            got_check = train_step(
                model_check,
                keras.losses.MeanSquaredError(),
                keras.optimizers.SGD(0.1),
                X_check,
                y_check,
            )
    except ValueError as error:
        check.that(
            "No gradients" not in str(error),
            "train_step: every gradient is None, the tape knows no way from the loss to the "
            "weights; the forward pass and the loss must both run while the tape is open",
        )
        raise
    check.close(
        got_check,
        2.75,
        "the loss that train_step returns",
        rtol=1e-4,
        mistakes={
            "this is the loss after the update; return the one that the gradient was taken of": (
                1.80375
            ),
            "this is the sum over the batch": 11.0,
            "these are the losses of the rows": [2.25, 0.25, 2.25, 6.25],
        },
    )
    check.close(
        np.concatenate([np.ravel(weight) for weight in model_check.get_weights()]),
        [0.8, -0.75, 0.4],
        "the two weights and the bias after train_step",
        rtol=1e-4,
        mistakes={
            "the model did not move: apply the gradients to its trainable variables": (
                [1.0, -1.0, 0.5]
            ),
            "the gradient was added: a step goes against it": [1.2, -1.25, 0.6],
            "the step was taken twice": [0.71, -0.6775, 0.37],
            "the learning rate is missing: leave the update to the optimiser": [-1.0, 1.5, -0.5],
            "only the kernel moved: the bias is trainable too": [0.8, -0.75, 0.5],
            "the gradient is that of the sum over the batch": [0.2, 0.0, 0.1],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_step: other batches, rates and losses"):
    rng_check = np.random.default_rng(62)
    for rows_check, inputs_check, rate_check in ((7, 3, 0.05), (1, 2, 0.5), (32, 5, 0.2)):
        X_check = rng_check.normal(size=(rows_check, inputs_check)).astype("float32")
        y_check = rng_check.normal(size=(rows_check, 1)).astype("float32")
        w_check, b_check = rng_check.normal(size=inputs_check), 0.25
        value_check, by_w, by_b = mse_and_gradient(X_check, y_check, w_check, b_check)
        model_check = linear_model(w_check, b_check)
        got_check = train_step(
            model_check,
            keras.losses.MeanSquaredError(),
            keras.optimizers.SGD(rate_check),
            X_check,
            y_check,
        )
        check.close(
            got_check,
            value_check,
            "the loss of another batch",
            rtol=1e-3,
            atol=1e-5,
            hint="return the loss of this call's batch, before the update",
        )
        check.close(
            np.concatenate([np.ravel(weight) for weight in model_check.get_weights()]),
            np.append(w_check - rate_check * by_w, b_check - rate_check * by_b),
            "the weights after a step on another batch",
            rtol=1e-3,
            atol=1e-5,
            hint="plain SGD moves each weight by exactly minus the learning rate times its slope",
        )
    X_check = rng_check.normal(size=(6, 2)).astype("float32")
    y_check = np.array([[1.0], [0.0], [1.0], [1.0], [0.0], [1.0]], dtype="float32")
    model_check = linear_model([0.5, -0.25], 0.125)
    train_step(
        model_check,
        keras.losses.BinaryCrossentropy(from_logits=True),
        keras.optimizers.SGD(1.0),
        X_check,
        y_check,
    )
    error_check = 1 / (1 + np.exp(-(X_check @ [0.5, -0.25] + 0.125))) - y_check[:, 0]
    check.close(
        np.concatenate([np.ravel(weight) for weight in model_check.get_weights()]),
        np.append([0.5, -0.25] - X_check.T @ error_check / 6, 0.125 - error_check.mean()),
        "the weights after a step with another loss",
        rtol=1e-3,
        atol=1e-4,
        hint="use the loss that was given, and give it the true values first",
    )
    X_check = rng_check.normal(size=(40, 3)).astype("float32")
    y_check = rng_check.normal(0, 100, size=(40, 2)).astype("float32")
    model_check, twin_check = (
        keras.Sequential(
            [
                keras.Input(shape=(3,)),
                keras.layers.Dense(4, activation="tanh"),
                keras.layers.Dense(2),
            ]
        )
        for _ in range(2)
    )
    model_check.set_weights([rng_check.normal(size=w.shape) for w in model_check.get_weights()])
    twin_check.set_weights(model_check.get_weights())
    twin_check.compile(optimizer=keras.optimizers.SGD(0.001), loss="mse", run_eagerly=True)
    check.close(
        train_step(
            model_check,
            keras.losses.MeanSquaredError(),
            keras.optimizers.SGD(0.001),
            X_check,
            y_check,
        ),
        float(twin_check.train_on_batch(X_check, y_check)),
        "the loss of a batch of many rows with several targets each",
        rtol=1e-3,
        hint="hand X and y on as they are, all rows at once",
    )
    for got_check, right_check in zip(
        model_check.get_weights(), twin_check.get_weights(), strict=True
    ):
        check.close(
            got_check,
            right_check,
            "the weights of several layers after a step with a long gradient",
            rtol=1e-3,
            atol=1e-4,
            hint="one step for the whole batch moves all trainable weights, as far as the gradient "
            "says",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "train_step-training_mode", "points": 1}
X_check = np.array([[2.0], [4.0]], dtype="float32")
y_check = np.array([[-1.0], [1.0]], dtype="float32")
model_check = keras.Sequential(
    [keras.Input(shape=(1,)), keras.layers.BatchNormalization(momentum=0.5, epsilon=1e-6)]
)
with check.visible("train_step: training mode"):
    loss_check = train_step(
        model_check, keras.losses.MeanSquaredError(), keras.optimizers.SGD(0.1), X_check, y_check
    )
    check.close(
        loss_check,
        0.0,
        "the loss of a batch normalisation, which turns 2 and 4 into -1 and 1",
        atol=1e-4,
        mistakes={
            "the model ran in inference mode, and let 2 and 4 pass: call model(X, training=True)": (
                9.0
            )
        },
    )
    check.close(
        model_check.get_weights()[2],
        [1.5],
        "its running mean, which moves halfway from 0 to the batch's mean 3",
        rtol=1e-4,
        mistakes={
            "the model ran in inference mode, in which running means stand still": [0.0],
            "the model ran twice in training mode": [2.25],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_step: training mode"):
    rng_check = np.random.default_rng(63)
    X_check = rng_check.normal(2, 3, size=(8, 64)).astype("float32")
    model_check = keras.Sequential(
        [
            keras.Input(shape=(64,)),
            keras.layers.BatchNormalization(),
            keras.layers.Dropout(0.5, seed=1),
            keras.layers.Dense(1, use_bias=False, kernel_initializer="ones"),
        ]
    )
    plain_check = float(np.mean(np.square(np.asarray(model_check(X_check)))))
    got_check = train_step(
        model_check,
        keras.losses.MeanSquaredError(),
        keras.optimizers.SGD(0.0),
        X_check,
        np.zeros((8, 1), dtype="float32"),
    )
    check.shape(got_check, (), "the loss of a model with dropout")
    check.that(
        abs(float(got_check) - plain_check) > 1e-3 * plain_check,
        "the loss of a model with dropout: is that of inference mode, in which nothing is dropped",
    )
    means_check = [w for w in model_check.get_weights() if np.shape(w) == (64,)][2]
    check.close(
        means_check,
        0.01 * X_check.mean(axis=0),
        "the running means of a batch normalisation",
        rtol=1e-3,
        atol=1e-5,
        hint="one forward pass in training mode moves them by a hundredth of the way, once",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "train_step-weights_and_optimizer", "points": 1}
model_check = keras.Sequential(
    [
        keras.Input(shape=(2,)),
        keras.layers.Dense(3, trainable=False, name="frozen"),
        keras.layers.Dense(1, name="head"),
    ]
)
model_check.set_weights([np.full(w.shape, 0.5) for w in model_check.get_weights()])
frozen_before = model_check.get_layer("frozen").get_weights()
with check.visible("train_step: frozen weights, and the optimiser's own rule"):
    train_step(
        model_check,
        keras.losses.MeanSquaredError(),
        keras.optimizers.Adam(0.01),
        np.array([[1.0, 2.0], [3.0, 4.0]], dtype="float32"),
        np.array([[0.0], [0.0]], dtype="float32"),
    )
    for name_check, old, new in zip(
        ("kernel", "bias"),
        frozen_before,
        model_check.get_layer("frozen").get_weights(),
        strict=True,
    ):
        check.equal(new, old, f"the frozen layer's {name_check}", hint="it moved, and is frozen")
    check.close(
        np.ravel(model_check.get_layer("head").get_weights()[0]),
        [0.49, 0.49, 0.49],
        "the other layer's kernel after a step of Adam with learning rate 0.01",
        rtol=1e-4,
        hint="Adam's first step has the length of the learning rate in every coordinate; is it "
        "the optimiser that moves the weights?",
        mistakes={
            "nothing moved": [0.5, 0.5, 0.5],
            "the step goes uphill": [0.51, 0.51, 0.51],
            "the optimiser was applied more than once": [0.48, 0.48, 0.48],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_step: frozen weights, and the optimiser's own rule"):
    rng_check = np.random.default_rng(64)
    X_check = rng_check.normal(size=(5, 4)).astype("float32")
    y_check = rng_check.normal(size=(5, 1)).astype("float32")
    for optimizer_check in (keras.optimizers.Adam(0.02), keras.optimizers.SGD(0.1)):
        model_check = keras.Sequential(
            [
                keras.Input(shape=(4,)),
                keras.layers.Dense(3),
                keras.layers.BatchNormalization(trainable=False),
                keras.layers.Dense(1, trainable=False),
            ]
        )
        before = [rng_check.uniform(0.5, 1.5, w.shape) for w in model_check.get_weights()]
        model_check.set_weights(before)
        before = model_check.get_weights()
        train_step(model_check, keras.losses.MeanSquaredError(), optimizer_check, X_check, y_check)
        after = model_check.get_weights()
        for old, new in zip(before[2:], after[2:], strict=True):
            check.equal(new, old, "a frozen weight", hint="it moved, and is frozen")
        if isinstance(optimizer_check, keras.optimizers.Adam):
            check.close(
                np.abs(np.asarray(after[0]) - before[0]),
                np.full((4, 3), 0.02),
                "how far the first step of Adam goes",
                rtol=1e-2,
                hint="is it the optimiser that was given which moves the weights?",
            )
        else:
            check.that(
                bool(np.all(np.asarray(after[0]) != before[0])),
                "the weights of a layer before frozen ones: should move, frozen layers let "
                "gradients pass",
            )
    w_check, b_check, pace_check = np.array([1.0, -2.0, 0.5, 0.0]), 0.0, np.zeros(5)
    model_check, optimizer_check = linear_model(w_check), keras.optimizers.SGD(0.1, momentum=0.9)
    for _ in range(3):
        train_step(model_check, keras.losses.MeanSquaredError(), optimizer_check, X_check, y_check)
        _, by_w, by_b = mse_and_gradient(X_check, y_check, w_check, b_check)
        pace_check = 0.9 * pace_check - 0.1 * np.append(by_w, by_b)
        w_check, b_check = w_check + pace_check[:4], b_check + pace_check[4]
    check.close(
        np.concatenate([np.ravel(weight) for weight in model_check.get_weights()]),
        np.append(w_check, b_check),
        "the weights after three steps of SGD with momentum",
        rtol=1e-3,
        atol=1e-5,
        hint="momentum remembers earlier steps: use the optimiser that was given itself, in every "
        "call, not a new one like it",
    )
### END HIDDEN TESTS

# %% [markdown]
# One batch of 64 pictures, trained on ten times. The model starts with random weights, so at first
# it knows nothing about ten classes. **Predict** its first loss (lesson 4: the cross-entropy of
# someone who gives each of ten classes the same probability).

# %%
model = clothes_network()
sgd = keras.optimizers.SGD(0.1)
for _ in range(10):
    loss = train_step(model, cross_entropy, sgd, X_train[:64], y_train[:64])
    print(f"{float(loss):.3f}", end="  ")

# %% [markdown]
# It begins near $\ln 10 = 2.303$ and falls with each step. **So what.** A first loss far from what
# ignorance costs, or a loss that does not fall on a single batch repeated, means that the step is
# wrong; do not train for an hour to find out.

# %% [markdown]
# ## One epoch
#
# An **epoch** is one pass through all batches. Its loss is reported as one number, the mean over
# the *rows*. If batch $b$ has $n_b$ rows and mean loss $L_b$, it is
#
# $$L_\text{epoch} = \frac{\sum_b n_b L_b}{\sum_b n_b},$$
#
# not the mean of the $L_b$, unless all batches are equally large. The last one seldom is.
#
# **Predict**: 130 rows are cut into batches of 64, 64 and 2. The losses are 1, 1 and 10, for the
# last two rows happen to be odd ones. By how much is the mean of the three losses off?

# %%
losses, sizes = np.array([1.0, 1.0, 10.0]), np.array([64, 64, 2])
print(f"mean of the batches' losses: {losses.mean():.3f}")
print(f"mean over the rows:          {(sizes * losses).sum() / sizes.sum():.3f}")

# %% [markdown]
# Two rows out of 130 raised the first number from 1 to 4. The second, 1.138, is what the loss of
# this epoch is. It matters most where data is scarce and batches are few.
#
# ### Exercise: one epoch (2 points)
#
# `train_epoch(step, batches)` gets the step as a function of the batch alone; how it trains is not
# its business. Note the error that is asked for: a generator that has been used up yields no
# batches, and a loop over nothing would "train" in silence.


# %% nbgrader={"grade_id": "train_epoch", "solution": true}
def train_epoch(step, batches):
    """Train on every batch once, in the order given, and average the loss over the rows.

    Parameters
    ----------
    step : function of (X_batch, y_batch)
        Trains on the batch and returns its mean loss: a number, or a tensor that holds one.
        It is called exactly once for each batch.
    batches : iterable of (X_batch, y_batch)
        Arrays with one row for each instance; batches may differ in size. It may be a list or an
        iterator, over which one can go only once.

    Returns
    -------
    number, or tensor that holds one
        The mean loss over all rows: each batch counts by its number of rows.

    Raises
    ------
    ValueError
        If there is no batch.

    Example
    -------
    Batches of 4, 4 and 1 rows with the losses 1, 2 and 9: (4·1 + 4·2 + 1·9) / 9 = 2.333
    """
    ### BEGIN SOLUTION
    total, rows = 0.0, 0
    for X_batch, y_batch in batches:
        total += len(X_batch) * float(step(X_batch, y_batch))
        rows += len(X_batch)
    if rows == 0:
        raise ValueError("there is no batch to train on; has the generator been used up?")
    return total / rows
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_epoch-mean", "points": 1}
with check.visible("train_epoch: the example"):
    sizes_check = (4, 4, 1)
    batches_check = [(np.full((n, 2), i), np.zeros(n)) for i, n in enumerate(sizes_check)]
    check.close(
        train_epoch(lambda X, y: (1.0, 2.0, 9.0)[int(X[0, 0])], batches_check),
        21 / 9,
        "train_epoch with batches of 4, 4 and 1 rows and the losses 1, 2 and 9",
        rtol=1e-4,
        hint="weight each batch's loss with its number of rows, and divide by all rows",
        mistakes={
            "this is the mean of the batches' losses: weight each with its number of rows": 4.0,
            "this is the sum of the batches' losses": 12.0,
            "this is the sum over the rows: divide by their number": 21.0,
            "this is the loss of the last batch": 9.0,
            "this is the loss of the first batch": 1.0,
            "this is the sum over the rows, divided by the number of batches": 7.0,
            "this is the sum of the batches' losses, divided by the number of rows": 12 / 9,
            "the last batch is missing": 1.5,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_epoch: other batches"):
    rng_check = np.random.default_rng(65)
    for sizes_check in ((3,), (1,), (1, 1, 1), (8, 8, 8, 3), (2, 7, 1, 5, 5)):
        losses_check = rng_check.uniform(0.1, 3, size=len(sizes_check)).astype("float32")
        batches_check = [  # rows of several widths: a row counts as one
            (np.full((n, 3 + 2 * (i % 2)), i), np.zeros((n, 1))) for i, n in enumerate(sizes_check)
        ]
        for convert_check in (float, tf.constant):
            check.close(
                train_epoch(
                    lambda X, y, losses=losses_check, convert=convert_check: convert(
                        losses[int(X[0, 0])]
                    ),
                    batches_check,
                ),
                np.average(losses_check, weights=sizes_check),
                "train_epoch with other batches",
                rtol=1e-4,
                hint="weight each batch's loss with its number of rows, and divide by all rows",
                mistakes={"each batch counts the same": losses_check.mean()},
            )
    check.close(
        train_epoch(lambda X, y: 0.0, batches_check),
        0.0,
        "train_epoch with losses that are all 0",
        hint="a loss of 0 is a loss; only an epoch without a batch is an error",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "train_epoch-batches", "points": 1}
with check.visible("train_epoch: each batch once"):
    rows_check = np.arange(10.0)
    cut_check = [(rows_check[i : i + 4, None], rows_check[i : i + 4] + 100) for i in (0, 4, 8)]
    seen_check = []

    def record_check(X, y):
        seen_check.append((np.ravel(X).tolist(), np.ravel(y).tolist()))
        return 0.5

    train_epoch(record_check, cut_check)
    check.equal(
        [batch[0] for batch in seen_check],
        [[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0]],
        "the batches that step was called with",
        hint="each batch once, in the order given, the short one included",
        mistakes={
            "the short last batch was left out": [[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0]]
        },
    )
    check.equal(
        [[target - 100 for target in batch[1]] for batch in seen_check],
        [batch[0] for batch in seen_check],
        "the targets that came with the rows",
        hint="pass X_batch and y_batch on together, X first",
    )
    check.raises(
        ValueError,
        train_epoch,
        record_check,
        [],
        what="train_epoch without any batch",
        hint="nothing was trained, and nobody would notice",
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_epoch: an iterator"):
    seen_check = []

    def record_check(X, y):
        seen_check.append(len(X))
        return float(len(X))

    pairs_check = [(np.zeros((n, 1)), np.zeros(n)) for n in (5, 5, 2)]
    got_check = train_epoch(record_check, iter(pairs_check))
    check.equal(seen_check, [5, 5, 2], "the batches of an iterator", hint="each once, in order")
    check.close(got_check, 54 / 12, "the mean over the batches of an iterator", rtol=1e-4)
    for empty_check in (iter([]), ()):
        check.raises(ValueError, train_epoch, record_check, empty_check, what="no batch at all")
    seen_check.clear()
    pairs_check = [(np.zeros((n, 1)), np.zeros(n)) for n in (2, 5, 1, 4)]
    train_epoch(record_check, pairs_check)
    check.equal(seen_check, [2, 5, 1, 4], "batches of several sizes", hint="each once, in order")
    got_check = train_epoch(lambda X, y: np.nan if len(X) == 5 else 1.0, pairs_check)
    check.that(
        bool(np.isnan(float(check.to_numpy(got_check)[0]))),
        "the mean loss: is a number, though the loss of one batch was none (nan)",
    )
### END HIDDEN TESTS

# %% [markdown]
# Your step and your epoch together are a training loop:

# %%
model = clothes_network()
sgd = keras.optimizers.SGD(0.1)
for epoch in range(2):
    loss = train_epoch(
        lambda X, y: train_step(model, cross_entropy, sgd, X, y),
        cut(X_train, y_train, 64, seed=epoch),
    )
    print(f"epoch {epoch + 1}: mean training loss {float(loss):.3f}")

# %% [markdown]
# **So what.** These few lines *are* deep learning's loop; the rest is bookkeeping. Remember what
# the number is: the mean of losses taken *while* the weights improved. The first batch of an epoch
# met a worse model than the last.

# %% [markdown]
# ## Evaluation
#
# To **evaluate** is to measure and to change nothing: inference mode (`training=False`), no tape,
# no optimiser. A measurement that moves the model, be it only a running mean in a batch
# normalisation, is one more training step, and on data that was to stay unseen.
#
# **Predict**: this network has dropout, which in training switches off half of the hidden units at
# random. After two epochs we measure its validation accuracy five times in inference mode, and five
# times with the flag forgotten the other way round, `training=True`. What will differ?

# %%
keras.utils.set_random_seed(6)
dropping = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(10),
    ]
)
sgd = keras.optimizers.SGD(0.1)
for epoch in range(2):
    train_epoch(
        lambda X, y: train_step(dropping, cross_entropy, sgd, X, y),
        cut(X_train, y_train, 64, seed=epoch),
    )

# %%
for training in (False, True):
    scores = [
        np.mean(np.argmax(dropping(X_val, training=training), axis=1) == y_val) for _ in range(5)
    ]
    print(f"training={training!s:5}:", "  ".join(f"{score:.3f}" for score in scores))

# %% [markdown]
# In inference mode five equal numbers, 0.785. In training mode five different ones, all lower by 4
# to 6 points: a network with half of its units missing is a worse network, and a different one
# each time.
#
# ### Exercise: evaluation (2 points)
#
# What is averaged arrives as a function, so that the same loop serves a loss and an accuracy.


# %% nbgrader={"grade_id": "evaluate", "solution": true}
def evaluate(model, measure, batches):
    """The mean of a loss or metric over the rows of all batches; the model does not change.

    Parameters
    ----------
    model : keras.Model
        Built. It predicts in inference mode; no weight and no running statistic moves.
    measure : function of (true values, predictions), in this order
        The mean over the rows of a batch, as a number or a tensor: a Keras loss, for example.
    batches : iterable of (X_batch, y_batch)
        At least one; they may differ in size. Each counts by its number of rows.

    Returns
    -------
    number, or tensor that holds one

    Example
    -------
    The model x → 2x with the mean squared error. X = [[1], [2]], y = [[1], [5]] costs 1 a row,
    X = [[3]], y = [[3]] costs 9. Both batches together: (2·1 + 1·9) / 3 = 3.667
    """
    ### BEGIN SOLUTION
    total, rows = 0.0, 0
    for X_batch, y_batch in batches:
        predictions = model(X_batch, training=False)
        total += len(X_batch) * float(measure(y_batch, predictions))
        rows += len(X_batch)
    return total / rows
    ### END SOLUTION


# %% nbgrader={"grade_id": "evaluate-mean", "points": 1}
with check.visible("evaluate: the example"):
    check.close(
        evaluate(
            linear_model([2.0]),
            keras.losses.MeanSquaredError(),
            [
                (np.array([[1.0], [2.0]], "float32"), np.array([[1.0], [5.0]], "float32")),
                (np.array([[3.0]], "float32"), np.array([[3.0]], "float32")),
            ],
        ),
        11 / 3,
        "evaluate(x → 2x, mean squared error, two batches)",
        rtol=1e-4,
        mistakes={
            "this is the mean of the batches' means: weight each with its number of rows": 5.0,
            "this is the sum of the batches' means": 10.0,
            "this is the sum over the rows: divide by their number": 11.0,
            "this is the value of the last batch": 9.0,
            "this is the value of the first batch": 1.0,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("evaluate: other models and measures"):
    rng_check = np.random.default_rng(66)
    for sizes_check in ((5,), (4, 4, 1), (1, 6), (3, 1, 5)):
        w_check = rng_check.normal(size=3)
        X_check = rng_check.normal(size=(sum(sizes_check), 3)).astype("float32")
        y_check = (rng_check.random((len(X_check), 1)) > 0.4).astype("float32")
        z_check = X_check @ w_check + 0.5
        edges_check = np.cumsum((0, *sizes_check))
        batches_check = [
            (X_check[i:j], y_check[i:j])
            for i, j in zip(edges_check[:-1], edges_check[1:], strict=True)
        ]
        per_row = np.log1p(np.exp(-z_check)) + (1 - y_check[:, 0]) * z_check
        check.close(
            evaluate(
                linear_model(w_check, 0.5),
                keras.losses.BinaryCrossentropy(from_logits=True),
                batches_check,
            ),
            per_row.mean(),
            "evaluate with the binary cross-entropy",
            rtol=1e-3,
            hint="a measure takes the true values first, and each row counts the same",
        )
        check.close(
            evaluate(
                linear_model(w_check, 0.5),
                lambda y, p: np.mean((np.ravel(p) > 0) == (np.ravel(y) > 0.5)),
                iter(batches_check),
            ),
            np.mean((z_check > 0) == (y_check[:, 0] > 0.5)),
            "evaluate with an accuracy",
            rtol=1e-4,
        )
    model_check = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(3)])
    model_check.set_weights([rng_check.normal(size=(2, 3)), rng_check.normal(size=3)])
    kernel, bias = model_check.get_weights()
    X_check = rng_check.normal(size=(9, 2)).astype("float32")
    right_check = np.argmax(X_check @ kernel + bias, axis=1)
    true_check = np.where(np.arange(9) % 3 == 1, (right_check + 1) % 3, right_check)
    batches_check = [(X_check[i : i + 4], true_check[i : i + 4]) for i in (0, 4, 8)]
    check.close(
        evaluate(model_check, lambda y, p: np.mean(np.argmax(p, axis=1) == y), batches_check),
        2 / 3,
        "evaluate with the accuracy of a model with several outputs",
        rtol=1e-4,
        hint="hand the true values and the model's outputs on to the measure as they are",
    )
    model_check = keras.Sequential(
        [keras.Input(shape=(1,)), keras.layers.Dense(1, kernel_regularizer="l2")]
    )
    model_check.set_weights([np.array([[2.0]]), np.array([0.0])])
    rows_check = np.array([[1.0], [2.0], [-3.0]], dtype="float32")
    check.close(
        evaluate(model_check, keras.losses.MeanSquaredError(), [(rows_check, 2 * rows_check + 1)]),
        1.0,
        "evaluate a model with a penalty on its weights",
        rtol=1e-4,
        hint="is the mean of the measure alone; penalties belong to training",
    )
    for values_check, right_check in (((2e-7, 5e-7), 3e-7), ((1.0, np.nan), np.nan)):
        got_check = evaluate(
            linear_model([1.0]),
            lambda y, p, values=values_check: np.mean([values[int(row)] for row in np.ravel(y)]),
            [(np.zeros((4, 1), "float32"), np.zeros(4)), (np.zeros((2, 1), "float32"), np.ones(2))],
        )
        got_check = float(check.to_numpy(got_check)[0])
        check.that(
            bool(np.isclose(got_check, right_check, rtol=1e-3, atol=0, equal_nan=True)),
            "evaluate where a batch's value is very small, or is no number",
            expected=right_check,
            got=got_check,
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "evaluate-changes_nothing", "points": 1}
model_check = keras.Sequential(
    [keras.Input(shape=(1,)), keras.layers.BatchNormalization(momentum=0.5, epsilon=1e-6)]
)
two_check = np.array([[2.0], [4.0]], dtype="float32")
weights_before = model_check.get_weights()
with check.visible("evaluate: inference mode"):
    check.close(
        evaluate(model_check, keras.losses.MeanSquaredError(), [(two_check, two_check)]),
        0.0,
        "the loss of a new batch normalisation, which in inference mode lets 2 and 4 pass",
        atol=1e-4,
        mistakes={
            "the model ran in training mode, and turned 2 and 4 into -1 and 1: use training=False": (
                9.0
            )
        },
    )
    for number_check, name_check in enumerate(
        ("scale", "offset", "running mean", "running variance")
    ):
        check.equal(
            model_check.get_weights()[number_check],
            weights_before[number_check],
            f"the model's {name_check} after evaluate",
            hint="it has changed: to evaluate is to change nothing",
        )
### BEGIN HIDDEN TESTS
with check.hidden("evaluate: inference mode"):
    rng_check = np.random.default_rng(67)
    model_check = keras.Sequential(
        [
            keras.Input(shape=(5,)),
            keras.layers.BatchNormalization(),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1),
        ]
    )
    model_check.set_weights([rng_check.uniform(0.5, 2, w.shape) for w in model_check.get_weights()])
    weights_before = model_check.get_weights()
    scale, offset, mean_check, variance, kernel, bias = weights_before
    X_check = rng_check.normal(size=(6, 5)).astype("float32")
    y_check = rng_check.normal(size=(6, 1)).astype("float32")
    normal_check = (X_check - mean_check) / np.sqrt(variance + 0.001) * scale + offset
    by_hand = np.mean((normal_check @ kernel + bias - y_check) ** 2)
    for _ in range(2):
        check.close(
            evaluate(
                model_check,
                keras.losses.MeanSquaredError(),
                [(X_check[:4], y_check[:4]), (X_check[4:], y_check[4:])],
            ),
            by_hand,
            "the loss of a model with dropout and batch normalisation",
            rtol=1e-3,
            hint="predict in inference mode; nothing is dropped then, and running means are used",
        )
    for old, new in zip(weights_before, model_check.get_weights(), strict=True):
        check.equal(new, old, "a weight of the model after evaluate", hint="it has changed")
    check.equal(
        len(model_check.trainable_weights),
        4,
        "the number of trainable weights after evaluate",
        hint="it has changed: whoever freezes a model to measure it must thaw it afterwards",
    )
### END HIDDEN TESTS

# %% [markdown]
# With a measure of your own you get whatever you want to know, say the accuracy:


# %%
def accuracy(labels, logits):
    """The share of rows whose largest logit is that of the label."""
    return np.mean(np.argmax(logits, axis=1) == labels)


for name, rows in (("training", (X_train, y_train)), ("validation", (X_val, y_val))):
    print(f"{name} accuracy: {evaluate(dropping, accuracy, cut(*rows, 500)):.3f}")

# %% [markdown]
# **So what.** Loss and accuracy of training and validation are comparable only if they were
# measured in the same mode and averaged in the same way. The loss that `train_epoch` reports is in
# training mode; this one is not.

# %% [markdown]
# ## The whole loop, and when it ends
#
# Epoch after epoch the training loss falls. The validation loss falls, turns, and rises: from there
# on the model learns its training rows by heart. **Early stopping** (lesson 5) ends the run when
# the validation loss has not improved for some epochs in a row, the **patience**. By then the best
# model is gone, overwritten by worse ones; so its weights are kept in a copy when they are best, and
# **restored** at the end.
#
# Keras does the same by `keras.callbacks.EarlyStopping(patience=…, restore_best_weights=True)`.
#
# **Predict**: Keras trains for 15 epochs, with a patience of 50, so that early stopping never fires.
# Are the best weights restored all the same? We take only 300 training rows, to overfit soon.

# %%
keras_model = clothes_network(hidden=128)
keras_model.compile(optimizer=keras.optimizers.SGD(0.2), loss=cross_entropy)
stopper = keras.callbacks.EarlyStopping(patience=50, restore_best_weights=True)
run = keras_model.fit(
    X_train[:300],
    y_train[:300],
    validation_data=(X_val, y_val),
    validation_batch_size=500,
    batch_size=16,
    epochs=15,
    callbacks=[stopper],
    verbose=0,
)
val_losses = run.history["val_loss"]
print(f"lowest validation loss {min(val_losses):.4f}, in epoch {1 + np.argmin(val_losses)}")
print(f"validation loss after the last epoch {val_losses[-1]:.4f}")
print(f"of the model that we have now {keras_model.evaluate(X_val, y_val, verbose=0):.4f}")

# %% [markdown]
# The model in our hands has the lowest loss, 0.6718 of epoch 11, not that of epoch 15: this Keras
# (3.15) restores at the end of *every* run. Older releases did so only if early stopping had fired,
# and many a model was handed in with its last weights. We follow the new rule.

# %% [markdown]
# To test such a loop nothing needs to be trained. The tests drive it by a script: "training" adds 1
# to every weight of a small model that starts with zeros, so its weights tell how many epochs it
# has trained, and the validation losses stand in a list.


# %% tags=["setup"] nbgrader={"grade_id": "counting"}
def counting_model():
    """A model all of whose weights, trainable or not, are 0; `count_up` adds 1 to each."""
    model = keras.Sequential(
        [keras.Input(shape=(1,)), layers.Dense(1), layers.BatchNormalization()]
    )
    model.set_weights([np.zeros(weight.shape) for weight in model.get_weights()])
    return model


def count_up(model):
    """Train for an epoch, so to speak: add 1 to every weight. The loss is 10 minus the epochs."""
    model.set_weights([weight + 1 for weight in model.get_weights()])
    return 10.0 - float(model.get_weights()[0][0, 0])


def epoch_of(model):
    """How many epochs a counting model has trained."""
    return int(model.get_weights()[0][0, 0])


# %% [markdown]
# ### Exercise: fit (3 points)
#
# The control of a run has nothing to do with batches or tapes, so your `fit` gets training and
# validation as functions of the model. Count with care: an epoch that equals the best so far is no
# improvement, and any improvement starts the count anew.


# %% nbgrader={"grade_id": "fit", "solution": true}
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    """Train epoch by epoch, stop early, and leave the model with its best weights.

    Parameters
    ----------
    model : keras.Model
        Built. In the end it has all its weights, non-trainable ones included, as they were after
        the epoch with the lowest validation loss, whether the run was stopped early or not.
    train_one_epoch : function of the model
        Trains it for an epoch and returns the training loss, a float.
    validate : function of the model
        Returns its validation loss, a float, which may be nan. Called once, after each epoch.
    epochs : int, at least 1
        The largest number of epochs.
    patience : int, at least 1, or None
        Stop after this many epochs in a row without improvement, that is with a validation loss
        that is not below the lowest so far. nan is no improvement. None: never stop early.
    on_epoch_end : function of the history so far, or None
        Called after each epoch, its two losses included.

    Returns
    -------
    dict
        {"loss": [...], "val_loss": [...]}, a float for each epoch that was run.

    If every validation loss is nan, no epoch is best and the model keeps its last weights.

    Example
    -------
    Validation losses 5, 4, 3, 3.5, 3.2, 3.1 with patience 2: stopped after 5 epochs, with the
    weights of the third.
    """
    ### BEGIN SOLUTION
    history = {"loss": [], "val_loss": []}
    best, best_weights, waited = np.inf, None, 0
    for _ in range(epochs):
        history["loss"].append(train_one_epoch(model))
        history["val_loss"].append(validate(model))
        if on_epoch_end is not None:
            on_epoch_end(history)
        if history["val_loss"][-1] < best:
            best, best_weights, waited = history["val_loss"][-1], model.get_weights(), 0
        else:
            waited += 1
        if waited == patience:
            break
    if best_weights is not None:
        model.set_weights(best_weights)
    return history
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit-history", "points": 1}
falling_check = (4.0, 3.0, 2.5, 2.25, 2.0, 1.5)
with check.visible("fit: the history"):
    lengths_check = []
    history_check = fit(
        counting_model(),
        count_up,
        lambda model: falling_check[epoch_of(model) - 1],
        4,
        None,
        lambda history: lengths_check.append((len(history["loss"]), history["val_loss"][-1])),
    )
    if check.instance(history_check, dict, "the history that fit returns"):
        check.equal(sorted(history_check), ["loss", "val_loss"], "the names in the history")
        for name_check, right_check in (
            ("loss", [9.0, 8.0, 7.0, 6.0]),
            ("val_loss", [4.0, 3.0, 2.5, 2.25]),
        ):
            check.close(
                history_check.get(name_check),
                right_check,
                f"history[{name_check!r}] after 4 epochs",
                hint="one number for each epoch: train first, then validate",
            )
    check.equal(
        lengths_check,
        [(1, 4.0), (2, 3.0), (3, 2.5), (4, 2.25)],
        "how long the history was at each call of on_epoch_end, and its last val_loss",
        hint="call it once after each epoch, with the history that already has the epoch's losses",
        mistakes={"it was never called": []},
    )
### BEGIN HIDDEN TESTS
with check.hidden("fit: the history"):
    for epochs_check in (1, 2, 6):
        history_check = fit(
            counting_model(),
            count_up,
            lambda model: falling_check[epoch_of(model) - 1],
            epochs_check,
        )
        check.close(
            history_check["val_loss"],
            falling_check[:epochs_check],
            "the validation losses of another number of epochs",
        )
        check.close(
            history_check["loss"],
            10.0 - np.arange(1, epochs_check + 1),
            "the training losses of another number of epochs",
        )
    asked_check = []

    def validate_check(model):
        asked_check.append(epoch_of(model))
        return 1.0 / epoch_of(model)

    fit(counting_model(), count_up, validate_check, 3)
    check.equal(
        asked_check,
        [1, 2, 3],
        "the epochs after which the model was validated",
        hint="validate once after each epoch, and keep the number: a validation takes time",
    )
    again_check = fit(counting_model(), count_up, lambda model: 1.0 / epoch_of(model), 3, 5)
    check.close(
        again_check["val_loss"],
        [1, 1 / 2, 1 / 3],
        "the history of a second call",
        hint="every call needs a history of its own",
    )
    lengths_check = []
    fit(
        counting_model(),
        count_up,
        lambda model: float(epoch_of(model)),
        6,
        2,
        lambda history: lengths_check.append(len(history["val_loss"])),
    )
    check.equal(
        lengths_check,
        [1, 2, 3],
        "the epochs of a run that was stopped early after which on_epoch_end was called",
        hint="call it after each epoch, the one that stops the run included",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "fit-patience", "points": 1}
turning_check = (5.0, 4.0, 3.0, 3.5, 3.2, 3.1, 2.0, 1.0)
with check.visible("fit: early stopping"):
    check.equal(
        len(
            fit(
                counting_model(),
                count_up,
                lambda model: turning_check[epoch_of(model) - 1],
                8,
                2,
            )["val_loss"]
        ),
        5,
        "the number of epochs with validation losses 5, 4, 3, 3.5, 3.2, 3.1, 2, 1 and patience 2",
        hint="epoch 3 is the best; epochs 4 and 5 are the two in a row without improvement",
        mistakes={
            "the run was not stopped: is each loss compared with the lowest so far?": 8,
            "stopped an epoch too early: patience 2 allows for two epochs without improvement": 4,
            "stopped an epoch too late: stop as soon as two epochs in a row brought nothing": 6,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("fit: early stopping"):
    nan_check = float("nan")
    for losses_check, patience_check, right_check, why_check in (
        ((3.0, 4.0, 2.0, 4.0, 1.0, 4.0, 0.5, 4.0), 2, 8, "an improvement starts the count anew"),
        ((3.0, 3.0, 3.0, 3.0, 3.0, 3.0), 3, 4, "a loss that equals the lowest does not improve it"),
        ((3.0, 4.0, 3.9, 3.8, 3.7, 2.0), 2, 3, "compare with the lowest loss, not with the last"),
        ((3.0, 4.0, 2.0, 2.0, 2.0), 1, 2, "patience 1 stops at the first epoch that is no better"),
        ((3.0, nan_check, nan_check, 2.0, 1.0), 2, 3, "nan is no improvement"),
        ((nan_check, nan_check, 3.0, 2.0), 3, 4, "a first loss of nan must not count as the best"),
        ((1.0, 2.0, 3.0, 4.0, 5.0, 6.0), None, 6, "without patience nothing is stopped early"),
        ((1.0, 2.0, 3.0), 5, 3, "the number of epochs is a limit too"),
        ((0.5, -1.0, -2.0, -1.5, -1.5), 2, 5, "losses may be negative"),
        ((2e6, 1e6, 3e6, 3e6, 1.0), 2, 4, "losses may be large; the first one is the best so far"),
        ((1.0, 0.99999, 0.99998, 0.99997), 1, 4, "an improvement counts, however small"),
    ):
        history_check = fit(
            counting_model(),
            count_up,
            lambda model, script=losses_check: script[epoch_of(model) - 1],
            len(losses_check),
            patience_check,
        )
        check.equal(
            len(history_check["val_loss"]), right_check, "the number of epochs", hint=why_check
        )
    check.equal(
        len(fit(counting_model(), count_up, lambda model: float(epoch_of(model)), 30)["val_loss"]),
        30,
        "the number of epochs of a call without patience",
        hint="the default is None: nothing is stopped early",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "fit-best_weights", "points": 1}
turning_check = (5.0, 4.0, 3.0, 3.5, 3.2, 3.1, 2.0, 1.0)
with check.visible("fit: the best weights"):
    for epochs_check, patience_check, when_check in (
        (8, 2, "with patience 2"),
        (6, None, "6 epochs, never stopped early"),
    ):
        model_check = counting_model()
        fit(
            model_check,
            count_up,
            lambda model: turning_check[epoch_of(model) - 1],
            epochs_check,
            patience_check,
        )
        last_check = 5 if patience_check else 6
        check.equal(
            epoch_of(model_check),
            3,
            f"the epoch whose weights the model has in the end, {when_check}",
            hint="epoch 3 had the lowest validation loss",
            mistakes={
                "these are the last weights: were they copied when they were best, and given back, "
                "also when the run was not stopped early?": last_check,
                "these are the weights from before training": 0,
                "these are the weights from before the best epoch: copy them after it": 2,
                "these are the weights from after the next epoch": 4,
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("fit: the best weights"):
    nan_check = float("nan")
    for losses_check, patience_check, best_check in (
        ((3.0, 4.0, 2.0, 4.0, 1.0, 4.0), 3, 5),
        ((3.0, 2.0, 1.0), 2, 3),
        ((1.0, 2.0, 3.0, 4.0), 2, 1),
        ((2.0, 1.0, 1.0, 1.0), None, 2),
        ((2e6, 1e6, 3e6), None, 2),
        ((nan_check, 3.0, nan_check, nan_check), 5, 2),
        ((nan_check, nan_check), None, 2),
    ):
        model_check = counting_model()
        fit(
            model_check,
            count_up,
            lambda model, script=losses_check: script[epoch_of(model) - 1],
            len(losses_check),
            patience_check,
        )
        for weight_check in model_check.get_weights():
            check.equal(
                weight_check,
                np.full(weight_check.shape, best_check, dtype="float32"),
                "a weight in the end",
                hint="is not that of the best epoch: restore all weights, the non-trainable too; "
                "the first of equal epochs counts, and the last if all losses were nan",
            )
### END HIDDEN TESTS

# %% [markdown]
# Now the loop that you have written trains on the clothes, from tape to early stopping: 1,000
# training rows, a learning rate of 0.2, patience 3. In JupyterLab the curve grows while you watch.

# %%
model = clothes_network()
sgd = keras.optimizers.SGD(0.2)
started = time.perf_counter()
with LiveCurve() as live:
    history = fit(
        model,
        train_one_epoch=lambda model: train_epoch(
            lambda X, y: train_step(model, cross_entropy, sgd, X, y),
            cut(X_train[:1000], y_train[:1000], 32, seed=6),
        ),
        validate=lambda model: evaluate(model, cross_entropy, cut(X_val, y_val, 500)),
        epochs=40,
        patience=3,
        on_epoch_end=live,
    )

# %%
print(f"{len(history['loss'])} epochs in {time.perf_counter() - started:.0f} s")
print(f"validation loss {evaluate(model, cross_entropy, cut(X_val, y_val, 500)):.4f}")
X_test = images_test.reshape(-1, 784).astype("float32") / 255
print(f"test accuracy {evaluate(model, accuracy, cut(X_test, kinds_test, 500)):.3f}")

# %% [markdown]
# Look at where the curves part: the training loss goes on falling, the validation loss is lowest in
# epoch 14 and no better in the three that follow, so the run ends after epoch 17, and the model has
# the validation loss of epoch 14, 0.5765. The test set was touched once, after all decisions.
#
# **So what.** You could now leave `fit` behind. Whether you should is the question of the last
# section.

# %% [markdown]
# ## A loop that is wrong in three places
#
# Here is somebody's loop. It runs without an error, its code looks much like yours, and three of
# its lines are wrong. Do not look for them yet: first see what it *does*. The loss and the accuracy
# that it reports are those of training, averaged over an epoch.


# %%
def broken_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    metric = keras.metrics.SparseCategoricalAccuracy()
    for _ in range(epochs):
        total, rows = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch)
                loss = loss_fn(y_batch, predictions)
                total += len(X_batch) * loss
            gradients = tape.gradient(total, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
            rows += len(X_batch)
        history["loss"].append(float(total) / rows)
        history["accuracy"].append(float(metric.result()))
    return history


# %%
def normalising_network():
    keras.utils.set_random_seed(6)
    return keras.Sequential(
        [
            keras.Input(shape=(784,)),
            layers.Dense(64, activation="relu"),
            layers.BatchNormalization(),
            layers.Dropout(0.2),
            layers.Dense(10),
        ]
    )


# %% [markdown]
# **What went wrong in this run?** The first 1,000 rows, batches of 32, plain SGD with a learning
# rate of 0.01, four epochs. We let the loop train twice from the same start: once epoch by epoch, so
# that `evaluate` can measure the accuracy on the same rows in between, and once in a single call.

# %%
few, their_kinds = X_train[:1000], y_train[:1000]
suspect = normalising_network()
sgd = keras.optimizers.SGD(0.01)
losses, measured = [], []
for _ in range(4):
    losses += broken_loop(suspect, cross_entropy, sgd, few, their_kinds, 1, 32)["loss"]
    measured.append(evaluate(suspect, accuracy, cut(few, their_kinds, 500)))
reported = broken_loop(
    normalising_network(), cross_entropy, keras.optimizers.SGD(0.01), few, their_kinds, 4, 32
)["accuracy"]

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.4))
epochs = np.arange(1, 5)
left.plot(epochs, losses, "o-")
left.set(xlabel="epoch", xticks=epochs, ylabel="loss", title="A loss curve without a fault")
right.plot(epochs, measured, "o-", label="measured after the epoch")
right.plot(epochs, reported, "s--", label="reported by the loop")
right.set(xlabel="epoch", xticks=epochs, ylabel="accuracy", title="Reported is not measured")
_ = right.legend()

# %% [markdown]
# Look at the left panel first: nothing to complain about. Then at the right one: after the first
# epoch the loop reports 0.38 where 0.63 is measured, and it never catches up. So we measure more:
# how far one step on one batch moves the weights, beside your own step, and what the normalisation
# has learned about its inputs.

# %%
batch = few[:32], their_kinds[:32]
for name, loop in (("train_step", train_step), ("broken_loop", broken_loop)):
    probe = clothes_network()
    before = probe.get_weights()[0]
    extra = (1, 32) if loop is broken_loop else ()
    loop(probe, cross_entropy, keras.optimizers.SGD(0.001), *batch, *extra)
    print(
        f"{name:11} moves the first kernel by {np.linalg.norm(probe.get_weights()[0] - before):.6f}"
    )
print("running means of the normalisation:", suspect.get_weights()[4][:6])

# %% [markdown]
# Three symptoms, and each is a number:
#
# | symptom | what it says |
# | --- | --- |
# | one step on a batch of 32 moves the kernel by 0.082182, which is 32 times 0.002568 | the gradient is not that of the batch's mean loss |
# | the reported accuracy lags behind the measured one, epoch after epoch | old epochs are still in the average |
# | the running means are exactly 0 after four epochs, as they were at the start | the normalisation never noticed that it was being trained |
#
# Each hides well. A step 32 times too long looks like a learning rate well chosen, until somebody
# changes the batch size; with Adam in place of SGD it would hardly show, since Adam divides each
# gradient by its own recent size. And the network with the third bug never drops a unit either: it
# overfits, with all its regularisation in place.
#
# ### Exercise: mend the loop (3 points)
#
# Each bug is worth a point of its own, whether or not the others are mended. The loop stands below
# as it was found.


# %% nbgrader={"grade_id": "fix_the_loop", "solution": true}
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    """Train a classifier, and report loss and accuracy of each epoch of training.

    Parameters
    ----------
    model : keras.Model
        Built; returns one logit for each class. Trained in training mode: each batch moves its
        trainable weights by one step on the mean loss of that batch.
    loss_fn : function of (true values, predictions)
        Returns the mean loss of a batch.
    optimizer : keras.optimizers.Optimizer
    X : array of shape (n, d), y : array of shape (n,), whole numbers
    epochs, batch_size : int
        The rows are cut into batches in the order given, anew each epoch; the last may be shorter.

    Returns
    -------
    dict
        {"loss": [...], "accuracy": [...]}: for each epoch, the mean over its rows of the losses,
        and the share of its rows that were predicted rightly, both before each batch's update.
    """
    ### BEGIN SOLUTION
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        metric = keras.metrics.SparseCategoricalAccuracy()
        total, rows = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
            total += len(X_batch) * float(loss)
            rows += len(X_batch)
        history["loss"].append(total / rows)
        history["accuracy"].append(float(metric.result()))
    return history
    ### END SOLUTION
    # The loop as it was found: remove the line above that raises, and mend what is below.
    history = {"loss": [], "accuracy": []}
    metric = keras.metrics.SparseCategoricalAccuracy()
    for _ in range(epochs):
        total, rows = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch)
                loss = loss_fn(y_batch, predictions)
                total += len(X_batch) * loss
            gradients = tape.gradient(total, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
            rows += len(X_batch)
        history["loss"].append(float(total) / rows)
        history["accuracy"].append(float(metric.result()))
    return history


# %% [markdown]
# The tests compare your loop with softmax regression in NumPy: for a single dense layer the gradient
# is known in closed form.

# %% nbgrader={"grade_id": "fix_the_loop-gradient", "points": 1}
X_check = np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0], [-1.0, 1.0]], dtype="float32")
y_check = np.array([0, 1, 1, 0])
model_check = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(2)])
model_check.set_weights([np.zeros((2, 2)), np.zeros(2)])
with check.visible("fix_the_loop: the gradient"):
    fix_the_loop(
        model_check,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        keras.optimizers.SGD(0.5),
        X_check,
        y_check,
        1,
        4,
    )
    gradient_check = X_check.T @ (0.5 - np.eye(2)[y_check]) / 4
    check.close(
        model_check.get_weights()[0],
        -0.5 * gradient_check,
        "the kernel, which was 0, after one step on one batch with learning rate 0.5",
        rtol=1e-3,
        atol=1e-5,
        mistakes={
            "the step is 4 times too long for a batch of 4 rows: of which name is the gradient "
            "taken, and what is added up in it?": -2.0 * gradient_check,
            "nothing moved": np.zeros((2, 2)),
            "the step goes uphill": 0.5 * gradient_check,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("fix_the_loop: the gradient"):
    rng_check = np.random.default_rng(68)
    X_check = rng_check.normal(size=(7, 3)).astype("float32")
    y_check = np.array([2, 0, 1, 1, 0, 2, 2])
    kernel_check, offset_check = rng_check.normal(size=(3, 3)), np.zeros(3)
    model_check = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(3)])
    model_check.set_weights([kernel_check, offset_check])
    fix_the_loop(
        model_check,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        keras.optimizers.SGD(0.3),
        X_check,
        y_check,
        2,
        3,
    )
    for _ in range(2):
        for first in (0, 3, 6):
            rows_check, true_check = X_check[first : first + 3], y_check[first : first + 3]
            powers = np.exp(rows_check @ kernel_check + offset_check)
            error_check = powers / powers.sum(axis=1, keepdims=True) - np.eye(3)[true_check]
            kernel_check = kernel_check - 0.3 * rows_check.T @ error_check / len(rows_check)
            offset_check = offset_check - 0.3 * error_check.mean(axis=0)
    for got_check, right_check in zip(
        model_check.get_weights(), (kernel_check, offset_check), strict=True
    ):
        check.close(
            got_check,
            right_check,
            "the weights after two epochs of three batches",
            rtol=1e-3,
            atol=1e-4,
            hint="each batch makes one step on its own mean loss, in the order of the rows, the "
            "short last batch too",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "fix_the_loop-metrics", "points": 1}
model_check = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(2, use_bias=False)])
model_check.set_weights([np.array([[1.0, -1.0]])])
with check.visible("fix_the_loop: the accuracy of each epoch"):
    history_check = fix_the_loop(
        model_check,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        keras.optimizers.SGD(10.0),
        np.array([[1.0], [1.0]], dtype="float32"),
        np.array([1, 1]),
        3,
        1,
    )
    check.close(
        history_check["accuracy"],
        [0.5, 1.0, 1.0],
        "history['accuracy'] of a run whose very first prediction alone is wrong",
        rtol=1e-4,
        hint="in the first epoch one of the two rows is right, later both are",
        mistakes={
            "the epochs before are still in the average: every epoch needs a metric that starts "
            "from nothing": [0.5, 0.75, 5 / 6],
            "the very first prediction was wrong: count all batches of the epoch, each by its "
            "predictions before the update": [1.0, 1.0, 1.0],
            "these are the numbers of right predictions": [1, 2, 2],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("fix_the_loop: the history"):
    rng_check = np.random.default_rng(69)
    X_check = rng_check.normal(size=(6, 2)).astype("float32")
    y_check = np.array([0, 1, 1, 0, 1, 0])
    kernel_check = np.array([[1.0, -1.0], [-0.5, 0.5]])
    model_check = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(2, use_bias=False)])
    model_check.set_weights([kernel_check])
    history_check = fix_the_loop(
        model_check,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        keras.optimizers.SGD(1.0),
        X_check,
        y_check,
        4,
        1,
    )
    losses_check, shares_check = [], []
    for _ in range(4):
        costs_check, hits_check = [], []
        for row, true in zip(X_check, y_check, strict=True):
            powers = np.exp(row @ kernel_check)
            share_check = powers / powers.sum()
            costs_check.append(-np.log(share_check[true]))
            hits_check.append(np.argmax(share_check) == true)
            kernel_check = kernel_check - np.outer(row, share_check - np.eye(2)[true])
        losses_check.append(np.mean(costs_check))
        shares_check.append(np.mean(hits_check))
    check.close(
        history_check["accuracy"],
        shares_check,
        "the accuracy of each epoch",
        rtol=1e-4,
        hint="each epoch counts its own rows alone",
    )
    check.close(
        history_check["loss"],
        losses_check,
        "the loss of each epoch",
        rtol=1e-3,
        atol=1e-4,
        hint="the mean over the epoch's own rows",
    )
    model_check.set_weights([np.zeros((2, 2))])
    history_check = fix_the_loop(
        model_check,
        lambda y, logits: tf.reduce_mean(tf.cast(y, tf.float32)) + 0 * tf.reduce_mean(logits),
        keras.optimizers.SGD(0.0),
        X_check[:5],
        np.array([1, 1, 1, 1, 0]),
        2,
        4,
    )
    check.close(
        history_check["loss"],
        [0.8, 0.8],
        "the loss with a short last batch",
        rtol=1e-4,
        hint="is a mean over the rows: each batch counts by their number",
    )
    model_check = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(3, use_bias=False)])
    model_check.set_weights([np.eye(3)])
    X_check = np.array([[2, 0, 0], [0, 0, 3], [0, 1, 0], [1, 0, 2], [0, 2, 1]], dtype="float32")
    history_check = fix_the_loop(
        model_check,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        keras.optimizers.SGD(0.0),
        X_check,
        np.array([0, 2, 1, 0, 2]),
        2,
        4,
    )
    check.close(
        history_check["accuracy"],
        [0.6, 0.6],
        "the accuracy for three classes with a short last batch",
        rtol=1e-4,
        hint="the class predicted is that of the largest logit; each row counts the same",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "fix_the_loop-training_mode", "points": 1}
model_check = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        keras.layers.BatchNormalization(momentum=0.5),
        keras.layers.Dense(2),
    ]
)
with check.visible("fix_the_loop: training mode"):
    fix_the_loop(
        model_check,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        keras.optimizers.SGD(0.0),
        np.array([[2.0], [4.0]], dtype="float32"),
        np.array([0, 1]),
        2,
        2,
    )
    check.close(
        model_check.get_weights()[2],
        [2.25],
        "the running mean after two batches of mean 3, each of which moves it halfway, from 0",
        rtol=1e-4,
        mistakes={
            "it stood still: the model runs in inference mode": [0.0],
            "it moved more than once for each batch: one forward pass is enough": [2.8125],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("fix_the_loop: training mode"):
    rng_check = np.random.default_rng(70)
    X_check = rng_check.normal(1, 2, size=(8, 64)).astype("float32")
    y_check = np.array([0, 1, 2, 0, 1, 2, 0, 1])
    model_check = keras.Sequential(
        [keras.Input(shape=(64,)), keras.layers.Dropout(0.5, seed=2), keras.layers.Dense(3)]
    )
    loss_check = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    calm_check = float(loss_check(y_check, model_check(X_check)))
    history_check = fix_the_loop(
        model_check, loss_check, keras.optimizers.SGD(0.0), X_check, y_check, 8, 8
    )
    check.shape(history_check["loss"], (8,), "the losses of eight epochs")
    apart_check = np.abs(np.asarray(history_check["loss"], float) - calm_check)
    check.that(
        float(apart_check.max()) > 1e-4 * calm_check,
        "the loss of a model with dropout: is that of inference mode, in which nothing is dropped",
    )
### END HIDDEN TESTS

# %% [markdown]
# The same network, the same rows, the same learning rate, with your loop:

# %%
mended = normalising_network()
history = fix_the_loop(mended, cross_entropy, keras.optimizers.SGD(0.01), few, their_kinds, 4, 32)
print("losses:    ", np.round(history["loss"], 2))
print("accuracies:", np.round(history["accuracy"], 2))
print("running means:", mended.get_weights()[4][:6].round(2))
for name, network in (("broken", suspect), ("mended", mended)):
    score = evaluate(network, accuracy, cut(X_val, y_val, 500))
    print(f"validation accuracy, {name}: {score:.3f}")

# %% [markdown]
# The running means have moved, and each epoch's accuracy is its own. On the validation rows the
# mended network reaches 0.721 and the broken one 0.716: close, and that is the point. The broken
# loop *trained*. It reported wrong numbers, ignored its own regularisation and stepped 32 times too
# far, and nobody who looks only at the last accuracy would have known.
#
# **So what.** Test a loop as you test any function: one batch, plain SGD, and by hand what the
# weights must be afterwards.

# %% [markdown]
# ## Compiled steps
#
# Your step runs operation by operation from Python: **eagerly**. `tf.function` turns a Python
# function into a **graph**: at the first call the function runs once with symbols in place of
# numbers, which is called **tracing**, and what TensorFlow records is then run without Python.
#
# **Predict** how many lines the next cell prints, and which.


# %%
@tf.function
def double(x):
    print("  tracing with", x)
    return 2 * x


for value in (tf.constant(1.0), tf.constant(2.0), 3.0, 4.0, tf.constant([1.0, 2.0])):
    double(value)
print("traces:", double.experimental_get_tracing_count())

# %% [markdown]
# Five calls, four traces. The second call found a graph that fitted: a tensor of the same shape and
# dtype. But every new *Python number* is built into the graph as a constant and costs a trace of
# its own, and so does every new *shape*. A `print` in a compiled function runs at tracing only; so
# does everything else that is Python.
#
# Tracing a training step takes as long as many steps. So pass tensors or arrays, never Python
# numbers that change; and for the short last batch write
# `@tf.function(reduce_retracing=True)`: when a second shape comes, TensorFlow traces once more,
# with the number of rows left open, and that graph fits all further sizes.
#
# ### Exercise: a compiled step (2 points)
#
# Decorate a function inside yours, and return it. (The optimiser creates its variables when it
# first meets the weights, and TensorFlow traces once more when variables appear on the way. With
# `optimizer.build(model.trainable_variables)` they are there before, which is the clean way.)


# %% nbgrader={"grade_id": "compiled_step", "solution": true}
def compiled_step(model, loss_fn, optimizer):
    """A training step for this model, compiled by tf.function.

    Parameters
    ----------
    model : keras.Model
        Built. The forward pass runs in training mode.
    loss_fn : function of (true values, predictions)
        Returns the mean loss of a batch.
    optimizer : keras.optimizers.Optimizer
        Not built yet. It belongs to this step alone.

    Returns
    -------
    tf.function
        `step(X, y)` trains the model on a batch, as `train_step` does, and returns the loss before
        the update; y may hold floats, or class numbers of shape (n,). It is the object that
        tf.function makes, which counts its traces (`step.experimental_get_tracing_count()`): at
        most 3, however many batch sizes come.

    Example
    -------
    >>> step = compiled_step(model, loss_fn, keras.optimizers.SGD(0.1))
    >>> losses = [float(step(X, y)) for X, y in batches]
    """
    ### BEGIN SOLUTION
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        return loss

    return step
    ### END SOLUTION


# %% nbgrader={"grade_id": "compiled_step-numbers", "points": 1}
X_check = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [1.0, 0.0]], dtype="float32")
y_check = np.array([[1.0], [0.0], [2.0], [-1.0]], dtype="float32")
with check.visible("compiled_step: the same numbers as eager steps"):
    step_check = compiled_step(
        linear_model([1.0, -1.0], 0.5), keras.losses.MeanSquaredError(), keras.optimizers.SGD(0.1)
    )
    check.callable_(step_check, "what compiled_step returns")
    check.close(
        [float(step_check(X_check, y_check)) for _ in range(2)],
        [2.75, 1.80375],
        "the losses of two steps on the batch of train_step's example",
        rtol=1e-4,
        hint="each step returns the loss before its update, and moves the weights once",
        mistakes={
            "the weights do not move": [2.75, 2.75],
            "the losses are those after the update": [1.80375, 1.3559875],
            "the step goes uphill": [2.75, 4.05375],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("compiled_step: the same numbers as eager steps"):
    rng_check = np.random.default_rng(71)
    twins_check, steps_check = [], []
    for loss_check, optimizer_check, twin_optimizer in (
        (
            keras.losses.MeanSquaredError(),
            keras.optimizers.Adam(0.05),
            keras.optimizers.Adam(0.05),
        ),
        (
            keras.losses.BinaryCrossentropy(from_logits=True),
            keras.optimizers.SGD(0.1, momentum=0.9),
            keras.optimizers.SGD(0.1, momentum=0.9),
        ),
    ):
        both_check = [
            keras.Sequential(
                [
                    keras.Input(shape=(3,)),
                    keras.layers.Dense(4, activation="tanh"),
                    keras.layers.BatchNormalization(),
                    keras.layers.Dense(1),
                ]
            )
            for _ in range(2)
        ]
        both_check[0].set_weights(
            [rng_check.uniform(0.5, 1.5, w.shape) for w in both_check[0].get_weights()]
        )
        both_check[1].set_weights(both_check[0].get_weights())
        both_check[1].compile(optimizer=twin_optimizer, loss=loss_check, run_eagerly=True)
        twins_check.append(both_check[1])
        steps_check.append(compiled_step(both_check[0], loss_check, optimizer_check))
    for rows_check in (6, 6, 3, 5):
        X_check = rng_check.normal(size=(rows_check, 3)).astype("float32")
        y_check = (rng_check.random((rows_check, 1)) > 0.4).astype("float32")
        for step_check, twin_check in zip(steps_check, twins_check, strict=True):
            got_check = step_check(X_check, y_check)
            check.shape(got_check, (), "the loss that a step returns")
            check.close(
                got_check,
                float(twin_check.train_on_batch(X_check, y_check)),
                "the loss of a step",
                rtol=1e-3,
                atol=1e-4,
                hint="differs from that of Keras's own training on the same batches: is the model "
                "in training mode, does the loss get the true values first, and does each step "
                "move the weights once, by the optimiser's rule?",
            )

    def trained_check(weights, batches):
        """The weights of a classifier whose first layer is frozen, after a step on each batch."""
        model = keras.Sequential(
            [
                keras.Input(shape=(3,)),
                keras.layers.Dense(4, activation="relu", trainable=False),
                keras.layers.Dense(3),
            ]
        )
        model.set_weights(weights)
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        step = compiled_step(model, loss, keras.optimizers.SGD(0.5))
        for X, y in batches:
            step(X, y)
        return model.get_weights()

    shapes_check = ((3, 4), (4,), (4, 3), (3,))
    weights_check = [rng_check.normal(size=shape).astype("float32") for shape in shapes_check]
    batches_check = [
        (rng_check.normal(size=(n, 3)).astype("float32"), rng_check.integers(3, size=n))
        for n in (5, 1)
    ]
    got_check = check.there(trained_check, weights_check, batches_check)
    right_check = [weight.copy() for weight in weights_check]
    for X_check, y_check in batches_check:
        hidden_check = np.maximum(X_check @ right_check[0] + right_check[1], 0)
        powers = np.exp(hidden_check @ right_check[2] + right_check[3])
        error_check = powers / powers.sum(axis=1, keepdims=True) - np.eye(3)[y_check]
        right_check[2] -= 0.5 * hidden_check.T @ error_check / len(X_check)
        right_check[3] -= 0.5 * error_check.mean(axis=0)
    for old, new in zip(weights_check[:2], got_check[:2], strict=True):
        check.equal(new, old, "a frozen weight", hint="it moved, and is frozen")
    for got, right in zip(got_check[2:], right_check[2:], strict=True):
        check.close(
            got,
            right,
            "the weights of a classifier after two steps",
            rtol=1e-3,
            atol=1e-4,
            hint="each step moves the model that was given, once, on the batch's mean loss",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "compiled_step-traces", "points": 1}
with check.visible("compiled_step: few traces"):
    step_check = compiled_step(
        linear_model([1.0, -1.0]), keras.losses.MeanSquaredError(), keras.optimizers.SGD(0.01)
    )
    if check.that(
        hasattr(step_check, "experimental_get_tracing_count"),
        "compiled_step(...): returns something that does not count traces; return the object that "
        "tf.function makes of your step",
    ):
        for rows_check in (4, 4, 3, 2, 1, 5):
            step_check(np.ones((rows_check, 2), "float32"), np.ones((rows_check, 1), "float32"))
        check.that(
            int(step_check.experimental_get_tracing_count()) <= 3,
            "compiled_step(...): is traced more than 3 times for batches of 4, 4, 3, 2, 1 and 5 rows; "
            "leave the number of rows open with reduce_retracing=True",
            expected="at most 3 traces",
            got=int(step_check.experimental_get_tracing_count()),
        )
### BEGIN HIDDEN TESTS
with check.hidden("compiled_step: few traces"):
    rng_check = np.random.default_rng(72)
    step_check = compiled_step(
        linear_model([0.5, 1.0, 2.0], 1.0),
        keras.losses.MeanAbsoluteError(),
        keras.optimizers.Adam(0.01),
    )
    for rows_check in (2, 7, 1, 9, 4, 3, 12, 6):
        step_check(
            rng_check.normal(size=(rows_check, 3)).astype("float32"),
            rng_check.normal(size=(rows_check, 1)).astype("float32"),
        )
    traces_check = int(step_check.experimental_get_tracing_count())
    check.that(traces_check >= 1, "the step: was never traced, so it is not compiled")
    check.that(traces_check <= 3, "the step: is traced anew for too many batch sizes")

    def operations_check(X, y):
        """The kinds of operations in the step's graph and in the functions that it calls."""
        step = compiled_step(
            linear_model([0.5, 1.0, 2.0], 1.0),
            keras.losses.MeanSquaredError(),
            keras.optimizers.SGD(0.01),
        )
        step(X, y)
        graph = step.get_concrete_function(X, y).graph.as_graph_def()
        inner = [node for function in graph.library.function for node in function.node_def]
        return sorted({node.op for node in (*graph.node, *inner)})

    check.that(
        not {"EagerPyFunc", "PyFunc", "PyFuncStateless"}
        & set(
            check.there(operations_check, np.ones((2, 3), "float32"), np.ones((2, 1), "float32"))
        ),
        "the step: goes back to Python in its graph, so that nothing is compiled",
    )
### END HIDDEN TESTS

# %% [markdown]
# Two epochs on 4,000 training rows, eagerly and compiled, from the same weights. Batches of 48 leave
# a last one of 16 rows.

# %%
for name in ("eager", "compiled"):
    model = clothes_network()
    sgd = keras.optimizers.SGD(0.1)
    if name == "compiled":
        step = compiled_step(model, cross_entropy, sgd)
    else:

        def step(X, y, model=model, sgd=sgd):
            return train_step(model, cross_entropy, sgd, X, y)

    started = time.perf_counter()
    losses = [float(train_epoch(step, cut(X_train[:4000], y_train[:4000], 48))) for _ in range(2)]
    print(f"{name:9} losses {losses[0]:.6f} {losses[1]:.6f}, {time.perf_counter() - started:.2f} s")
print("traces of the compiled step:", step.experimental_get_tracing_count())

# %% [markdown]
# The same losses, in a fraction of the time: between a third and a tenth where this was written,
# two traces included. (The losses may differ in their last digit: a graph may add up in another
# order.) The gain is large because this network is small, so that most of an eager step is Python;
# with a large network, most of it is arithmetic, and the gain shrinks.
#
# **So what.** Develop and debug eagerly, where `print` and breakpoints work; compile what you then
# run for hours.

# %% [markdown]
# ## One method of Keras overridden
#
# Between `fit` and a loop of your own there is a third way: subclass `keras.Model` and override
# `train_step(self, data)`, which `fit` calls for each batch. Callbacks, progress bars, validation,
# compilation by `tf.function` all stay; only the step is yours.
#
# What is it good for? Lesson 5 showed a task whose gradients are so large that a step overshoots.
# **Gradient clipping** limits the step's length and leaves its direction alone. With
# $\lVert g \rVert$ the **global norm**, the length of the gradients of *all* weights taken as one
# vector, and $c$ the largest norm allowed,
#
# $$g \leftarrow g \cdot \min\!\left(1, \frac{c}{\lVert g \rVert}\right), \qquad
# \lVert g \rVert = \sqrt{\sum_i g_i^2}.$$
#
# `tf.clip_by_global_norm(gradients, c)` does this and returns a pair, the clipped gradients and the
# norm as it was. To clip each number by itself, or each weight matrix by itself, is something else:
# it changes the direction.

# %%
g = [tf.constant([3.0, 0.0]), tf.constant([4.0])]
clipped, norm = tf.clip_by_global_norm(g, 1.0)
print("norm", norm.numpy(), " clipped together:", *[part.numpy() for part in clipped])
print("clipped number by number:         ", *[tf.clip_by_value(part, -1, 1).numpy() for part in g])

# %% [markdown]
# The gradient (3, 0, 4) has the norm 5. Clipped together it is (0.6, 0, 0.8), the same direction
# with length 1; number by number it is (1, 0, 1), another direction.
#
# Inside `train_step`, `self.compute_loss(x=x, y=y, y_pred=y_pred)` gives the loss that was named in
# `compile`, plus penalties that layers add (weight decay by a regulariser, for example), which a
# loop of your own has to add by hand: `loss_fn(y, p) + sum(model.losses)`. The optimiser is
# `self.optimizer`.
#
# ### Exercise: a model that clips its gradients (3 points)
#
# `__init__` and `call` are given; write `train_step`.


# %% nbgrader={"grade_id": "ClippedModel", "solution": true}
class ClippedModel(keras.Model):
    """Dense layers, ReLU between them, trained with gradients of a limited global norm.

    Parameters
    ----------
    hidden_units : list of int
        Units of each hidden layer; an empty list gives a linear model.
    outputs : int
        Units of the linear output layer.
    max_norm : float
        The largest global norm of a gradient. A gradient that is longer is shortened to this norm,
        in its own direction; a shorter one is left as it is.

    Example
    -------
    >>> model = ClippedModel([20, 10], 1, max_norm=1.0)
    >>> model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    >>> sorted(model.fit(X, y, epochs=2, verbose=0).history)
    ['loss', 'mae']
    """

    def __init__(self, hidden_units, outputs, max_norm, **kwargs):
        super().__init__(**kwargs)
        self.max_norm = max_norm
        self.stack = [layers.Dense(units, activation="relu") for units in hidden_units]
        self.stack.append(layers.Dense(outputs))

    def call(self, inputs, training=None):
        """The outputs for a batch, shape (n, outputs)."""
        for layer in self.stack:
            inputs = layer(inputs)
        return inputs

    def train_step(self, data):
        """Train on one batch, as `fit` asks.

        Parameters
        ----------
        data : tuple (x, y)
            One batch, as tensors.

        Returns
        -------
        dict of str to number
            "loss" and each metric named in `compile`, as `fit` is to report them: means over the
            batches of this epoch so far, each from the predictions before its update.
        """
        ### BEGIN SOLUTION
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        gradients, _ = tf.clip_by_global_norm(gradients, self.max_norm)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables, strict=True))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(x)[0])
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()
        ### END SOLUTION


# %% nbgrader={"grade_id": "ClippedModel-clipped", "points": 1}
X_check = np.array([[3.0, 0.0], [0.0, 4.0]], dtype="float32")
y_check = np.array([[-1.0], [-1.0]], dtype="float32")  # the slopes are 3, 4 and 2 for w = b = 0
with check.visible("ClippedModel: a long gradient"):
    model_check = ClippedModel([], 1, max_norm=1.0)
    model_check(X_check)
    model_check.set_weights([np.zeros((2, 1)), np.zeros(1)])
    model_check.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse", run_eagerly=True)
    model_check.fit(X_check, y_check, batch_size=2, epochs=1, verbose=0)
    length_check = np.sqrt(29.0)
    check.close(
        np.concatenate([np.ravel(weight) for weight in model_check.get_weights()]),
        -np.array([3.0, 4.0, 2.0]) / length_check,
        "the weights, which were 0, after one step with learning rate 1 on the gradient (3, 4, 2)",
        rtol=1e-3,
        hint="the gradient has the norm 5.385; max_norm is 1",
        mistakes={
            "the gradient was not clipped": [-3.0, -4.0, -2.0],
            "each number was clipped by itself, which changes the direction": [-1.0, -1.0, -1.0],
            "each weight array was clipped by itself, which changes the direction: take the norm "
            "over all of them": [-0.6, -0.8, -1.0],
            "the step goes uphill": np.array([3.0, 4.0, 2.0]) / length_check,
            "nothing moved: apply the clipped gradients": [0.0, 0.0, 0.0],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("ClippedModel: a long gradient"):
    rng_check = np.random.default_rng(73)
    for norm_check, rate_check, rows_check in ((0.5, 0.1, 8), (2.0, 1.0, 3), (0.01, 0.5, 1)):
        X_check = rng_check.normal(size=(rows_check, 4)).astype("float32")
        y_check = (50 + rng_check.normal(size=(rows_check, 1))).astype("float32")
        w_check = rng_check.normal(size=4)
        _, by_w, by_b = mse_and_gradient(X_check, y_check, w_check, 0.0)
        slope_check = np.append(by_w, by_b)
        model_check = ClippedModel([], 1, norm_check)
        model_check(X_check)
        model_check.set_weights([w_check[:, None], np.zeros(1)])
        model_check.compile(
            optimizer=keras.optimizers.SGD(rate_check),
            loss=keras.losses.MeanSquaredError(),
            run_eagerly=True,
        )
        model_check.fit(X_check, y_check, batch_size=8, epochs=1, verbose=0)
        moved_check = np.concatenate([np.ravel(weight) for weight in model_check.get_weights()])
        check.close(
            moved_check - np.append(w_check, 0.0),
            -rate_check * norm_check * slope_check / np.linalg.norm(slope_check),
            "the step on a gradient that is longer than max_norm",
            rtol=2e-3,
            atol=1e-5,
            hint="should have the length learning rate times max_norm and the gradient's own "
            "direction",
        )
    X_check = rng_check.normal(size=(6, 3)).astype("float32")
    y_check = (20 + rng_check.normal(size=(6, 2))).astype("float32")
    model_check = ClippedModel([5, 4], 2, 0.3)
    model_check(X_check)
    twin_check = keras.Sequential(
        [
            keras.Input(shape=(3,)),
            keras.layers.Dense(5, activation="relu"),
            keras.layers.Dense(4, activation="relu"),
            keras.layers.Dense(2),
        ]
    )
    start_check = [rng_check.normal(size=w.shape) for w in twin_check.get_weights()]
    for one_check, optimizer_check in (
        (model_check, keras.optimizers.SGD(1.0)),
        (twin_check, keras.optimizers.SGD(1.0, global_clipnorm=0.3)),
    ):
        one_check.set_weights(start_check)
        one_check.compile(optimizer=optimizer_check, loss="mse", run_eagerly=True)
        one_check.fit(X_check, y_check, batch_size=6, epochs=1, verbose=0)
    for got_check, right_check in zip(
        model_check.get_weights(), twin_check.get_weights(), strict=True
    ):
        check.close(
            got_check,
            right_check,
            "the weights of a network with hidden layers after a step on a long gradient",
            rtol=1e-3,
            atol=1e-4,
            hint="the global norm is that of the gradients of all layers, taken as one vector",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "ClippedModel-left_alone", "points": 1}
X_check = np.array([[3.0, 0.0], [0.0, 4.0]], dtype="float32")
y_check = np.array([[-1.0], [-1.0]], dtype="float32")
with check.visible("ClippedModel: a short gradient"):
    model_check = ClippedModel([], 1, max_norm=10.0)
    model_check(X_check)
    model_check.set_weights([np.zeros((2, 1)), np.zeros(1)])
    model_check.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", run_eagerly=True)
    model_check.fit(X_check, y_check, batch_size=2, epochs=1, verbose=0)
    length_check = np.sqrt(29.0)
    check.close(
        np.concatenate([np.ravel(weight) for weight in model_check.get_weights()]),
        [-0.3, -0.4, -0.2],
        "the weights after one step with learning rate 0.1, gradient (3, 4, 2) and max_norm 10",
        rtol=1e-3,
        mistakes={
            "the gradient was lengthened to max_norm: clipping only shortens": (
                -np.array([3.0, 4.0, 2.0]) / length_check
            ),
            "the gradient was brought to length 1": -np.array([0.3, 0.4, 0.2]) / length_check,
            "max_norm is ignored, 1 is used in its place": -np.array([0.3, 0.4, 0.2])
            / length_check,
            "nothing moved": [0.0, 0.0, 0.0],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("ClippedModel: a short gradient"):
    rng_check = np.random.default_rng(74)
    X_check = rng_check.normal(size=(10, 3)).astype("float32")
    y_check = rng_check.normal(size=(10, 2)).astype("float32")
    model_check = ClippedModel([6, 5], 2, 1000.0)
    model_check(X_check)
    shapes_check = [np.shape(weight) for weight in model_check.get_weights()]
    start_check = [rng_check.normal(0, 0.5, shape) for shape in shapes_check]
    model_check.set_weights(start_check)
    twin_check = keras.Sequential(
        [
            keras.Input(shape=(3,)),
            keras.layers.Dense(6, activation="relu"),
            keras.layers.Dense(5, activation="relu"),
            keras.layers.Dense(2),
        ]
    )
    twin_check.set_weights(start_check)
    for one_check in (model_check, twin_check):
        one_check.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae", run_eagerly=True)
        one_check.fit(X_check, y_check, batch_size=4, epochs=2, shuffle=False, verbose=0)
    for got_check, right_check in zip(
        model_check.get_weights(), twin_check.get_weights(), strict=True
    ):
        check.close(
            got_check,
            right_check,
            "the weights after two epochs in which nothing had to be clipped",
            rtol=1e-3,
            atol=1e-4,
            hint="differ from those of Keras's own training: use the loss and the optimiser that "
            "were given to compile, and all trainable weights",
        )
    model_check = ClippedModel([], 1, max_norm=1.0)
    model_check(X_check)
    model_check.set_weights([np.zeros((3, 1)), np.zeros(1)])
    model_check.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", run_eagerly=True)
    model_check.fit(X_check, np.zeros((10, 1), "float32"), epochs=1, verbose=0)
    for got_check in model_check.get_weights():
        check.close(
            got_check,
            np.zeros(np.shape(got_check)),
            "the weights after a step on a gradient of 0",
            hint="0 / 0 is no number: a gradient that is not longer than max_norm stays as it is",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "ClippedModel-reports", "points": 1}
X_check = np.array([[1.0], [2.0], [3.0], [4.0]], dtype="float32")
y_check = np.array([[0.0], [2.0], [5.0], [8.0]], dtype="float32")
with check.visible("ClippedModel: what fit reports"):
    model_check = ClippedModel([], 1, max_norm=1.0)
    model_check(X_check)
    model_check.set_weights([np.ones((1, 1)), np.zeros(1)])
    model_check.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse", metrics=["mae"])
    try:
        history_check = model_check.fit(X_check, y_check, batch_size=2, epochs=2, verbose=0).history
    except ValueError:
        check.that(
            False,
            "fit: cannot report the metrics; does train_step update every one in self.metrics, the "
            "loss with the loss, the others with y and y_pred?",
        )
        raise
    check.equal(
        sorted(history_check),
        ["loss", "mae"],
        "the names in fit's history",
        hint="return the results of self.metrics, which has the loss and the metrics of compile",
        mistakes={
            "the metric named in compile is missing: update and return each one in self.metrics": [
                "loss"
            ]
        },
    )
    for name_check, right_check, wrong_check in (("loss", 5.25, 10.0), ("mae", 1.75, 3.0)):
        if name_check in history_check:
            check.close(
                history_check[name_check],
                [right_check, right_check],
                f"history[{name_check!r}] of two epochs without any movement",
                rtol=1e-4,
                mistakes={
                    "only the last batch is reported: update a metric, and return its result": [
                        wrong_check,
                        wrong_check,
                    ],
                    "this stays 0: the metric was not updated": [0.0, 0.0],
                },
            )
### BEGIN HIDDEN TESTS
with check.hidden("ClippedModel: what fit reports"):
    rng_check = np.random.default_rng(75)
    X_check = rng_check.normal(size=(12, 3)).astype("float32")
    y_check = X_check @ np.array([[1.0], [-2.0], [0.5]], dtype="float32")
    model_check = ClippedModel([], 1, max_norm=5.0)
    model_check(X_check)
    model_check.set_weights([np.zeros((3, 1)), np.zeros(1)])
    model_check.compile(optimizer=keras.optimizers.SGD(0.0), loss="mae", metrics=["mse"])
    history_check = model_check.fit(
        X_check, y_check, validation_data=(X_check[:5], y_check[:5]), batch_size=4, verbose=0
    ).history
    check.equal(
        sorted(history_check),
        ["loss", "mse", "val_loss", "val_mse"],
        "the names in the history of a run with validation",
        hint="should be the loss and the metrics of compile, and the same with val_",
    )
    for name_check, right_check in (
        ("loss", np.mean(np.abs(y_check))),
        ("mse", np.mean(y_check**2)),
        ("val_mse", np.mean(y_check[:5] ** 2)),
    ):
        check.close(
            history_check[name_check],
            [right_check],
            "what fit reports for an epoch of several batches",
            rtol=1e-3,
            hint="should be the means over all rows of the epoch",
        )
    model_check = ClippedModel([], 1, max_norm=5.0)
    model_check(np.ones((1, 1), "float32"))
    model_check.set_weights([np.array([[2.0]]), np.zeros(1)])
    model_check.compile(
        optimizer=keras.optimizers.SGD(0.0), loss="mse", metrics=["mape"], run_eagerly=True
    )
    history_check = model_check.fit(
        np.array([[1.0], [2.0]], "float32"), np.array([[4.0], [8.0]], "float32"), verbose=0
    ).history
    check.close(
        history_check["mape"],
        [50.0],
        "a metric that measures the error in percent of the true values",
        rtol=1e-3,
        hint="should be updated with y and y_pred",
        mistakes={"a metric takes the true values first, then the predictions": [100.0]},
    )
    model_check.set_weights([np.zeros((1, 1)), np.zeros(1)])
    model_check.compile(
        optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"], run_eagerly=True
    )
    history_check = model_check.fit(
        np.array([[1.0], [2.0]], "float32"), np.array([[4.0], [8.0]], "float32"), verbose=0
    ).history
    for name_check, right_check in (("loss", 40.0), ("mae", 6.0)):
        check.close(
            history_check[name_check],
            [right_check],
            "what fit reports for a step that moves the weights",
            rtol=1e-3,
            hint="should be computed from the predictions before the update",
        )
### END HIDDEN TESTS

# %% [markdown]
# Does it help? The task is that of lesson 3, $y = 2x_1^3 + \tfrac12 x_2^2$ plus noise, with targets
# up to 16 in size, and a learning rate of 0.1. **Predict** what happens without clipping.

# %%
rng = np.random.default_rng(1)
X_cubic = rng.uniform(-2, 2, (1000, 2)).astype("float32")
y_cubic = 2 * X_cubic[:, :1] ** 3 + 0.5 * X_cubic[:, 1:] ** 2 + rng.normal(0, 0.5, (1000, 1))
runs = {}
for max_norm in (1e9, 1.0):
    keras.utils.set_random_seed(6)
    clipping = ClippedModel([20, 10], 1, max_norm)
    clipping.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    runs[max_norm] = clipping.fit(X_cubic, y_cubic, batch_size=32, epochs=20, verbose=0).history
    losses = runs[max_norm]["loss"]
    print(f"max_norm {max_norm:g}: loss {losses[0]:.1f} in epoch 1, {losses[-1]:.2f} in epoch 20")
    spread = np.ptp(clipping.predict(X_cubic, verbose=0))
    print(f"    its predictions span {spread:.1f}, the targets {np.ptp(y_cubic):.1f}")

# %%
_ = draw_history(runs[1.0], log=True, title="Clipped at norm 1, the same learning rate trains")

# %% [markdown]
# A limit of a billion is as good as none. (Infinity itself would not do: `tf.clip_by_global_norm`
# computes with it, and ∞ · 0 is no number.) With it, the loss goes up to 33.1 by the third epoch
# and stays there. That is the variance of the targets, 33.0: the network says the same number for
# every input, and its predictions span 0.0. One of its first long steps has thrown the weights so
# far that no unit of the second hidden layer is on for any row, and through a ReLU that is off no
# gradient comes back. Only the last bias moves any more, and no error message says so.
#
# With a limit of 1, the same learning rate brings the loss down to 0.44, not far above the noise
# floor of 0.25. Look at the first epochs of the curve: no jump, though it was there that the other
# run was lost. Clipping keeps a run alive; it does not make the learning rate right, and lesson 5's
# cure, to standardise, is better where it can be had.
#
# ## Three ways, one result
#
# Now all ways side by side: `fit` as it is; `fit` with an overridden step that never has to clip;
# your eager loop; your compiled loop. They start from the same weights and see the same batches in
# the same order (`shuffle=False`: by default `fit` shuffles). **Predict** the order of their times.

# %%
start = clothes_network().get_weights()
X_race, y_race = X_train[:4000], y_train[:4000]
order = cut(X_race, y_race, 64)
table = {}


def race(name, model, train):
    model(X_train[:1])
    model.set_weights(start)
    started = time.perf_counter()
    losses = train(model)
    table[name] = (losses, time.perf_counter() - started, model.get_weights())


def by_fit(model):
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss=cross_entropy)
    return model.fit(X_race, y_race, batch_size=64, epochs=3, shuffle=False, verbose=0).history[
        "loss"
    ]


def by_eager_loop(model):
    sgd = keras.optimizers.SGD(0.1)
    step = lambda X, y: train_step(model, cross_entropy, sgd, X, y)  # noqa: E731
    return [float(train_epoch(step, order)) for _ in range(3)]


def by_compiled_loop(model):
    step = compiled_step(model, cross_entropy, keras.optimizers.SGD(0.1))
    return [float(train_epoch(step, order)) for _ in range(3)]


race("compile and fit", clothes_network(), by_fit)
race("train_step overridden", ClippedModel([64], 10, max_norm=1e9), by_fit)
race("own loop, eager", clothes_network(), by_eager_loop)
race("own loop, compiled", clothes_network(), by_compiled_loop)

# %%
reference = table["compile and fit"][2]
print(f"{'':22}{'loss, epochs 1 to 3':27}{'weights differ by':20}time")
for name, (losses, seconds, weights) in table.items():
    gap = max(np.abs(a - b).max() for a, b in zip(weights, reference, strict=True))
    print(f"{name:22}{'  '.join(f'{loss:.5f}' for loss in losses):27}{gap:<20.0e}{seconds:.1f} s")

# %% [markdown]
# Four ways, one result: the losses agree in all digits shown, and no weight differs by more than
# 0.0001; where this was written, none differed at all. There is no magic in `fit`. The times do
# differ: eager Python is the slowest by far, the compiled loop and `fit` are near each other.
#
# | | `fit` | `train_step` overridden | loop of your own |
# | --- | --- | --- | --- |
# | you write | nothing | one step | everything |
# | you keep | callbacks, progress bar, validation, sample weights, saving, several devices | the same | what you write |
# | you may change | loss, optimiser, metrics, callbacks | how a batch is used | the order of everything |
# | take it for | most models | clipping, distillation, two losses, GANs | research on training itself, several models in turn, reinforcement learning |
# | what goes wrong | the defaults, such as shuffling | a metric that is never updated | all that this lesson was about |
#
# **So what.** Take the leftmost column that can do your task. You now know what each hides.

# %% [markdown]
# ## Closing
#
# | term | meaning |
# | --- | --- |
# | tape, watched | the record of operations from which gradients come; followed by the tape |
# | unconnected | no recorded way from the result to the variable: the gradient is `None` |
# | forward pass, loss, gradient, update | the four parts of a training step, in this order |
# | logits | outputs of a classifier without bounds, before the softmax |
# | training mode, inference mode | how layers such as dropout and batch normalisation behave |
# | epoch loss | mean over the rows of an epoch, taken while the weights move |
# | patience, restored weights | epochs without improvement that are allowed; the best copy, given back |
# | eager, graph, tracing, retracing | run from Python; run by TensorFlow; recording; recording again |
# | global norm, gradient clipping | length of all gradients as one vector; a limit to it |
#
# **The three mistakes people make most**
#
# 1. *The flag forgotten.* `model(X)` trains in inference mode: no dropout, no running statistics,
#    no error message. Write `training=True` in a step, `training=False` in an evaluation.
# 2. *The wrong name, or the wrong place.* The gradient is taken of a sum over several batches, the
#    loss is computed after the tape has closed, a metric lives on from epoch to epoch. Check one
#    step by hand.
# 3. *Python inside a compiled function.* It runs at tracing only, and Python numbers that change
#    trace anew each time. Count the traces.
#
# **Where to read on**
#
# - François Chollet, *Deep Learning with Python*, second edition (2021), chapter 7: the three ways
#   to train, and callbacks.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow*, third
#   edition (2022), chapter 12: custom training, tapes and graphs.
# - Razvan Pascanu, Tomas Mikolov and Yoshua Bengio, "On the difficulty of training recurrent neural
#   networks" (2013): why gradients explode, and clipping by norm.
# - Lutz Prechelt, "Early Stopping – But When?" (1998): stopping rules compared.
# - Han Xiao, Kashif Rasul and Roland Vollgraf, "Fashion-MNIST: a Novel Image Dataset for
#   Benchmarking Machine Learning Algorithms" (2017).
#
# In lesson 7 we open the tape itself: where do the gradients come from?

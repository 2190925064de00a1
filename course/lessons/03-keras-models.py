# %% [markdown]
# # 3. The same network three ways
#
# At the end of this lesson you will be able to
#
# - **build** the network 2 → 20 → 10 → 1 in Keras's three ways: sequential, functional, subclassed;
# - **read** a model: count its parameters layer by layer, and repeat its prediction by hand;
# - **train** it with compile, fit and evaluate, and judge it against the mean baseline;
# - **diagnose** four failures from their loss curves;
# - **extend** Keras with a layer of your own, and **save** a model so that it comes back the same.
#
# Time: about two and a half hours with the exercises; the notebook itself runs in under a minute.
# Builds on lesson 1 (training, validation and test set, standardising) and lesson 2 (dense layer,
# ReLU, forward pass).
#
# The first cell takes about five seconds, most of it for importing TensorFlow, on which Keras runs
# here. TensorFlow may write some lines in red: "oneDNN custom operations are on", for it has fast
# routines for this processor, and "Could not find cuda drivers", for it has looked for a graphics
# card and works without one. Nothing is wrong.

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # TensorFlow: errors only, please
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers

from course import check
from course.datasets import load_auto_mpg
from course.figures import draw_history, draw_model, draw_predictions, use_style
from course.playground import Playground, train

use_style()
keras.utils.set_random_seed(3)  # Python's, NumPy's and TensorFlow's generators at once

# %% [markdown]
# ## A task with a known answer
#
# A network that is to be understood is best trained on data whose law is known. Ours is
#
# $$y = 2x_1^3 + \tfrac{1}{2}x_2^2 + \varepsilon,$$
#
# with inputs $x_1, x_2$ drawn evenly from $[-2, 2]$ and noise $\varepsilon$ drawn from a normal
# distribution with mean 0 and standard deviation 0.5. Predicting a number is **regression**.
#
# We judge predictions $\hat y_i$ of $n$ targets $y_i$ by the **mean squared error**,
#
# $$\text{MSE} = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat y_i)^2.$$
#
# Two numbers frame every result to come. The **mean baseline** predicts the mean of the training
# targets for every row, and whoever cannot beat it has learned nothing. The **noise floor** is the
# variance of $\varepsilon$, here $0.5^2 = 0.25$: no model can have a mean squared error below it
# on new data, save by luck, because noise cannot be predicted.


# %% tags=["setup"] nbgrader={"grade_id": "task"}
def cubic_task(rows, seed, noise=0.5):
    """Inputs of shape (rows, 2) and targets y = 2 x1**3 + x2**2 / 2 + noise of shape (rows,)."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-2, 2, (rows, 2))
    y = 2 * X[:, 0] ** 3 + 0.5 * X[:, 1] ** 2 + rng.normal(0, noise, rows)
    return X, y


# %%
X_cubic, y_cubic = cubic_task(1000, seed=1)
X_cubic_test, y_cubic_test = cubic_task(500, seed=2)
baseline = np.mean((y_cubic_test - y_cubic.mean()) ** 2)
print(f"targets from {y_cubic.min():.1f} to {y_cubic.max():.1f}")
print(f"mean squared error of the mean baseline: {baseline:.1f}")

# %%
figure, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True)
for j, ax in enumerate(axes):
    ax.scatter(X_cubic[:, j], y_cubic, s=8, alpha=0.6)
    ax.set_xlabel(f"$x_{j + 1}$")
axes[0].set_ylabel("target y")
axes[0].set_title("y follows $x_1$ closely")
_ = axes[1].set_title("the same rows against $x_2$")

# %% [markdown]
# Look at the left panel: a cubic curve, thickened by all that comes from $x_2$ and the noise. On
# the right the parabola is no more than a slight bend in the dense band near 0, because $x_1$
# spreads the targets up to $\pm 16$ and $x_2$ adds at most 2. A network has to find both.
#
# ## Sequential: a stack of layers
#
# In Keras a **layer** is an object that holds weights and computes outputs from inputs. The fully
# connected layer of lesson 2 is `keras.layers.Dense(units, activation)`:
#
# $$H = \phi(XW + b),$$
#
# with $X$ the batch of shape $(n, d)$, $W$ the **kernel** of shape $(d, \text{units})$, $b$ the
# bias of shape $(\text{units},)$ and $\phi$ the activation, linear if none is named.
#
# A **model** is layers joined into one function, with the means to train it. The simplest,
# `keras.Sequential`, is a list of layers, each fed with the output of the one before.
# `keras.Input(shape=(3,))` says how long one row is; the batch size is not part of it. Without it
# Keras makes no weights before it has seen a batch, since it cannot know $d$.

# %%
example = keras.Sequential(
    [
        keras.Input(shape=(3,)),
        layers.Dense(4, activation="tanh", name="first"),
        layers.Dense(2, name="second"),
    ]
)
example.summary()

# %% [markdown]
# Look at two columns. In *Output Shape*, `None` stands for the batch size, which is left open. In
# *Param #*, 16 is $3 \cdot 4$ weights and 4 biases, and 10 is $4 \cdot 2$ weights and 2 biases.
# The input has no row of its own: it has no weights and computes nothing.
#
# ### Exercise: the sequential model (3 points)
#
# The tests copy known weights into your model and compare its predictions with numbers. So an
# activation may be given as a string, as a function (`keras.activations.relu`) or as a layer after
# a linear `Dense` (`layers.ReLU()`), and the layers may have any names.


# %% nbgrader={"grade_id": "build_sequential", "solution": true}
def build_sequential():
    """Build the network 2 → 20 → 10 → 1 as a `keras.Sequential`.

    Two inputs, hidden layers of 20 and 10 units with ReLU, one linear output, and nothing between
    them that works in training only. Every layer has a bias, and all weights are trainable. Every
    call builds a new, untrained model with weights of its own, made already and initialised as
    Keras does by default; the model is not compiled.

    Returns
    -------
    keras.Sequential
        From inputs of shape (n, 2) to outputs of shape (n, 1), float32.

    Example
    -------
    >>> build_sequential().count_params()  # 2*20 + 20  +  20*10 + 10  +  10*1 + 1
    281
    """
    ### BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
    ### END SOLUTION


# %% nbgrader={"grade_id": "build_sequential-weights", "points": 1}
with check.visible("build_sequential: its weights"):
    built = build_sequential()
    check.instance(built, keras.Sequential, "build_sequential()")
    check.equal(
        " ".join("x".join(map(str, weight.shape)) for weight in built.get_weights()),
        "2x20 20 20x10 10 10x1 1",
        "the shapes of build_sequential().get_weights()",
        hint="a kernel is inputs x units, a bias has one number for each unit",
        mistakes={
            "there are no weights yet: begin with keras.Input(shape=(2,)), else Keras waits for a "
            "first batch to learn how long a row is": "",
            "there is a Dense layer too many at the front: the two inputs are no layer with "
            "weights, keras.Input stands for them": "2x2 2 2x20 20 20x10 10 10x1 1",
            "the output layer is missing": "2x20 20 20x10 10",
            "the layers have no biases": "2x20 20x10 10x1",
            "the hidden layers stand in the wrong order": "2x10 10 10x20 20 20x1 1",
        },
    )
    check.equal(
        tuple(built.output_shape)[1:],  # the batch size is known if a batch has built the model
        (1,),
        "build_sequential().output_shape, without the batch size",
        hint="keras.Input takes the shape of one row, (2,), without the batch size",
    )
### BEGIN HIDDEN TESTS
with check.hidden("build_sequential: its weights"):
    models = [build_sequential() for _ in range(4)]
    drawn = [model.get_weights() for model in models]
    first = np.array([weights[0] for weights in drawn])
    check.that(
        bool(np.ptp(first[0]) > 0),
        "the first kernel: all its weights are equal, so all units of the layer would stay equal",
    )
    check.that(
        not np.array_equal(first[0], first[1]),
        "build_sequential(): two calls give the same weights; build a new model inside the "
        "function and leave the initial weights to Keras",
    )
    for place in (0, 2, 4):
        kernels = np.array([weights[place] for weights in drawn])
        # Glorot's uniform distribution, in units of its bound: all within 1, deviation 1 / sqrt(3).
        shares = kernels / np.sqrt(6 / sum(kernels.shape[1:]))
        check.that(
            bool(np.all(np.abs(shares) <= 1.0001))
            and abs(float(shares.std()) * np.sqrt(3) - 1) < 0.35,
            "a kernel: is not initialised as Keras does by default",
        )
    check.close(
        np.concatenate([drawn[0][i] for i in (1, 3, 5)]),
        np.zeros(31),
        "the biases of a new model",
        hint="Keras starts them at 0 by default",
    )
    check.equal(
        sorted({str(weight.dtype) for weight in drawn[0]}),
        ["float32"],
        "the dtype of the weights",
        hint="should be Keras's default, float32",
    )
    check.equal(
        len(models[0].trainable_weights),
        6,
        "the number of trainable arrays",
        hint="should be all six: nothing is frozen",
    )
    check.that(not models[0].compiled, "build_sequential(): is compiled already; only build it")

    def common_check():
        """Whether some array of one model changes with another model's."""
        one, other = build_sequential(), build_sequential()
        one.set_weights([np.full(weight.shape, 7.0) for weight in one.get_weights()])
        return any(bool(np.all(weight == 7)) for weight in other.get_weights())

    check.equal(
        check.there(common_check),
        False,
        "whether two models share weights",
        hint="make new layers in every call",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "build_sequential-hidden_layers", "points": 1}
with check.visible("build_sequential: ReLU in the hidden layers"):
    built = build_sequential()
    check.instance(built, keras.Model, "build_sequential()")
    built(np.zeros((1, 2)))
    built.set_weights([np.full(weight.shape, 0.1) for weight in built.get_weights()])
    check.close(
        built(np.array([[1.0, 2.0], [-1.0, -2.0]])),
        [[1.0], [0.2]],
        "with all weights and biases 0.1, the predictions for [1, 2] and [-1, -2]",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "the hidden layers are linear: a Dense layer has no activation unless you name one": [
                [1.0],
                [-0.2],
            ],
            "the hidden layers use tanh, not ReLU": [[0.796264], [-0.186507]],
            "the hidden layers use the sigmoid, not ReLU": [[0.885404], [0.831110]],
            "the hidden layers are right, but the output went through the sigmoid": [
                [0.731059],
                [0.549834],
            ],
            "the layers have no biases": [[0.6], [0.0]],
        },
        hint="in both hidden layers, negative sums must come out as 0 and positive ones unchanged",
    )
### BEGIN HIDDEN TESTS
with check.hidden("build_sequential: ReLU in the hidden layers"):
    rng = np.random.default_rng(31)
    built = build_sequential()
    built(np.zeros((1, 2)))
    drawn = [rng.normal(0, 0.7, weight.shape) for weight in built.get_weights()]
    built.set_weights(drawn)
    points = rng.normal(0, 2, (40, 2))
    sums_1 = points @ drawn[0] + drawn[1]
    sums_2 = np.maximum(sums_1, 0) @ drawn[2] + drawn[3]
    check.close(
        built(points),
        np.maximum(sums_2, 0) @ drawn[4] + drawn[5],
        "the predictions with random weights",
        rtol=1e-3,
        atol=1e-4,
        mistakes={
            "the second hidden layer has no ReLU": sums_2 @ drawn[4] + drawn[5],
            "the first hidden layer has no ReLU": (
                np.maximum(sums_1 @ drawn[2] + drawn[3], 0) @ drawn[4] + drawn[5]
            ),
        },
        hint="look at the activation of each layer: ReLU in both hidden layers, none at the end",
    )
    check.close(
        built(points, training=True),
        np.array(built(points)),
        "the outputs in training",
        rtol=1e-5,
        atol=1e-6,
        hint="should be those of prediction: a layer such as Dropout was not asked for",
    )
    check.dtype(built(points), "float32", "the outputs' dtype")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "build_sequential-output", "points": 1}
with check.visible("build_sequential: a linear output"):
    built = build_sequential()
    check.instance(built, keras.Model, "build_sequential()")
    built(np.zeros((1, 2)))
    signs = {(10, 1): -0.1}
    built.set_weights(
        [np.full(weight.shape, signs.get(weight.shape, 0.1)) for weight in built.get_weights()]
    )
    check.close(
        built(np.array([[1.0, 2.0]])),
        [[-0.8]],
        "with all weights and biases 0.1, but -0.1 in the last kernel, the prediction for [1, 2]",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "the output went through ReLU, so this model can never predict a negative target": [
                [0.0]
            ],
            "the output went through the sigmoid, which suits a probability, not a target between "
            "-16 and 18": [[0.310026]],
            "the output went through tanh, so no prediction can leave [-1, 1]": [[-0.664037]],
            "the layers have no biases": [[-0.6]],
        },
        hint="the last layer has one unit and no activation",
    )
### BEGIN HIDDEN TESTS
with check.hidden("build_sequential: a linear output"):
    rng = np.random.default_rng(32)
    built = build_sequential()
    points = rng.normal(0, 2, (7, 2))
    before = np.array(built(points))
    weights = built.get_weights()
    built.set_weights([*weights[:-1], weights[-1] - 50.0])
    check.close(
        np.array(built(points)) - before,
        np.full((7, 1), -50.0),
        "a last bias lowered by 50",
        rtol=1e-3,
        hint="should lower every prediction by 50: the output layer must be linear",
    )
### END HIDDEN TESTS

# %% [markdown]
# Here is your network, untrained. The lines are the weights that Keras drew at random; training
# will do nothing but change these numbers. (Of the 20 units only the first and last are drawn.)

# %%
network = build_sequential()
_ = draw_model(
    network,
    ["$x_1$", "$x_2$"],
    ["y"],
    title="281 numbers in a fixed structure: random weights, zero biases",
)

# %% [markdown]
# ## What a model is made of
#
# A model is its **structure** and its **weights**. The structure is fixed when the model is built;
# the weights are arrays, and `model.get_weights()` returns them as a list: kernel, bias, kernel,
# bias, from the first layer to the last. **Parameters** are the single numbers in these arrays.
# **Trainable** ones are moved by training, **non-trainable** ones are not: a frozen layer's, or the
# running averages that some layers keep.

# %%
for layer in example.layers:
    print(layer.name, [weight.shape for weight in layer.get_weights()])

# %% [markdown]
# ### Exercise: parameters by layer (2 points)


# %% nbgrader={"grade_id": "parameters_by_layer", "solution": true}
def parameters_by_layer(model):
    """Count the parameters of each layer of a model, trainable and non-trainable together.

    Parameters
    ----------
    model : keras.Model
        Built, so that its weights exist; layers of any kind, a model used as a layer included. Not
        changed.

    Returns
    -------
    dict of str to int
        Name of the layer → number of its parameters, for each layer in `model.layers`; layers
        without weights are left out.

    Example
    -------
    For a model 3 → 4 → 2 of two `Dense` layers named "first" and "second":

    >>> parameters_by_layer(model)
    {'first': 16, 'second': 10}
    """
    ### BEGIN SOLUTION
    return {layer.name: layer.count_params() for layer in model.layers if layer.weights}
    ### END SOLUTION


# %% nbgrader={"grade_id": "parameters_by_layer-dense", "points": 1}
with check.visible("parameters_by_layer"):
    probe = keras.Sequential(
        [
            keras.Input(shape=(3,)),
            keras.layers.Dense(4, name="first"),
            keras.layers.Dense(2, name="second"),
        ]
    )
    counted = parameters_by_layer(probe)
    if check.instance(counted, dict, "parameters_by_layer(a model 3 → 4 → 2)"):
        check.equal(
            dict(counted),  # a Counter is a dict, too
            {"first": 16, "second": 10},
            "parameters_by_layer(a model 3 → 4 → 2)",
            mistakes={
                "the biases are not counted": {"first": 12, "second": 8},
                "these are the numbers of arrays; count the numbers inside them": {
                    "first": 2,
                    "second": 2,
                },
                "these are the numbers of units; each has a weight for every input and a bias": {
                    "first": 4,
                    "second": 2,
                },
                "only the biases are counted": {"first": 4, "second": 2},
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("parameters_by_layer"):
    probe = keras.Sequential(
        [
            keras.Input(shape=(7,)),
            keras.layers.Dense(6, use_bias=False, name="no_bias"),
            keras.layers.Dense(5, name="wide"),
            keras.layers.Dense(1, name="last"),
        ]
    )
    check.equal(
        dict(parameters_by_layer(probe)),
        {"no_bias": 42, "wide": 35, "last": 6},
        "the parameters of three Dense layers, one of them without bias",
        hint="add up the sizes of the arrays that the layer really has",
        mistakes={
            "the layer made with use_bias=False has no bias to count": {
                "no_bias": 48,
                "wide": 35,
                "last": 6,
            },
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "parameters_by_layer-any_layer", "points": 1}
with check.visible("parameters_by_layer: any kind of layer"):
    start = keras.Input(shape=(3,), name="start")
    sums = keras.layers.Dense(4, name="hidden")(start)
    end = keras.layers.Dense(1, name="output")(keras.layers.ReLU(name="gate")(sums))
    counted = parameters_by_layer(keras.Model(start, end))
    if check.instance(counted, dict, "parameters_by_layer(a model whose ReLU is a layer)"):
        check.equal(
            dict(counted),
            {"hidden": 16, "output": 5},
            "parameters_by_layer(a model whose ReLU is a layer of its own)",
            mistakes={
                "layers without weights are to be left out": {
                    "start": 0,
                    "hidden": 16,
                    "gate": 0,
                    "output": 5,
                },
                "the biases are not counted": {"hidden": 12, "output": 4},
                "these are the numbers of arrays; count the numbers inside them": {
                    "hidden": 2,
                    "output": 2,
                },
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("parameters_by_layer: any kind of layer"):
    probe = keras.Sequential(
        [
            keras.Input(shape=(8, 8, 3)),
            keras.layers.Conv2D(4, 3, name="convolution"),
            keras.layers.BatchNormalization(name="normalisation"),
            keras.layers.Flatten(name="flatten"),
            keras.layers.Dropout(0.5, name="dropout"),
            keras.layers.Dense(2, name="frozen", trainable=False),
            keras.layers.Dense(3, name="output"),
        ]
    )
    counts = {"convolution": 112, "normalisation": 16, "frozen": 290, "output": 9}
    check.equal(
        dict(parameters_by_layer(probe)),
        counts,
        "the parameters of a model with a frozen layer and a normalisation",
        hint="add up the sizes of all arrays of a layer, of whatever kind; leave out empty layers",
        mistakes={
            "only the trainable parameters are counted": {
                "convolution": 112,
                "normalisation": 8,
                "output": 9,
            },
            "only the trainable parameters are counted: a frozen layer keeps its own": {
                **counts,
                "normalisation": 8,
                "frozen": 0,
            },
        },
    )
    check.that(
        not probe.get_layer("frozen").trainable,
        "the model that you were given: was changed, a frozen layer is trainable now",
    )
    start = keras.Input(shape=(4,))
    block = keras.Sequential(
        [keras.layers.Dense(3, name="inner_1"), keras.layers.Dense(2, name="inner_2")], name="block"
    )
    end = keras.layers.Dense(1, name="output")(block(start))
    check.equal(
        dict(parameters_by_layer(keras.Model(start, end))),
        {"block": 23, "output": 3},
        "the parameters of a model with a model for a layer",
        hint="should have an entry for each layer in model.layers, and no other",
    )
    probe.trainable = False
    check.equal(
        dict(parameters_by_layer(probe)),
        counts,
        "the parameters of a model that is frozen as a whole",
        hint="a frozen parameter is one too",
    )
    check.that(
        not probe.trainable,
        "the model that you were given: was changed, it was frozen and is trainable now",
    )
### END HIDDEN TESTS

# %% [markdown]
# Most of the 281 parameters sit between the two hidden layers: the count grows with the product
# of neighbouring widths.

# %%
parameters_by_layer(network)

# %% [markdown]
# ### Exercise: the prediction by hand (2 points)
#
# There is no secret in `predict`. With the list of arrays and lesson 2's forward pass you get the
# same numbers.


# %% nbgrader={"grade_id": "predict_by_hand", "solution": true}
def predict_by_hand(weights, X):
    """Predict as a chain of Dense layers does: ReLU after every layer except the last.

    Parameters
    ----------
    weights : list of numpy arrays
        As `model.get_weights()` gives them: kernel (d, units) and bias (units,) of the first
        layer, then of the second, and so on. One layer or more. Not changed.
    X : numpy array, shape (n, d)
        Not changed.

    Returns
    -------
    numpy array, shape (n, units of the last layer)

    Example
    -------
    >>> W1, b1 = np.array([[1, -1], [2, 0]]), np.array([0, 1])
    >>> W2, b2 = np.array([[1], [1]]), np.array([-5])
    >>> predict_by_hand([W1, b1, W2, b2], np.array([[1, 1], [-1, 0]]))
    array([[-2],
           [-3]])
    """
    ### BEGIN SOLUTION
    *hidden, (W, b) = zip(weights[::2], weights[1::2], strict=True)
    H = X
    for kernel, bias in hidden:
        H = np.maximum(H @ kernel + bias, 0)
    return H @ W + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "predict_by_hand-example", "points": 1}
with check.visible("predict_by_hand: the example"):
    arrays = [
        np.array([[1.0, -1.0], [2.0, 0.0]]),
        np.array([0.0, 1.0]),
        np.array([[1.0], [1.0]]),
        np.array([-5.0]),
    ]
    rows = np.array([[1.0, 1.0], [-1.0, 0.0]])
    with check.not_mutated(weights=arrays, X=rows):
        predictions = predict_by_hand(arrays, rows)
        check.that(
            type(predictions) is not list, "predict_by_hand(…): is a list; return a NumPy array"
        )
        check.close(
            predictions,
            [[-2.0], [-3.0]],
            "predict_by_hand([W1, b1, W2, b2], [[1, 1], [-1, 0]])",
            mistakes={
                "ReLU was applied to the output too; the last layer is linear": [[0.0], [0.0]],
                "the hidden layer has no ReLU": [[-2.0], [-4.0]],
                "the biases are missing": [[3.0], [1.0]],
                "the bias was added after ReLU, it belongs inside": [[-1.0], [-3.0]],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("predict_by_hand: the example"):
    rng = np.random.default_rng(33)
    reference = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            keras.layers.Dense(20, activation="relu"),
            keras.layers.Dense(10, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    reference.set_weights([rng.normal(0, 0.7, w.shape) for w in reference.get_weights()])
    rows = rng.normal(0, 1, (25, 2))
    check.close(
        predict_by_hand(reference.get_weights(), rows),
        np.array(reference(rows)),
        "the prediction for a model 2 → 20 → 10 → 1",
        rtol=1e-3,
        atol=1e-4,
        hint="differs from Keras's own: follow the sums through the second hidden layer",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "predict_by_hand-depth", "points": 1}
with check.visible("predict_by_hand: any depth"):
    check.close(
        predict_by_hand([np.array([[2.0], [1.0]]), np.array([-4.0])], np.array([[1.0, 0.5]])),
        [[-1.5]],
        "predict_by_hand([W, b], X), a single layer",
        mistakes={"the only layer is also the last, so it has no ReLU": [[0.0]]},
    )
### BEGIN HIDDEN TESTS
with check.hidden("predict_by_hand: any depth"):
    rng = np.random.default_rng(34)
    for widths, count in (
        *(([3, 2], 1), ([4, 5, 2], 6), ([1, 6, 5, 4, 3, 2], 9)),
        *(([3, 3, 3, 3], 8), ([2, 1, 1, 1], 8)),  # no shape tells the last layer
    ):
        chain = [keras.layers.Dense(units, activation="relu") for units in widths[1:-1]]
        reference = keras.Sequential(
            [keras.Input(shape=(widths[0],)), *chain, keras.layers.Dense(widths[-1])]
        )
        drawn = {w.shape: rng.normal(0, 1, w.shape) for w in reference.get_weights()}
        arrays = [drawn[w.shape].copy() for w in reference.get_weights()]  # nor do its values
        reference.set_weights(arrays)
        rows = rng.normal(0, 1, (count, widths[0]))
        with check.not_mutated(weights=arrays, X=rows):
            check.close(
                predict_by_hand(arrays, rows),
                np.array(reference(rows)),
                "the prediction for another depth, width or number of rows",
                rtol=1e-3,
                atol=1e-4,
                hint="loop over pairs of kernel and bias; all but the last pair have ReLU",
            )
    arrays = [np.array([[0.5], [-0.25]]), np.array([0.75])]
    check.close(
        predict_by_hand(arrays, np.array([[1, 3], [-2, 0]])),
        [[0.5], [-0.25]],
        "the prediction for rows of integers",
        mistakes={"was cut to integers, the dtype of the rows": [[0], [0]]},
        hint="is not that for the same numbers as floats",
    )
### END HIDDEN TESTS

# %%
by_keras = network.predict(X_cubic, verbose=0)
by_hand = predict_by_hand(network.get_weights(), X_cubic)
print(f"largest difference: {np.abs(by_keras - by_hand).max():.1e}")

# %% [markdown]
# Equal up to rounding: Keras computes in float32, with about 7 significant digits, NumPy here in
# float64. Whatever a model is called and however it was built, its predictions come from its
# weights by these few lines.
#
# ## Compile, fit, evaluate
#
# To train is to repeat one step: take a **batch** of rows, compute the loss of the predictions for
# them, move every weight a little in the direction that lowers it. A pass through all training
# rows is an **epoch**. In Keras it takes three calls.
#
# | call | argument | what it decides |
# | --- | --- | --- |
# | `compile` | `optimizer` | the rule that moves the weights; here Adam, with a learning rate (lesson 5) |
# | | `loss` | the number that training makes small; `"mse"` is the mean squared error |
# | | `metrics` | numbers that are reported only; `"mae"` is the mean absolute error |
# | `fit` | `epochs` | how many times training passes through all rows |
# | | `batch_size` | rows per step of the optimiser, 32 unless you say otherwise |
# | | `validation_split` | the share of rows that is set aside and never trained on |
# | | `verbose` | 0 is silent, 1 a progress bar, 2 a line for each epoch |
# | `evaluate` | | loss (and metrics) on given rows; no weight moves |
#
# `fit` returns a history: loss and metrics after each epoch, with `val_` in front for those on the
# validation rows.
#
# First on real data: 392 cars built from 1970 to 1982. The target is `mpg`, miles driven per gallon
# of fuel; the inputs are six columns, standardised with the training rows' means and standard
# deviations, as in lesson 1.

# %%
cars = load_auto_mpg()
columns = ["cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year"]
mpg = cars["mpg"].to_numpy()
shuffled = np.random.default_rng(0).permutation(len(cars))
test_rows, train_rows = shuffled[:80], shuffled[80:]

# %%
features = cars[columns].to_numpy(dtype=float)
mean, deviation = features[train_rows].mean(axis=0), features[train_rows].std(axis=0)
X_cars = (features - mean) / deviation
print("mean baseline, mean absolute error:", end=" ")
print(f"{np.abs(mpg[test_rows] - mpg[train_rows].mean()).mean():.1f} miles per gallon")


# %%
def car_network():
    return keras.Sequential(
        [
            keras.Input(shape=(6,)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )


# %%
keras.utils.set_random_seed(3)
car_model = car_network()
car_model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
run = car_model.fit(
    X_cars[train_rows], mpg[train_rows], epochs=20, validation_split=0.25, verbose=0
)

# %%
_ = draw_history(run, log=True)
for name in ("loss", "val_loss"):
    print(f"{name}: {run.history[name][0]:.0f} in epoch 1, {run.history[name][-1]:.1f} in epoch 20")

# %% [markdown]
# This is what a healthy run looks like: both curves fall steeply, then flatten, and end near each
# other, at 6.9 for training and 9.8 for validation. (The axis is logarithmic, so that the fall from
# about 500 does not hide the rest.)
#
# In the first two epochs the validation loss is *below* the training loss, though the model has
# never seen those rows. No mystery: the training loss of an epoch is the mean over its batches
# *while* the weights improve, the validation loss is computed once, at its end.

# %%
test_mse, test_mae = car_model.evaluate(X_cars[test_rows], mpg[test_rows], verbose=0)
print(f"test set: mean squared error {test_mse:.1f}, mean absolute error {test_mae:.1f} mpg")

# %% [markdown]
# A prediction is off by 2.1 miles per gallon on average, against 6.7 for the mean baseline. With
# `metrics`, `evaluate` returns a list, the loss first; without, it returns the loss alone.
#
# ### Which rows does Keras set aside?
#
# The rows above were in random order. The file is sorted by model year. **Predict** before you run
# the next cell: if the training rows stand in the file's order, will validation still end beside
# training? The test rows stay the same.

# %%
keras.utils.set_random_seed(3)
in_file_order = np.sort(train_rows)
sorted_model = car_network()
sorted_model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
sorted_run = sorted_model.fit(
    X_cars[in_file_order], mpg[in_file_order], epochs=20, validation_split=0.25, verbose=0
)

# %%
draw_history(sorted_run, log=True)
on_test = sorted_model.evaluate(X_cars[test_rows], mpg[test_rows], verbose=0)
years = cars["model_year"].to_numpy()[in_file_order]
print(f"validation {sorted_run.history['val_loss'][-1]:.1f}, test set {on_test[0]:.1f}")
print(f"trained on years {years[0]} to {years[233]}, validated on {years[234]} to {years[-1]}")

# %% [markdown]
# The gap between the curves is not overfitting. `validation_split=0.25` takes the **last** quarter
# of the rows, *before* any shuffling; `shuffle=True`, the default, then only mixes the training
# rows from epoch to epoch. So the model learned from the cars up to 1979 and was validated on the
# newer ones, which drive further on a gallon. On a random test set its mean squared error is 8.0,
# less than half of the 18.4 that validation says.
#
# Neither number is a lie; they answer different questions. "How well do we predict next
# year's cars?" calls for a split by time. Whoever means to ask "how well do we predict cars like
# these?" must shuffle first. And there was luck in it: had the left-out rows been of a kind that
# the others do not resemble, the model would have been bad as well. The exercise has such a case.
#
# ### Exercise: fit a regression (3 points)
#
# Shuffle the rows yourself before Keras takes its quarter: one permutation, for X and for y.
# `np.random.permutation` obeys `keras.utils.set_random_seed`, so that runs can be repeated.


# %% nbgrader={"grade_id": "fit_regression", "solution": true}
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    """Compile, fit and evaluate a model for regression with the mean squared error.

    The optimiser is Adam, the batch size Keras's default. A quarter of the rows of (X, y), n / 4
    rounded either way, is the validation set: picked at random, once, and never used in training.
    The rows may come in any order, sorted ones too. The test rows have no part in training or
    validation. What is returned is the model after the last epoch.

    Parameters
    ----------
    model : keras.Model
        Built, not compiled, with one output. It is trained in place.
    X, y : numpy arrays, shapes (n, d) and (n,)
        Rows for training and validation. Not changed.
    X_test, y_test : numpy arrays, shapes (m, d) and (m,)
        Rows to evaluate the trained model on. Not changed.
    epochs : int
        Passes through the training rows; no early stop.
    learning_rate : float
        Of Adam.

    Returns
    -------
    model : keras.Model
        The trained model.
    history : dict
        "loss" and "val_loss", each a list of `epochs` numbers.
    test_mse : float
        Mean squared error of the trained model on (X_test, y_test).
    """
    ### BEGIN SOLUTION
    order = np.random.permutation(len(X))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(X[order], y[order], epochs=epochs, validation_split=0.25, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_regression-result", "points": 1}
with check.visible("fit_regression: what it returns"):
    small_X, small_y = cubic_task(64, seed=41)
    other_X, other_y = cubic_task(30, seed=42)
    small = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(1)])
    with check.not_mutated(X=small_X, y=small_y, X_test=other_X, y_test=other_y):
        returned = fit_regression(small, small_X, small_y, other_X, other_y, 2, 0.02)
    three = type(returned) in (tuple, list) and len(returned) == 3
    check.that(three, "fit_regression(…): should return model, history and test_mse")
    fitted, history, mse = returned
    check.instance(history, dict, "the history (what fit returns holds it as .history)")
    for name in ("loss", "val_loss"):
        check.that(name in history, f"the history: has no {name!r}; set validation rows aside")
        check.shape(history[name], (2,), f"history[{name!r}] after two epochs")
    miss = other_y - np.array(fitted(other_X))[:, 0]
    trained_miss = small_y - np.array(fitted(small_X))[:, 0]
    check.close(
        mse,
        np.mean(miss**2),
        "test_mse, compared with the predictions of the returned model",
        rtol=1e-3,
        hint="should be the mean squared error, on the test rows, of the model you return",
        mistakes={
            "this is the root of the mean squared error": np.sqrt(np.mean(miss**2)),
            "this is the mean absolute error": np.mean(np.abs(miss)),
            "this is the sum of the squared errors; the mean divides by their number": np.sum(
                miss**2
            ),
            "evaluate returned a list, the loss and a metric; return the loss alone": [
                np.mean(miss**2),
                np.mean(np.abs(miss)),
            ],
            "this is the error on the training rows": np.mean(trained_miss**2),
            "y_test of shape (m,) and predictions of shape (m, 1) were subtracted: NumPy made "
            "(m, m) of them": np.mean((other_y - np.array(fitted(other_X))) ** 2),
            "this is the last validation loss; evaluate on the test rows": history["val_loss"][-1],
            "this is the last training loss; evaluate on the test rows": history["loss"][-1],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("fit_regression: how it trains"):
    if fitted.compiled:
        check.instance(fitted.optimizer, keras.optimizers.Adam, "the optimiser")
        asked = keras.optimizers.Adam().get_config()
        check.that(
            all(
                fitted.optimizer.get_config().get(setting) == value
                for setting, value in asked.items()
                if setting not in ("name", "learning_rate")
            ),
            "the optimiser: is not Adam with Keras's default settings (AdamW is another one)",
        )
        check.close(
            float(fitted.optimizer.learning_rate),
            0.02,
            "the learning rate",
            hint="should be the argument",
        )
        check.equal(
            int(fitted.optimizer.iterations),
            2 * 2,  # 48 rows in batches of 32
            "the number of steps in training",
            hint="should be that of all epochs, with Keras's default batch size and every "
            "training row",
        )
        check.close(
            fitted.compute_loss(y=small_y, y_pred=fitted(small_X)),
            np.mean(trained_miss**2),
            "the loss that the model is compiled with",
            rtol=1e-3,
            hint="should be the mean squared error",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "fit_regression-learns", "points": 1}
with check.visible("fit_regression: beats the mean baseline"):
    known_X, known_y = cubic_task(800, seed=45)
    fresh_X, fresh_y = cubic_task(200, seed=46)
    # Always the same initial weights: only the order of the rows is left to chance.
    start = [keras.initializers.GlorotUniform(seed) for seed in (2, 12)]
    network = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            keras.layers.Dense(60, activation="relu", kernel_initializer=start[0]),
            keras.layers.Dense(1, kernel_initializer=start[1]),
        ]
    )
    fitted, history, _ = fit_regression(network, known_X, known_y, fresh_X[:9], fresh_y[:9])
    mse_model = np.mean((fresh_y - np.array(fitted(fresh_X))[:, 0]) ** 2)
    mse_mean = np.mean((fresh_y - known_y.mean()) ** 2)
    check.that(
        bool(mse_model < mse_mean / 8),
        "a network 2 → 60 → 1 on y = 2·x1³ + ½·x2² + noise, after 5 epochs, on 200 new rows: its mean squared error should be below an eighth of the mean baseline's. Is it the trained "
        "model, and are the rows of X and y still paired?",
        expected=round(float(mse_mean) / 8, 2),
        got=round(float(mse_model), 2),
    )
### BEGIN HIDDEN TESTS
with check.hidden("fit_regression: the default epochs and learning rate"):
    check.shape(history["loss"], (5,), "the history's loss after five epochs, the default")
    if fitted.compiled:
        check.close(
            float(fitted.optimizer.learning_rate),
            0.05,
            "the learning rate",
            hint="should be 0.05 unless another is given",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "fit_regression-validation_rows", "points": 1}
with check.visible("fit_regression: which rows are trained on"):
    # Row i is 1 in column i alone, so that weight i moves if and only if row i is trained on.
    rng = np.random.default_rng(48)
    single, signs = np.eye(120), rng.choice([-1.0, 1.0], 120)
    signs[96:] *= 1000
    memory = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    linear = keras.Sequential([keras.Input(shape=(120,)), memory])
    fitted, history, mse = fit_regression(
        linear, single[:96], signs[:96], single[96:], signs[96:], epochs=2, learning_rate=0.1
    )
    outputs = np.array(fitted(single))[:, 0]
    unseen = np.flatnonzero(outputs[:96] == 0)  # what the model says of row i is its weight i
    check.that(
        len(unseen) >= 4,
        "of 96 rows hardly any was left out of training. Set a quarter aside for validation, the "
        "same rows in every epoch",
        expected="24 rows left out",
        got=f"{len(unseen)} rows left out",
    )
    check.that(
        not np.array_equal(unseen, np.arange(72, 96)),
        "rows 72 to 95, the last quarter, were left out of training. Keras takes the last rows "
        "for validation_split before it shuffles: shuffle X and y together first",
    )
### BEGIN HIDDEN TESTS
with check.hidden("fit_regression: which rows are trained on"):
    check.that(
        np.array_equal(outputs, np.array(linear(single))[:, 0]),
        "the model that was given: is not the one trained and returned",
    )
    check.shape(history["loss"], (2,), "the history's loss")
    check.shape(history["val_loss"], (2,), "the history's val_loss")
    check.close(
        mse,
        np.mean((signs[96:] - outputs[96:]) ** 2),
        "test_mse",
        rtol=1e-3,
        hint="evaluate the trained model",
    )
    check.that(
        bool(np.all(outputs[96:] == 0)),
        "the test rows: have been trained on; they are for evaluate alone",
    )
    check.that(
        float(history["val_loss"][-1]) < 100,
        "the history's val_loss: is the test rows' loss; a test set that validates is used up",
    )
    check.equal(
        len(unseen),
        24,
        "the number of rows that were never trained on",
        hint="is not a quarter of all: either validation takes another share, or rows are left out",
    )
    distances = np.bincount(np.diff(unseen), minlength=2)
    check.that(
        distances[1] < 20,
        "the validation rows: are one block of the rows. Keras takes the last rows for "
        "validation_split before it shuffles; shuffle X and y together first",
    )
    check.that(
        distances.max() < 20,
        "the validation rows: follow each other at equal distances; pick them at random",
    )
    trained = np.setdiff1d(np.arange(96), unseen)
    check.that(
        bool(np.all(outputs[trained] * signs[trained] > 0)),
        "the trained rows: do not lead to their own targets; are X and y shuffled together?",
    )
    check.close(
        history["val_loss"][-1],
        np.mean((signs[unseen] - outputs[unseen]) ** 2),
        "the history's last val_loss",
        rtol=1e-3,
        hint="should be the mean squared error on the rows that were set aside",
    )
    check.that(
        float(np.mean((signs[trained] - outputs[trained]) ** 2)) < 1.001 * history["loss"][-1],
        "the model: is not that of the last epoch, or history's loss is not that of training",
    )
### END HIDDEN TESTS

# %% [markdown]
# Now the network that you built, on the cubic task. **Predict**: where between the baseline
# (38.3) and the noise floor (0.25) will it end?

# %%
keras.utils.set_random_seed(3)
network, history, cubic_mse = fit_regression(
    build_sequential(), X_cubic, y_cubic, X_cubic_test, y_cubic_test, epochs=12, learning_rate=0.02
)
print(f"test set: mean squared error {cubic_mse:.2f}, mean baseline {baseline:.1f}")

# %%
predicted = network.predict(X_cubic_test, verbose=0)
_ = draw_predictions(
    y_cubic_test, predicted, "y", title="Close everywhere, a little short at both ends"
)

# %%
_ = draw_model(
    network, ["$x_1$", "$x_2$"], ["y"], title="After training: the same lines, other widths"
)

# %% [markdown]
# The error is 0.38: a hundredth of the baseline's, and still above the floor. Of the 0.38, the
# noise makes up 0.25, which no model can remove. The rest is the model's: look at the two ends of
# the point cloud, where the cubic is steepest and a sum of ReLUs, made of straight pieces, falls
# short.
#
# ### The unit of the target matters
#
# Fuel consumption can also be given in metres per litre; one mile per gallon is 425.1 metres per
# litre. The cars stay the same, the numbers grow. **Predict**: does the same network, with the same
# optimiser and the same epochs, learn equally well?

# %%
metres_per_litre = 425.144 * mpg
keras.utils.set_random_seed(3)
metres_model, metres_history, metres_mse = fit_regression(
    car_network(),
    X_cars[train_rows],
    metres_per_litre[train_rows],
    X_cars[test_rows],
    metres_per_litre[test_rows],
    epochs=20,
    learning_rate=0.02,
)
print(f"test set: {metres_mse / 425.144**2:.1f} mpg² where the run in mpg had {test_mse:.1f}")

# %% [markdown]
# 34.3 instead of 8.2. Adam moves each weight by about the learning rate per step, however
# large the error is; to reach outputs near 10,000 from near 0, it needs many more steps. Plain
# gradient descent has the opposite trouble: its steps grow with the error, and it runs off to
# infinity. So "standardise the inputs" is half the advice. The other half: bring the target to a
# spread near 1 as well, and undo it after predicting. Further down, a layer of your own will do
# this inside the model.
#
# ## What went wrong in this run?
#
# Four signs, to be read in a loss curve before anything else is tried:
#
# - **Learning rate too high**: the loss jumps up by large factors or becomes NaN; or it gets stuck
#   at the mean baseline's level, because the jumps left all ReLU units negative for every input,
#   and a dead network can only predict one constant.
# - **Learning rate too low**: smooth, falling in every epoch, and hardly lower at the end.
# - **Overfitting**: training goes on falling while validation turns and rises.
# - **Validation rows of another kind**: validation lies at another level from the first epochs on,
#   and never follows.
#
# Below are four runs on the cubic task with these settings, in an order that is not theirs. In
# each, one thing is wrong. All panels have the same scale; a curve that leaves it at the top comes
# from above 120.

# %%
X_few, y_few = cubic_task(60, seed=5, noise=6)
X_some, y_some = X_cubic[:300], y_cubic[:300]
ascending = np.argsort(X_some[:, 0])
settings = [
    {"X": X_some, "y": y_some, "learning_rate": 1.0},
    {"X": X_some, "y": y_some, "learning_rate": 0.0001},
    {"X": X_some[ascending], "y": y_some[ascending]},
    {"X": X_few, "y": y_few, "widths": (200, 200), "batch_size": 8},
]


# %%
def train_run(X, y, widths=(20, 10), learning_rate=0.01, batch_size=32):
    keras.utils.set_random_seed(0)
    hidden = [layers.Dense(units, activation="relu") for units in widths]
    model = keras.Sequential([keras.Input(shape=(2,)), *hidden, layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    return model.fit(
        X, y, batch_size=batch_size, epochs=12, validation_split=0.25, verbose=0
    ).history


# %%
order = np.random.default_rng(9).permutation(4)
runs = {name: train_run(**settings[i]) for name, i in zip("AB", order[:2], strict=True)}

# %%
runs |= {name: train_run(**settings[i]) for name, i in zip("CD", order[2:], strict=True)}

# %%
figure, axes = plt.subplots(2, 2, figsize=(9, 6), subplot_kw={"ylim": (0, 120)})
for name, ax in zip(runs, axes.flat, strict=True):
    draw_history(runs[name], title=f"Run {name}", ax=ax)

# %%
for name, curves in runs.items():
    numbers = {key: [round(curves[key][i], 1) for i in (0, 3, 7, 11)] for key in curves}
    print(f"run {name}, epochs 1, 4, 8, 12:", numbers)

# %% [markdown]
# ### Exercise: what went wrong? (2 points)
#
# One cause for each run: `"too high"` or `"too low"` (the learning rate), `"overfitting"`,
# `"other rows"` (the validation rows are of another kind), or `"nothing"` (a healthy run).

# %% nbgrader={"grade_id": "what_went_wrong", "solution": true}
# Replace every "?", and delete the line `raise NotImplementedError()`.
what_went_wrong = {"A": "?", "B": "?", "C": "?", "D": "?"}
### BEGIN SOLUTION
what_went_wrong = {"A": "overfitting", "B": "too high", "C": "other rows", "D": "too low"}
### END SOLUTION

# %% [markdown]
# The next two cells look only at the form of your answers; these are marked when the notebook is
# graded.

# %% nbgrader={"grade_id": "what_went_wrong-A_and_B", "points": 1}
causes = ("too high", "too low", "overfitting", "other rows", "nothing")
with check.visible("what_went_wrong: A and B have an answer"):
    for letter in ("A", "B"):
        check.that(
            what_went_wrong.get(letter) in causes,
            f"what_went_wrong[{letter!r}]: choose one of {', '.join(causes)}",
        )
### BEGIN HIDDEN TESTS
with check.hidden("what_went_wrong: A and B"):
    check.choices(
        {letter: what_went_wrong[letter] for letter in ("A", "B")},
        {"A": "overfitting", "B": "too high"},
        "what_went_wrong",
        options=causes,
        why={
            ("A", "nothing"): "follow validation from epoch 4 on",
            ("A", "other rows"): "where does validation start, and does it come along at first?",
            ("A", "too high"): "too large steps would show in the training loss first",
            ("A", "too low"): "the training loss falls far; look at the other curve",
            ("B", "too low"): "a loss that creeps is smooth; look at the first epochs",
            ("B", "nothing"): "flat is only good at a good level: compare with the mean baseline",
            ("B", "overfitting"): "for that the training loss would have to go on falling",
            ("B", "other rows"): "the two curves agree in the end",
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "what_went_wrong-C_and_D", "points": 1}
causes = ("too high", "too low", "overfitting", "other rows", "nothing")
with check.visible("what_went_wrong: C and D have an answer"):
    for letter in ("C", "D"):
        check.that(
            what_went_wrong.get(letter) in causes,
            f"what_went_wrong[{letter!r}]: choose one of {', '.join(causes)}",
        )
### BEGIN HIDDEN TESTS
with check.hidden("what_went_wrong: C and D"):
    check.choices(
        {letter: what_went_wrong[letter] for letter in ("C", "D")},
        {"C": "other rows", "D": "too low"},
        "what_went_wrong",
        options=causes,
        why={
            ("C", "overfitting"): "an overfitted run begins with both curves at one level",
            ("C", "nothing"): "one curve is healthy; compare the other with it from epoch 1 on",
            ("C", "too high"): "too large steps would show in the training loss first",
            ("C", "too low"): "the training loss falls far; look at the other curve",
            ("D", "nothing"): "both curves agree, but how far have they come after 12 epochs?",
            ("D", "too high"): "does this loss ever jump, or rise at all?",
            ("D", "overfitting"): "the two curves keep their distance from first to last",
            ("D", "other rows"): "how far apart are the curves, compared with their level?",
        },
    )
### END HIDDEN TESTS

# %% [markdown]
# Three of these four are cured before any network is changed: by another learning rate, or by
# shuffling. Read the curves first.
#
# ## Functional: a graph of layers
#
# A Sequential can only be a chain. The **functional API** states the graph itself: a layer is
# *called* on the symbolic output of another one, and `keras.Model(inputs, outputs)` collects all
# layers that lie between. Nothing is computed while the graph is drawn; the symbols only know their
# shapes.
#
# Here is a graph that no list of layers can state. The inputs reach the output twice: through a
# hidden layer, and directly (a *skip connection*; lesson 8 builds deep networks from them).
# **Predict** how many parameters `output` has.

# %%
inputs = keras.Input(shape=(2,), name="features")
hidden = layers.Dense(8, activation="relu", name="hidden")(inputs)
both = layers.Concatenate(name="both")([inputs, hidden])
outputs = layers.Dense(1, name="output")(both)
skipping = keras.Model(inputs, outputs)
parameters_by_layer(skipping)

# %% [markdown]
# Eleven: one weight for each of the 8 hidden units, one for each of the 2 inputs, and a bias.
# `Concatenate` has no weights. The names are yours to choose, and they are worth it: they stand in
# the summary, in saved files and in error messages, and `model.get_layer(name)` finds the layer.
#
# ### Exercise: the functional model (2 points)
#
# The layers with weights must bear the names asked for. As before, an activation may be a layer of
# its own, under any other name. A `Sequential` with these names would predict the same; it is
# not accepted here, because calling layers is what this exercise is for.


# %% nbgrader={"grade_id": "build_functional", "solution": true}
def build_functional():
    """Build the network 2 → 20 → 10 → 1 with the functional API.

    The graph is that of `build_sequential`: hidden layers of 20 and 10 units with ReLU, one linear
    output, biases everywhere. The input is named "features", and the layers with weights, in
    order, "hidden_1", "hidden_2" and "output". As there, every call builds a new, untrained model,
    all weights trainable and initialised as Keras does by default; it is not compiled.

    Returns
    -------
    keras.Model
        Made by `keras.Model(inputs, outputs)`; from inputs of shape (n, 2) to outputs of shape
        (n, 1), float32.

    Example
    -------
    >>> build_functional().get_layer("hidden_2").count_params()
    210
    """
    ### BEGIN SOLUTION
    inputs = keras.Input(shape=(2,), name="features")
    x = layers.Dense(20, activation="relu", name="hidden_1")(inputs)
    x = layers.Dense(10, activation="relu", name="hidden_2")(x)
    outputs = layers.Dense(1, name="output")(x)
    return keras.Model(inputs, outputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "build_functional-names", "points": 1}
with check.visible("build_functional: its layers and their names"):
    built = build_functional()
    check.instance(built, keras.Model, "build_functional()")
    check.that(
        keras.Sequential not in type(built).__mro__,
        "build_functional(): is a Sequential; call the layers on each other's outputs and give "
        "keras.Model the inputs and outputs",
    )
    check.equal(
        [tensor.name for tensor in built.inputs],
        ["features"],
        "the names of the inputs",
        hint="keras.Input takes a name, like any layer",
    )
    check.equal(
        {
            layer.name: " ".join("x".join(map(str, weight.shape)) for weight in layer.get_weights())
            for layer in built.layers
            if layer.get_weights()
        },
        {"hidden_1": "2x20 20", "hidden_2": "20x10 10", "output": "10x1 1"},
        "the layers with weights and their shapes",
        mistakes={
            "the second hidden layer is skipped: call output on the result of hidden_2": {
                "hidden_1": "2x20 20",
                "output": "20x1 1",
            },
            "the output layer is not part of the model: give keras.Model its result": {
                "hidden_1": "2x20 20",
                "hidden_2": "20x10 10",
            },
            "hidden_2 was called on the inputs; call it on the result of hidden_1": {
                "hidden_2": "2x10 10",
                "output": "10x1 1",
            },
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("build_functional: its layers and their names"):
    models = [build_functional() for _ in range(4)]
    drawn = [model.get_weights() for model in models]
    check.that(
        not np.array_equal(drawn[0][0], drawn[1][0]),
        "build_functional(): two calls give the same weights; build a new model inside the "
        "function and leave the initial weights to Keras",
    )
    for place in (0, 2, 4):
        kernels = np.array([weights[place] for weights in drawn])
        # Glorot's uniform distribution, in units of its bound: all within 1, deviation 1 / sqrt(3).
        shares = kernels / np.sqrt(6 / sum(kernels.shape[1:]))
        check.that(
            bool(np.all(np.abs(shares) <= 1.0001))
            and abs(float(shares.std()) * np.sqrt(3) - 1) < 0.35,
            "a kernel: is not initialised as Keras does by default",
        )
    check.close(
        np.concatenate([drawn[0][i] for i in (1, 3, 5)]),
        np.zeros(31),
        "the biases of a new model",
        hint="should be 0: the model is not to be trained",
    )
    check.equal(
        sorted({str(weight.dtype) for weight in drawn[0]}),
        ["float32"],
        "the dtype of the weights",
        hint="should be Keras's default, float32",
    )
    check.equal(
        len(models[0].trainable_weights),
        6,
        "the number of trainable arrays",
        hint="should be all six: nothing is frozen",
    )
    check.that(not models[0].compiled, "build_functional(): is compiled already; only build it")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "build_functional-predictions", "points": 1}
with check.visible("build_functional: its predictions"):
    built = build_functional()
    check.instance(built, keras.Model, "build_functional()")
    signs = {(10, 1): -0.1}
    built.set_weights(
        [np.full(weight.shape, signs.get(weight.shape, 0.1)) for weight in built.get_weights()]
    )
    check.close(
        built(np.array([[1.0, 2.0], [-1.0, -2.0]])),
        [[-0.8], [0.0]],
        "with all weights and biases 0.1, but -0.1 in the last kernel, the predictions for "
        "[1, 2] and [-1, -2]",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "the output went through ReLU; it should be linear": [[0.0], [0.0]],
            "the hidden layers are linear: a Dense layer has no activation unless you name one": [
                [-0.8],
                [0.4],
            ],
            "the layers have no biases": [[-0.6], [0.0]],
        },
        hint="ReLU after both hidden layers, none after the output",
    )
### BEGIN HIDDEN TESTS
with check.hidden("build_functional: its predictions"):
    rng = np.random.default_rng(51)
    built = build_functional()
    drawn = [rng.normal(0, 0.7, weight.shape) for weight in built.get_weights()]
    built.set_weights(drawn)
    points = rng.normal(0, 2, (40, 2))
    linear_2 = np.maximum(points @ drawn[0] + drawn[1], 0) @ drawn[2] + drawn[3]
    check.close(
        built(points),
        np.maximum(linear_2, 0) @ drawn[4] + drawn[5],
        "the predictions with random weights",
        rtol=1e-3,
        atol=1e-4,
        mistakes={"hidden_2 has no ReLU": linear_2 @ drawn[4] + drawn[5]},
        hint="look at the activation of each layer",
    )
    check.close(
        built(points, training=True),
        np.array(built(points)),
        "the outputs in training",
        rtol=1e-5,
        atol=1e-6,
        hint="should be those of prediction: a layer such as Dropout was not asked for",
    )
    check.dtype(built(points), "float32", "the outputs' dtype")
### END HIDDEN TESTS

# %% [markdown]
# What the graph gives you that a function does not: any symbol in it can become the output of
# another model. The two models below share their layers and thus their weights, so this one shows
# what the second hidden layer of the *trained* network makes of a point.

# %%
functional = build_functional()
functional.set_weights(network.get_weights())  # those of the trained Sequential
inner = keras.Model(functional.inputs, functional.get_layer("hidden_2").output)
inner.predict(np.array([[1.5, 0.0], [-1.5, 0.0]]), verbose=0).round(1)

# %% [markdown]
# Two rows of ten numbers: the features from which the last layer makes its weighted sum. Compare
# the zeros: on the two points, different units are switched off by ReLU. Lesson 12 takes such inner
# outputs of a large trained model and builds on them.
#
# ## Subclassing: a model as a Python class
#
# The third way hands the graph over to Python. You derive a class from `keras.Model`, make the
# layers in `__init__`, and write in `call` what happens to a batch: any Python, loops and branches
# included. Keras notices every layer that you store as an attribute (also in a list), and counts
# its weights among the model's.
#
# The price: Keras cannot see the graph before it runs. So there are no weights before the first
# batch, no intermediate symbols to tap, and no way to save the model unless the class says how to
# make it again.
#
# Where layers are made matters. **Predict** what this class gets wrong.


# %%
class Forgetful(keras.Model):
    def call(self, inputs):
        hidden = layers.Dense(20, activation="relu")(inputs)
        return layers.Dense(1)(hidden)


# %%
forgetful = Forgetful()
point = np.array([[1.0, 2.0]])
print("first call: ", forgetful(point).numpy())
print("second call:", forgetful(point).numpy())
print("arrays of weights:", len(forgetful.get_weights()))

# %% [markdown]
# The same point gives two predictions, because every call makes new layers with new random weights
# and then drops them. Keras counts no weights, so there is nothing to train. Make layers in
# `__init__`; use them in `call`.
#
# ### The recipe: get_config and from_config
#
# A saved model is a **configuration** (how to make it) and its weights. `get_config` returns the
# constructor's arguments as a dict of plain data; `SimpleMLP.from_config(config)` calls
# `SimpleMLP(**config)`. The pair makes an *equal, untrained* model.
#
# If you write none, Keras 3 guesses one from the constructor's arguments. For a subclassed model
# the guess is treacherous:


# %%
class Guessed(keras.Model):
    def __init__(self, units=20):
        super().__init__()
        self.dense = layers.Dense(units)


# %%
Guessed(units=7).get_config()["units"]

# %% [markdown]
# A model made with 7 units says 20: the guess holds the *default* values, and nothing warns you.
# (For a layer of your own the guess holds the values given.) Write `get_config` yourself.
#
# ### Exercise: the subclassed model (3 points)
#
# Give `SimpleMLP` three arguments, so that there is something to configure. `super().get_config()`
# already holds `name`, `trainable` and `dtype`; add your own. The attribute names inside are up to
# you.


# %% nbgrader={"grade_id": "SimpleMLP", "solution": true}
class SimpleMLP(keras.Model):
    """A fully connected network: hidden layers with one activation, then a linear output.

    Parameters
    ----------
    hidden_units : list or tuple of int
        Units of each hidden layer, one layer or more. Not changed.
    output_units : int
        Units of the output layer.
    activation : str
        Keras's name of the hidden layers' activation.
    **kwargs
        Passed on to `keras.Model`, for example `name="small"`.

    The layers are made once, in `__init__`; their weights, all trainable, appear with the first
    batch, of shape (n, d) for any d, and the output has shape (n, output_units). No two layers and
    no two models share a weight. Outputs are the same in training as in prediction.

    Example
    -------
    >>> model = SimpleMLP(hidden_units=[5, 3], activation="tanh")
    >>> model(np.zeros((4, 2))).shape
    (4, 1)
    >>> SimpleMLP.from_config(model.get_config())  # an equal model, untrained
    """

    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        ### BEGIN SOLUTION
        self.hidden_units = list(hidden_units)
        self.output_units = output_units
        self.activation = activation
        self.hidden_layers = [layers.Dense(units, activation=activation) for units in hidden_units]
        self.output_layer = layers.Dense(output_units)
        ### END SOLUTION

    def call(self, inputs):
        """The outputs for a batch, shape (n, output_units)."""
        ### BEGIN SOLUTION
        x = inputs
        for layer in self.hidden_layers:
            x = layer(x)
        return self.output_layer(x)
        ### END SOLUTION

    def get_config(self):
        """What super().get_config() holds, and the three arguments as given, under their names."""
        ### BEGIN SOLUTION
        return {
            **super().get_config(),
            "hidden_units": list(self.hidden_units),
            "output_units": self.output_units,
            "activation": self.activation,
        }
        ### END SOLUTION


# %% nbgrader={"grade_id": "SimpleMLP-weights", "points": 1}
with check.visible("SimpleMLP: its weights"):
    made = SimpleMLP()
    first_pass = np.array(made(np.array([[1.0, 2.0]])))
    check.shape(first_pass, (1, 1), "SimpleMLP()([[1, 2]])")
    check.equal(
        sorted("x".join(map(str, weight.shape)) for weight in made.get_weights()),
        ["1", "10", "10x1", "20", "20x10", "2x20"],
        "the shapes of SimpleMLP()'s weights after a first batch, sorted",
        mistakes={
            "there are none: make the layers in __init__ and keep them as attributes": [],
            "the output layer is missing": ["10", "20", "20x10", "2x20"],
            "the hidden layers are missing": ["1", "2x1"],
        },
    )
    check.close(
        made(np.array([[1.0, 2.0]])),
        first_pass,
        "a second call on the same input",
        hint="differs from the first; make the layers once, in __init__",
    )
### BEGIN HIDDEN TESTS
with check.hidden("SimpleMLP: its weights"):
    sizes = [6, 5, 4]
    with check.not_mutated(hidden_units=sizes):
        made = SimpleMLP(hidden_units=sizes, output_units=2)
        again = SimpleMLP(hidden_units=(3,))
        check.shape(made(np.ones((8, 7))), (8, 2), "the outputs for a batch of 8")
        check.shape(again(np.ones((1, 9))), (1, 1), "the outputs for a batch of one")
    expected = sorted(["7x6", "6", "6x5", "5", "5x4", "4", "4x2", "2"])
    for model, wanted in ((made, expected), (again, sorted(["9x3", "3", "3x1", "1"]))):
        check.equal(
            sorted("x".join(map(str, weight.shape)) for weight in model.get_weights()),
            wanted,
            "the shapes of the weights",
            hint="are not those that hidden_units and output_units ask for, or a second model "
            "shares layers with the first",
        )
    twins = [SimpleMLP(hidden_units=[4, 4, 4]) for _ in range(2)]
    for twin in twins:
        twin(np.ones((1, 4)))
    check.equal(
        sorted("x".join(map(str, weight.shape)) for weight in twins[0].get_weights()),
        sorted(["4x4", "4"] * 3 + ["4x1", "1"]),
        "the shapes of the weights, when hidden layers are equally wide",
        hint="should be those of a layer for each number in hidden_units",
    )
    kernels = [
        [weight for weight in twin.get_weights() if len(weight.shape) == 2] for twin in twins
    ]
    check.that(
        not np.array_equal(kernels[0][0], kernels[1][0]),
        "two models made with the same arguments: share their layers",
    )

    def moved(rows):
        model = SimpleMLP(hidden_units=[3], output_units=2, activation="tanh")
        model(rows)
        before = model.get_weights()
        model.compile("sgd", "mse", run_eagerly=True)
        try:
            model.train_on_batch(rows, rows[:, :2] + 1)
        except Exception:
            return 0
        return sum(
            not np.array_equal(a, b) for a, b in zip(before, model.get_weights(), strict=True)
        )

    check.equal(
        check.there(moved, np.random.default_rng(63).normal(0, 1, (6, 3))),
        4,
        "the number of arrays that a step of training moves",
        hint="should be all of them: freeze nothing, and compute with Keras's layers, not NumPy",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "SimpleMLP-call", "points": 1}
with check.visible("SimpleMLP: its outputs"):
    made = SimpleMLP()
    made(np.zeros((1, 2)))
    # A kernel has two axes, a bias one; the last kernel is the one with a single column.
    made.set_weights(
        [
            np.full(weight.shape, -0.1 if weight.shape == (10, 1) else 0.1)
            for weight in made.get_weights()
        ]
    )
    check.close(
        made(np.array([[1.0, 2.0], [-1.0, -2.0]])),
        [[-0.8], [0.0]],
        "with all weights and biases 0.1, but -0.1 in the last kernel, the outputs for "
        "[1, 2] and [-1, -2]",
        rtol=1e-4,
        atol=1e-5,
        mistakes={
            "the output has an activation; it should be linear": [[0.0], [0.0]],
            "the hidden layers have no activation": [[-0.8], [0.4]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("SimpleMLP: its outputs"):
    rng = np.random.default_rng(61)
    points = rng.normal(0, 1, (12, 2))
    for activation, function in (
        ("tanh", np.tanh),
        ("relu", lambda z: np.maximum(z, 0)),
        ("sigmoid", lambda z: 1 / (1 + np.exp(-z))),
    ):
        made = SimpleMLP(hidden_units=[5, 4], output_units=3, activation=activation)
        made(points[:1])
        by_shape = {
            shape: rng.normal(0, 1, shape) for shape in ((2, 5), (5,), (5, 4), (4,), (4, 3), (3,))
        }
        shapes = [tuple(weight.shape) for weight in made.get_weights()]
        check.that(
            set(shapes) == set(by_shape),
            "the shapes of the weights: are not those that hidden_units and output_units ask for",
        )
        made.set_weights([by_shape[shape] for shape in shapes])
        x = function(points @ by_shape[2, 5] + by_shape[5,])
        linear_2 = x @ by_shape[5, 4] + by_shape[4,]
        x = function(linear_2)
        right = x @ by_shape[4, 3] + by_shape[3,]
        check.close(
            made(points, training=True),
            np.array(made(points)),
            "the outputs in training",
            rtol=1e-5,
            atol=1e-6,
            hint="should be those of prediction: a layer such as Dropout was not asked for",
        )
        for rows in (slice(None), slice(0, 1)):
            check.close(
                made(points[rows]),
                right[rows],
                "the outputs with random weights",
                rtol=1e-3,
                atol=1e-4,
                hint="should come from every hidden layer with the activation asked for, then a "
                "linear output, for a batch of any size",
                mistakes={
                    "the output has the hidden layers' activation": function(right)[rows],
                    "the last hidden layer has no activation": (
                        linear_2 @ by_shape[4, 3] + by_shape[3,]
                    )[rows],
                },
            )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "SimpleMLP-config", "points": 1}
with check.visible("SimpleMLP: get_config"):
    config = SimpleMLP(hidden_units=[5, 3], output_units=2, activation="tanh").get_config()
    for entry in ("hidden_units", "output_units", "activation"):
        check.that(entry in config, f"SimpleMLP(…).get_config(): has no entry {entry!r}")
    check.equal(
        [list(config["hidden_units"]), config["output_units"], config["activation"]],
        [[5, 3], 2, "tanh"],
        "the three entries in SimpleMLP([5, 3], 2, 'tanh').get_config()",
        mistakes={
            "these are the default values, not those given: write get_config and keep the "
            "arguments in __init__": [[20, 10], 1, "relu"],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("SimpleMLP: get_config"):
    rng = np.random.default_rng(62)
    points = rng.normal(0, 1, (6, 3))
    made = SimpleMLP(hidden_units=(4, 6, 5), output_units=2, activation="sigmoid", name="small")
    made(points)
    config = made.get_config()
    twin = SimpleMLP.from_config({**config, "hidden_units": list(config["hidden_units"])})
    twin(points)
    check.equal(
        sorted("x".join(map(str, weight.shape)) for weight in twin.get_weights()),
        sorted("x".join(map(str, weight.shape)) for weight in made.get_weights()),
        "the shapes of the weights of a model made by from_config(get_config())",
        hint="differ from the original's: an argument is lost on the way",
    )
    by_shape = {tuple(weight.shape): weight for weight in made.get_weights()}
    twin.set_weights([by_shape[tuple(weight.shape)] for weight in twin.get_weights()])
    check.close(
        twin(points),
        np.array(made(points)),
        "the outputs of a model made by from_config(get_config()), with the same weights",
        rtol=1e-5,
        atol=1e-6,
        hint="differ from the original's: is the activation in the config?",
    )
    check.equal(made.name, "small", "the name", hint="pass **kwargs on to super().__init__")
    check.equal(config.get("name"), "small", "the config's name", hint="start from super()'s")
    check.that(
        {"trainable", "dtype"} <= set(config),
        "the config: lacks entries of super().get_config(); start from it, and add your own",
    )
### END HIDDEN TESTS

# %% [markdown]
# ## Three ways, one network
#
# The trained Sequential gives its weights to the other two. If all three are the same network,
# their predictions must be the same.

# %%
subclassed = SimpleMLP()
subclassed(np.zeros((1, 2)))  # a first batch, so that the weights exist
# Every weight has a shape of its own, so no matter in which order your __init__ made the layers:
given = {weight.shape: weight for weight in network.get_weights()}
subclassed.set_weights([given[tuple(weight.shape)] for weight in subclassed.weights])

# %%
for name, model in [("functional", functional), ("subclassed", subclassed)]:
    difference = np.abs(model.predict(X_cubic_test, verbose=0) - predicted).max()
    print(f"{name}: largest difference from the Sequential {difference}")

# %% [markdown]
# Not "close": equal to the last bit, since the same operations ran on the same numbers. The ways
# differ in how a network is *stated*, not in what it is.
#
# | | Sequential | functional | subclassed |
# | --- | --- | --- | --- |
# | states | a list | a graph | a program |
# | fits | a chain of layers | branches, skips, several inputs or outputs | loops, decisions by the data |
# | weights exist | once the input is known | at once | after the first batch |
# | mistakes in shapes show | while building | while building | at the first batch |
# | inner outputs can be tapped | yes | yes | only where `call` returns them |
# | saving needs | nothing | nothing | `get_config`, and the class at hand when loading |
#
# Take the first column that can state your network.
#
# ## A layer of your own
#
# A layer needs three methods. `__init__` keeps the settings. `build` makes the weights, once, when
# Keras calls it with the shape of the first batch: `self.add_weight(...)` returns a variable and
# registers it as trainable or not. `call` computes.
#
# Our layer solves the trouble with units. `ScaledDense` ends with a constant factor,
#
# $$Y = s\,(XW + b),$$
#
# with kernel $W$ and bias $b$ trained as usual and $s$, the **scale**, a weight that is stored but
# never trained. Set $s$ to the standard deviation of the training targets, and the part that is
# trained works with numbers near 1, whatever the unit.
#
# ### Exercise: ScaledDense (3 points)
#
# `__init__` and `get_config` are given; write `build` and `call`.


# %% nbgrader={"grade_id": "ScaledDense", "solution": true}
class ScaledDense(keras.layers.Layer):
    """A linear layer whose output is multiplied by a fixed scale: scale * (inputs @ kernel + bias).

    Parameters
    ----------
    units : int
    factor : float
        The initial, and lasting, value of the scale.

    Weights, made by `build` for inputs of shape (n, d), float32, and kept as attributes:

    | attribute | shape      | initial value                     | trainable |
    | --------- | ---------- | --------------------------------- | --------- |
    | `kernel`  | (d, units) | Keras's initialiser glorot_uniform | yes      |
    | `bias`    | (units,)   | 0                                 | yes       |
    | `scale`   | ()         | factor                            | no        |

    Example
    -------
    >>> layer = ScaledDense(3, factor=10.0)
    >>> layer(np.ones((4, 2))).shape
    (4, 3)
    >>> len(layer.trainable_weights), len(layer.non_trainable_weights)
    (2, 1)
    """

    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        """Make the weights; `input_shape` is (None, d) or (n, d)."""
        ### BEGIN SOLUTION
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform"
        )
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        self.scale = self.add_weight(
            name="scale",
            shape=(),
            initializer=keras.initializers.Constant(self.factor),
            trainable=False,
        )
        ### END SOLUTION

    def call(self, inputs):
        """The outputs for inputs of shape (n, d): shape (n, units)."""
        ### BEGIN SOLUTION
        return self.scale * (keras.ops.matmul(inputs, self.kernel) + self.bias)
        ### END SOLUTION

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}


# %% nbgrader={"grade_id": "ScaledDense-weights", "points": 1}
with check.visible("ScaledDense: the weights that build makes"):
    own = ScaledDense(3, factor=10.0)
    check.shape(own(np.ones((4, 2))), (4, 3), "ScaledDense(3, factor=10.0)(X)")
    check.shape(own.kernel, (2, 3), "layer.kernel")
    check.close(
        own.bias,
        [0.0, 0.0, 0.0],
        "layer.bias",
        hint='should start at 0; without initializer="zeros" add_weight draws random numbers',
    )
    check.close(
        own.scale,
        10.0,
        "layer.scale",
        mistakes={
            "the scale has shape (1,); a single number has shape ()": [10.0],
            "there is one scale for each unit; one number, of shape (), is enough": [10.0] * 3,
            "the scale starts at 1; initialise it with keras.initializers.Constant(factor)": 1.0,
            "the scale starts at 0; initialise it with keras.initializers.Constant(factor)": 0.0,
        },
        hint="should be the factor, as a weight of shape ()",
    )
### BEGIN HIDDEN TESTS
with check.hidden("ScaledDense: the weights that build makes"):
    own = ScaledDense(200, factor=0.5)
    own(np.ones((1, 300)))
    kernel, _ = check.to_numpy(own.kernel)
    limit = np.sqrt(6 / (300 + 200))
    check.shape(kernel, (300, 200), "the kernel for another length of row")
    spread = float(kernel.std())
    check.that(
        bool(np.all(np.abs(kernel) <= limit)) and abs(spread - limit / np.sqrt(3)) < 0.05 * limit,
        "the kernel: is not drawn by glorot_uniform",
    )
    check.equal(
        sorted({str(weight.dtype) for weight in own.get_weights()}),
        ["float32"],
        "the dtype of the weights",
        hint="should be float32, as Keras makes it by default",
    )
    check.close(own.scale, 0.5, "the scale for another factor", hint="should be the factor itself")
    own(np.ones((5, 300)))
    check.equal(
        sorted(weight.shape for weight in own.get_weights()),
        [(), (200,), (300, 200)],
        "the weights after a second call",
        hint="should be kernel, bias and scale, made once",
    )
    twin = ScaledDense(200, factor=0.5)
    twin(np.ones((1, 300)))
    check.that(
        not np.array_equal(kernel, check.to_numpy(twin.kernel)[0]),
        "the kernels of two layers: are equal; leave the random numbers to the initialiser",
    )
    below = ScaledDense(1, factor=-3)
    below(np.ones((1, 2)))
    check.close(
        below.scale,
        -3.0,
        "the scale for a factor that is a negative whole number",
        dtype="float32",
        hint="should be the factor itself, as a float",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "ScaledDense-trainable", "points": 1}
with check.visible("ScaledDense: what training may move"):
    own = ScaledDense(3, factor=10.0)
    own(np.ones((4, 2)))
    check.equal(
        len(own.trainable_weights),
        2,
        "len(layer.trainable_weights)",
        hint="should be kernel and bias",
        mistakes={
            "the scale is trainable too: say trainable=False when you add it": 3,
            "there are none: make the weights with self.add_weight": 0,
        },
    )
    check.equal(
        len(own.non_trainable_weights),
        1,
        "len(layer.non_trainable_weights)",
        hint="should be the scale alone",
        mistakes={
            "there are none; a number that is stored with the weights but not trained is made with "
            "self.add_weight(..., trainable=False)": 0,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("ScaledDense: what training may move"):
    own = ScaledDense(4, factor=2.0)
    own(np.ones((1, 6)))
    own(np.ones((3, 6)))
    check.equal(
        sorted(int(np.prod(weight.shape)) for weight in own.trainable_weights),
        [4, 24],
        "the sizes of the trainable weights",
        hint="should be those of kernel and bias, also after a second call",
    )
    check.equal(len(own.non_trainable_weights), 1, "the number of non-trainable weights")

    def values(layer):
        weights = (layer.kernel, layer.bias, layer.scale)
        return [np.array(keras.ops.convert_to_numpy(weight)) for weight in weights]

    def moved(rows):
        layer = ScaledDense(1, factor=2.0)
        model = keras.Sequential([keras.Input(shape=(3,)), layer])
        model.compile("sgd", "mse", run_eagerly=True)
        before = values(layer)
        try:
            model.train_on_batch(rows, rows[:, 0] + 5)
        except Exception:
            return "nothing"
        after = values(layer)
        changed = [not np.array_equal(a, b) for a, b in zip(before, after, strict=True)]
        return " ".join(n for n, c in zip(("kernel", "bias", "scale"), changed, strict=True) if c)

    check.equal(
        check.there(moved, np.random.default_rng(72).normal(0, 1, (6, 3))),
        "kernel bias",
        "what a step of training moves",
        hint="should be kernel and bias: let gradients through, and compute with keras.ops or @, "
        "not NumPy",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "ScaledDense-call", "points": 1}
with check.visible("ScaledDense: its outputs"):
    own = ScaledDense(2, factor=10.0)
    own(np.zeros((1, 2)))
    # By the number of axes: the kernel has two, the bias one, the scale none.
    by_axes = {2: np.array([[1.0, 0.0], [2.0, 1.0]]), 1: np.array([0.5, -1.0]), 0: np.array(10.0)}
    own.set_weights([by_axes[len(weight.shape)] for weight in own.get_weights()])
    check.close(
        own(np.array([[3.0, -1.0]])),
        [[15.0, -20.0]],
        "with kernel [[1, 0], [2, 1]], bias [0.5, -1] and scale 10, the output for [3, -1]",
        mistakes={
            "the scale multiplies only the product, not the bias": [[10.5, -11.0]],
            "the bias is missing": [[10.0, -10.0]],
            "the scale is missing": [[1.5, -2.0]],
            "the output is divided by the scale": [[0.15, -0.2]],
            "the output went through ReLU; this layer is linear": [[15.0, 0.0]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("ScaledDense: its outputs"):
    rng = np.random.default_rng(71)
    for count, size, units in ((9, 4, 3), (1, 5, 2), (6, 1, 1)):
        own = ScaledDense(units, factor=3.0)
        rows = rng.normal(0, 1, (count, size))
        own(rows)
        by_axes = {0: -2.5, 1: rng.normal(0, 1, units), 2: rng.normal(0, 1, (size, units))}
        own.set_weights([np.array(by_axes[len(weight.shape)]) for weight in own.get_weights()])
        linear = rows @ by_axes[2] + by_axes[1]
        check.close(
            own(rows),
            -2.5 * linear,
            "the outputs with random weights",
            rtol=1e-4,
            atol=1e-5,
            hint="should be scale * (inputs @ kernel + bias), without an activation",
            mistakes={
                "the scale comes from the constructor's argument, not from the weight: a restored "
                "layer would go wrong": 3.0 * linear,
                "the scale multiplies only the product, not the bias": (
                    -2.5 * rows @ by_axes[2] + by_axes[1]
                ),
            },
        )
### END HIDDEN TESTS

# %% [markdown]
# Back to the cars in metres per litre, with your layer as the output.

# %%
keras.utils.set_random_seed(3)
spread = float(metres_per_litre[train_rows].std())
scaled_model = keras.Sequential(
    [
        keras.Input(shape=(6,)),
        layers.Dense(20, activation="relu"),
        layers.Dense(10, activation="relu"),
        ScaledDense(1, factor=spread),
    ]
)

# %%
scaled_model, scaled_history, scaled_mse = fit_regression(
    scaled_model,
    X_cars[train_rows],
    metres_per_litre[train_rows],
    X_cars[test_rows],
    metres_per_litre[test_rows],
    epochs=20,
    learning_rate=0.02,
)
print(f"test set: {scaled_mse / 425.144**2:.1f} mpg²")
print(f"scale before {spread:.1f}, after {float(scaled_model.layers[-1].scale.numpy()):.1f}")

# %% [markdown]
# 8.6 instead of 34.3: as good as the run in miles per gallon (8.2), and the scale has not moved.
# With Adam the unit no longer matters, since Adam divides every gradient by its own running size,
# and a common factor cancels. With plain gradient descent the learning rate would have to be
# divided by $s^2$ as well.
#
# ## Saving
#
# `model.save("net.keras")` writes one file with configuration, weights and the optimiser's state;
# `keras.models.load_model("net.keras")` gives the model back. It is a zip archive:

# %%
import zipfile

with tempfile.TemporaryDirectory() as folder:
    network.save(Path(folder) / "net.keras")
    for entry in zipfile.ZipFile(Path(folder) / "net.keras").infolist():
        print(f"{entry.filename:20} {entry.file_size:6} bytes")

# %% [markdown]
# `config.json` is the recipe and `model.weights.h5` the arrays. Two limits are worth knowing.
#
# - A file names classes, it does not contain them. For a class of your own, tell Keras where to
#   find it: `load_model(path, custom_objects={"ScaledDense": ScaledDense})`.
# - Keras refuses to run code out of a file. A `Lambda` layer holds a Python function, so loading
#   one raises a ValueError as long as `safe_mode` keeps its default, True. Turn it off only for
#   files that you wrote yourself.
#
# ### Exercise: save and restore (2 points)


# %% nbgrader={"grade_id": "save_and_restore", "solution": true}
def save_and_restore(model, path):
    """Save a model to a `.keras` file and return the model that the file gives back.

    Parameters
    ----------
    model : keras.Model
        Built, of Keras's own layers. Not changed.
    path : str
        Where to write, ending in ".keras". Folders of the path that do not exist yet are made; a
        file that is already there is replaced.

    Returns
    -------
    keras.Model
        The restored model: a new object with the same structure, and predictions identical to the
        last bit.

    Raises
    ------
    ValueError
        If `path` does not end in ".keras" (nothing is written then), or if the file cannot be
        restored without running code that it holds (a `Lambda` layer): Keras's safe mode stays on.
    OSError
        If the file or a folder cannot be made.

    Example
    -------
    >>> restored = save_and_restore(model, "runs/monday/net.keras")
    """
    ### BEGIN SOLUTION
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(f"{path} does not end in .keras")
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
    ### END SOLUTION


# %% nbgrader={"grade_id": "save_and_restore-predictions", "points": 1}
with check.visible("save_and_restore: the same predictions"), tempfile.TemporaryDirectory() as box:
    original = keras.Sequential(
        [keras.Input(shape=(2,)), keras.layers.Dense(5, activation="tanh"), keras.layers.Dense(1)]
    )
    points = np.array([[1.0, 2.0], [-1.0, 0.5]])
    before = np.array(original(points))
    restored = save_and_restore(original, str(Path(box) / "runs" / "monday" / "net.keras"))
    check.instance(restored, keras.Model, "the restored model")
    check.that(restored is not original, "the restored model: is the one you were given, unsaved")
    check.close(
        np.array(restored(points)),
        before,
        "the restored model's predictions",
        rtol=0,
        atol=0,
        hint="must be identical; a model made anew from a configuration has new random weights",
    )
### BEGIN HIDDEN TESTS
with check.hidden("save_and_restore: the same predictions"), tempfile.TemporaryDirectory() as box:
    rng = np.random.default_rng(81)
    inputs = keras.Input(shape=(3,), name="in")
    hidden = keras.layers.Dense(6, activation="gelu", name="trunk")(inputs)
    hidden = keras.layers.BatchNormalization(name="norm")(hidden)
    ends = [keras.layers.Dense(2, name="left")(hidden), keras.layers.Dense(1, name="right")(hidden)]
    original = keras.Model(inputs, ends)
    original.set_weights([rng.uniform(0.5, 2, w.shape) for w in original.get_weights()])
    points = rng.normal(0, 1, (5, 3))
    path = str(Path(box) / "a" / "b" / "two_heads.keras")
    for _ in range(2):  # the second time, the file is there already and the weights are others
        original.set_weights([weight * 1.1 for weight in original.get_weights()])
        before = original.get_weights()
        restored = save_and_restore(original, path)
        check.equal(
            [layer.name for layer in restored.layers],
            [layer.name for layer in original.layers],
            "the names of the restored model's layers",
        )
        for mine, theirs in zip(restored(points), original(points), strict=True):
            check.close(
                mine,
                theirs,
                "the predictions of a restored model with two outputs and a normalisation",
                rtol=0,
                atol=0,
                hint="must be identical: weights of every kind belong to the file, and a file "
                "that is already there is replaced",
            )
        check.that(
            all(np.array_equal(a, b) for a, b in zip(before, original.get_weights(), strict=True)),
            "the model that you were given: was changed",
        )
    check.that(not original.compiled, "the model that you were given: has been compiled")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "save_and_restore-file", "points": 1}
with check.visible("save_and_restore: the file"), tempfile.TemporaryDirectory() as box:
    original = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(1)])
    check.raises(
        ValueError,
        save_and_restore,
        original,
        str(Path(box) / "runs" / "monday" / "net.h5"),
        what="save_and_restore(model, '…/net.h5')",
        hint="net.h5 is an older format with another content; compare the ending yourself",
    )
### BEGIN HIDDEN TESTS
with check.hidden("save_and_restore: the file"), tempfile.TemporaryDirectory() as box:
    original = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(1)])
    path = str(Path(box) / "runs" / "monday" / "net.keras")
    for name, what in (
        ("keras", "a path without an ending"),
        ("net.keras.h5", "a path that holds .keras and ends otherwise"),
    ):
        check.raises(ValueError, save_and_restore, original, str(Path(box) / name), what=what)
    save_and_restore(original, path)
    check.raises(
        OSError,
        save_and_restore,
        original,
        path + "/inside.keras",
        what="a path that leads through the file that the first call has written",
        hint="no file can hold another, unless nothing was written",
    )
    doubling = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Lambda(lambda t: 2 * t)])
    check.raises(
        ValueError,
        save_and_restore,
        doubling,
        str(Path(box) / "runs" / "doubling.keras"),
        what="a model with a Lambda layer",
        hint="load the model from the file, and leave Keras's safe mode on",
    )

    def written(model, path):
        """Whether it raises a ValueError, and the files and folders that it leaves."""
        home = os.getcwd()
        with tempfile.TemporaryDirectory() as box:
            os.chdir(box)
            try:
                save_and_restore(model, path)
                refused = False
            except ValueError:
                refused = True
            finally:
                os.chdir(home)
            found = sorted(p.relative_to(box).as_posix() for p in Path(box).rglob("*"))
        return refused, found

    check.equal(
        check.there(written, original, "net.keras"),
        (False, ["net.keras"]),
        "what a path without a folder leaves in the present folder",
        hint="should be the file alone",
    )
    check.equal(
        check.there(written, original, "runs.2/a/net.v1.keras"),
        (False, ["runs.2", "runs.2/a", "runs.2/a/net.v1.keras"]),
        "what a path with further dots leaves",
        hint="should be the file and its folders",
    )
    for wrong in ("runs/net.h5", "runs/keras"):
        check.equal(
            check.there(written, original, wrong),
            (True, []),
            "what a path with another ending leaves",
            hint="should be nothing, no folder either: look at the ending first",
        )
### END HIDDEN TESTS

# %% [markdown]
# A model with a layer of your own needs the class at hand:

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "cars.keras"
    scaled_model.save(path)
    restored = keras.models.load_model(path, custom_objects={"ScaledDense": ScaledDense})
print("the scale came back:", round(float(restored.layers[-1].scale.numpy()), 1))

# %% [markdown]
# The unit of the target travels with the model: whoever loads it cannot forget to scale back. This
# is why the scale is a weight and not a number in a notebook.
#
# ## The playground
#
# The rest is play, with Keras underneath. The **playground** trains a small network on points of
# two classes in the plane, and shows what every neuron responds to. (Its output is a probability
# of class 1 and its loss is the cross-entropy of lesson 4.) Choose, press play, and look.
#
# The data is XOR, as in lesson 2, and the network has no hidden layer. **Predict**: how many of the
# points will it get right?

# %%
playground = Playground({"data": "xor", "hidden": []}).show()

# %% [markdown]
# Then try, one at a time:
#
# 1. Add one hidden layer of 4 neurons. Look at the small pictures: what does each neuron cut off?
# 2. Set its activation to linear. Why does nothing help now? (Lesson 2, `collapse`.)
# 3. Go back to no hidden layer, and add the feature $x_1 x_2$. Why is that enough?
# 4. Change the data to the spiral. Compare one layer of 8 neurons with three.
#
# The same runs with fixed values, for those who only read:

# %%
trials = {
    "xor, no hidden layer": {"data": "xor", "hidden": []},
    "xor, 4 neurons": {"data": "xor", "hidden": [4]},
    "xor, 4 linear neurons": {"data": "xor", "hidden": [4], "activation": "linear"},
    "xor, feature x1*x2": {"data": "xor", "hidden": [], "features": ["x1", "x2", "x1*x2"]},
}

# %%
for name, configuration in trials.items():
    result = train(configuration, epochs=100)
    print(f"{name:22} test accuracy {result.test_accuracy:.2f}")

# %%
for hidden in ([8], [8, 8, 8]):
    spiral = {"data": "spiral", "hidden": hidden, "optimizer": "adam", "learning_rate": 0.01}
    result = train(spiral, epochs=200)
    print(f"spiral, hidden {str(hidden):10} test accuracy {result.test_accuracy:.2f}")

# %% [markdown]
# XOR without a hidden layer: 68 % after 100 epochs, 57 % in the picture after 200. The line turns
# and turns, since none is right. Four neurons reach 94 %. Four *linear* neurons get 68 % too: two
# linear maps are one, so they can draw no other line. And with the feature $x_1 x_2$ no hidden
# layer is needed: a feature can do by hand what a hidden layer has to learn.
#
# On the spiral, one layer of 8 reaches 65 %, three layers 98 %. That is not the merit of depth
# alone: the deeper network has 177 parameters, the other 33.
#
# These are results of one seed each. Change it before you believe a small difference.
#
# ## What you have learned
#
# | term | meaning |
# | --- | --- |
# | mean squared error | the mean of the squared differences between targets and predictions |
# | layer | an object that holds weights and computes outputs from inputs |
# | kernel | the matrix $W$ of a layer's weights, shape (inputs, units) |
# | parameters | the single numbers in the weights, trainable or not |
# | Sequential, functional, subclassed | a model as a list, a graph, a program |
# | compile, fit, evaluate | choose optimiser and loss; train; measure without training |
# | epoch, batch | a pass through all training rows; the rows of one step |
# | mean baseline | predicting the training targets' mean; the result to beat |
# | noise floor | the variance of the noise, below which no model gets on new data |
# | configuration | the constructor's arguments as plain data; what `get_config` returns |
# | `build` | the method that makes a layer's weights when the input's shape is known |
#
# The three mistakes that people make most:
#
# 1. **Leaving `validation_split` to sorted rows.** Keras takes the last ones. Shuffle first, inputs
#    and targets by the same permutation.
# 2. **Subtracting `(n, 1)` from `(n,)`.** `y - model.predict(X)` broadcasts to `(n, n)` without a
#    word, and its mean square is wrong. Use `model.evaluate`, or index with `[:, 0]`.
# 3. **Calling `fit` again for a fresh start.** It goes on from the present weights, and so does a
#    new `compile`. Build a new model for a new experiment.
#
# Where to read on:
#
# - François Chollet, *Deep Learning with Python*, 2nd edition (2021), chapter 7: the three ways, by
#   Keras's author.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow*, 3rd
#   edition (2022), chapters 10 and 12: models, then layers of one's own.
# - Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016), chapter 6: why layers
#   and non-linearity give such models their reach.
# - Daniel Smilkov, Shan Carter, D. Sculley, Fernanda Viégas and Martin Wattenberg,
#   *Direct-Manipulation Visualization of Deep Networks* (2017): the idea of the playground.

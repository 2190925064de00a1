# %% [markdown]
# # 2. From a neuron to a network
#
# At the end of this lesson you will be able to
#
# - **compute** what a neuron, a layer and a network of any depth return, in plain NumPy;
# - **choose** between ReLU, leaky ReLU, sigmoid and tanh, and write each with its derivative so
#   that inputs of ±1000 do no harm;
# - **prove** that layers without an activation are no better than one layer;
# - **count** the parameters of a network before anything is built;
# - **construct** a network by hand that does what no straight line can.
#
# Nothing is trained here: all weights are set by hand, so that you see what a network *is* before
# you see how one learns.
#
# **Time**: 40 minutes to read, 100 minutes with the exercises. **Builds on**: lesson 1 (instance,
# feature, class) and NumPy arrays (shape, `@`, broadcasting).

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import math

import matplotlib.pyplot as plt
import numpy as np

from course import check
from course.datasets import load_penguins
from course.figures import (
    draw_activations,
    draw_functions,
    draw_mappings,
    draw_network,
    draw_neuron,
    draw_plane,
    draw_xor,
    use_style,
)

use_style()


def identity(z):
    """The activation that does nothing; a layer that has it is called linear."""
    return z


def slope_of(f, z, h=1e-5):
    """The slope of f at z by central differences: how much f rises from z - h to z + h."""
    return (f(z + h) - f(z - h)) / (2 * h)


# %% [markdown]
# ## One neuron
#
# A **neuron** takes $n$ numbers and returns one. It multiplies each input $x_i$ by a **weight**
# $w_i$, adds the products and a **bias** $b$, and passes the sum $z$ through a function $f$, its
# **activation function**:
#
# $$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b = \mathbf{w} \cdot \mathbf{x} + b,
# \qquad a = f(z).$$
#
# The weighted sum $z$ is called the **pre-activation**, the output $a$ the **activation** of the
# neuron. A large positive weight says that this input speaks for a large output, a negative one
# that it speaks against; the bias is what $z$ would be if all inputs were 0.
#
# Weights and biases together are the **parameters**: the numbers that training will later choose.
# The activation function is chosen by us.
#
# Here is a neuron for a real question: is this penguin a Gentoo? Gentoos have long flippers and
# bills that are not deep. So flipper length gets the weight 1, bill depth the weight −1.

# %%
penguins = load_penguins().dropna(subset=["flipper_length_mm", "bill_depth_mm"])
flipper_cm = penguins["flipper_length_mm"].to_numpy() / 10
depth_mm = penguins["bill_depth_mm"].to_numpy()
X_penguins = np.column_stack([flipper_cm, depth_mm])
is_gentoo = (penguins["species"] == "Gentoo").to_numpy()
print(X_penguins.shape, "of which Gentoo:", is_gentoo.sum())

# %%
gentoo = X_penguins[is_gentoo][0]
_ = draw_neuron([1, -1], -4, np.tanh, gentoo, title="A neuron says yes to the first Gentoo: 0.999")

# %% [markdown]
# Follow the numbers from left to right. Its flipper measures 21.1 cm and its bill is 13.2 mm deep,
# so $z = 1 \cdot 21.1 - 1 \cdot 13.2 - 4 = 3.9$. The activation here is the hyperbolic tangent,
# which squeezes every number into the interval from −1 to 1: $\tanh(3.9) = 0.999$, as sure a yes as
# this neuron can give.
#
# ### Exercise: a neuron (2 points)
#
# Write `neuron(x, w, b, activation)`. The activation arrives as a function, such as `np.tanh`: call
# it.


# %% nbgrader={"grade_id": "neuron", "solution": true}
def neuron(x, w, b, activation):
    """The output of one neuron for one input vector: f(w · x + b).

    Parameters
    ----------
    x : array of shape (n,), n >= 1
        One number for each input.
    w : array of shape (n,)
        One weight for each input.
    b : number
        The bias.
    activation : function of one number
        It is applied once, to the whole sum.

    Returns
    -------
    number (Python or NumPy), not an array of length 1

    Example
    -------
    With x = [2, 3], w = [1, -2], b = 2 and the activation np.abs:
    z = 2 - 6 + 2 = -2, so the output is 2.
    """
    ### BEGIN SOLUTION
    return activation(w @ x + b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "neuron-sum", "points": 1}
x_check, w_check = np.array([2.0, 3.0]), np.array([1.0, -2.0])
with check.visible("neuron: the weighted sum"):
    check.close(
        neuron(x_check, w_check, 2.0, identity),
        -2.0,
        "neuron([2, 3], [1, -2], 2, identity)",
        hint="the sum is 1·2 + (−2)·3 + 2",
        mistakes={
            "the bias is missing: add b to w · x": -4.0,
            "the bias is subtracted: z is w · x plus b": -6.0,
            "the bias is added to each product: add it once, to their sum": 0.0,
            "these are the products before they are added: a neuron returns one number": [2, -6],
            "a number is wanted, not one for each input: sum before you add b": [4, -4],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("neuron: the weighted sum"):
    rng_check = np.random.default_rng(21)
    for n_check in (1, 2, 5, 100):
        x_check, w_check = rng_check.normal(size=(2, n_check))
        b_check = float(rng_check.normal())
        by_hand = math.fsum(float(p) * float(q) for p, q in zip(x_check, w_check, strict=True))
        with check.not_mutated(x=x_check, w=w_check):
            got_check = neuron(x_check, w_check, b_check, identity)
        check.close(
            got_check,
            by_hand + b_check,
            "neuron with other numbers of inputs",
            atol=1e-6,
            hint="every input counts, whatever their number, and so does the bias",
            mistakes={"the bias is missing": by_hand},
        )
    check.close(
        neuron(np.zeros(3), np.array([1.0, -2.0, 4.0]), -0.75, identity),
        -0.75,
        "neuron where all inputs are 0",
        hint="what is left is the bias",
    )
    check.close(
        neuron(np.array([1, 2, 3]), np.array([0.5, -1.0, 0.25]), 1, identity),
        0.25,
        "neuron with inputs that are integers",
        hint="should be the same as with floats",
    )
    check.close(
        neuron(np.array([30.0, -50.0]), np.array([20.0, 40.0]), 0.0, identity),
        -1400,
        "neuron with a large sum",
        hint="the sum goes to the activation as it is",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "neuron-activation", "points": 1}
x_check, w_check = np.array([2.0, 3.0]), np.array([1.0, -2.0])
with check.visible("neuron: the activation"):
    check.close(
        neuron(x_check, w_check, 2.0, np.abs),
        2.0,
        "neuron([2, 3], [1, -2], 2, np.abs)",
        hint="z is −2, and np.abs(−2) is 2",
        mistakes={
            "the activation was not applied: return activation(z)": -2.0,
            "the bias was added after the activation: it belongs inside": 6.0,
            "each product went through the activation: it is applied once, to the sum": 10.0,
            "the bias is missing": 4.0,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("neuron: the activation"):
    rng_check = np.random.default_rng(22)
    for f_check, exact in ((np.tanh, math.tanh), (np.abs, abs), (np.cos, math.cos)):
        x_check, w_check = rng_check.normal(size=(2, 4))
        b_check = float(rng_check.normal())
        products = [float(p) * float(q) for p, q in zip(x_check, w_check, strict=True)]
        check.close(
            neuron(x_check, w_check, b_check, f_check),
            exact(math.fsum(products) + b_check),
            "neuron with other activations",
            atol=1e-6,
            hint="apply the function that was passed in, once, to the whole sum",
            mistakes={
                "the activation was not applied": math.fsum(products) + b_check,
                "the bias was added after the activation": exact(math.fsum(products)) + b_check,
                "each product went through the activation": sum(map(exact, products)) + b_check,
            },
        )
    check.close(
        [
            neuron(np.array([z_check]), np.array([2.0]), 1.0, lambda z: 5.0 if z > 0 else -5.0)
            for z_check in (-3.0, 3.0)
        ],
        [-5, 5],
        "neuron with an activation that takes one number, and no array",
        hint="the activation gets the sum, a single number",
    )
    asked_check = []

    def noted_check(z):
        asked_check.append(float(z))
        return 2 * z

    neuron(np.array([1.5]), np.array([2.0]), -1.0, noted_check)
    check.close(
        asked_check,
        [2.0],
        "what the activation was called with, call by call",
        hint="apply the function that was passed in, once, to the whole sum",
    )
### END HIDDEN TESTS

# %% [markdown]
# What does this neuron say to all the other penguins? Read any output above 0 as "Gentoo".
#
# **Predict** before you run the next cell: with the bias −4, how many of the 342 does it get right?
# And does a bias of −2 make the neuron say "Gentoo" more often, or less?

# %%
for bias in (-2, -4, -6):
    outputs = np.array([neuron(x, np.array([1.0, -1.0]), bias, np.tanh) for x in X_penguins])
    right = ((outputs > 0) == is_gentoo).sum()
    print(f"bias {bias}: says Gentoo to {(outputs > 0).sum()}, right for {right} of {len(outputs)}")

# %%
_ = draw_plane(
    lambda X: np.array([neuron(x, np.array([1.0, -1.0]), -4, np.tanh) for x in X]),
    X_penguins,
    is_gentoo,
    level=0,
    names=("Adelie or Chinstrap", "Gentoo"),
    xlabel="flipper length (cm)",
    ylabel="bill depth (mm)",
    score_label="output",
    title="One neuron cuts the plane in two with a straight line",
)

# %% [markdown]
# With the bias −4 all 342 are right; with −2 the neuron says "Gentoo" to 150 penguins instead of
# the 123 before. In the figure, look at the black line: on it the output is exactly 0. A neuron's
# line is always straight, for it is the set of points with $\mathbf{w} \cdot \mathbf{x} + b = 0$.
# The weights turn it (it stands at right angles to $\mathbf{w}$), the bias shifts it. With three
# inputs it is a plane, with more a **hyperplane**.
#
# **So what.** One neuron with a rising activation can do exactly what one straight cut can do. (An
# honest word on the 342: we looked at all of the data to choose the three numbers. By lesson 1,
# this is a training score.)

# %% [markdown]
# ## A layer of neurons
#
# Put $k$ neurons side by side and give each of them the same $n$ inputs: that is a **layer**. If
# every neuron sees every input, the layer is **fully connected**, or **dense**. Let column $j$ of
# the matrix $W$ hold the weights of neuron $j$, and entry $j$ of $\mathbf{b}$ its bias. For a
# **batch** of $m$ instances, one in each row of $X$, a single matrix product computes all
# $m \cdot k$ pre-activations:
#
# $$\underbrace{Z}_{m \times k} = \underbrace{X}_{m \times n}\, \underbrace{W}_{n \times k} +
# \underbrace{\mathbf{b}}_{k}, \qquad Z_{ij} = \sum_{l=1}^{n} X_{il} W_{lj} + b_j.$$
#
# The bias is added to every row; NumPy's broadcasting does it. What is multiplied must agree: $X$
# has as many columns as $W$ has rows. Keras stores $W$ in this very shape; some books and PyTorch
# store its transpose, so it is worth a look which one you have.

# %%
_ = draw_network(
    [4, 3],
    input_labels=["$x_1$", "$x_2$", "$x_3$", "$x_4$"],
    output_labels=["$z_1$", "$z_2$", "$z_3$"],
    title="A dense layer, 4 inputs to 3 neurons: 12 weights and 3 biases",
)

# %% [markdown]
# Look at one circle on the right: it is one neuron of the last section, and the four lines that end
# in it are one column of $W$. No line joins two neurons of the same layer.
#
# Shapes are where most errors of beginners are, and some of them are silent. **What went wrong in
# this run?** The layer has 4 neurons with the biases 10, 20, 30, 40, and all weights are 0.

# %%
X_small, W_small = np.ones((4, 2)), np.zeros((2, 4))
b_column = np.array([[10.0], [20.0], [30.0], [40.0]])
print(X_small @ W_small + b_column)

# %% [markdown]
# Each *instance* got a bias of its own, when each *neuron*, that is each column, should have. The
# biases were a column of shape (4, 1) in place of (4,), and because the batch happened to have 4
# rows, NumPy had nothing to object. A good layer objects for itself.
#
# ### Exercise: a dense layer (3 points)
#
# Write `dense(X, W, b)`: the pre-activations of a layer, with shapes checked.


# %% nbgrader={"grade_id": "dense", "solution": true}
def dense(X, W, b):
    """The pre-activations of a dense layer for a batch: Z = X W + b. There is no activation here.

    Parameters
    ----------
    X : array of shape (m, n)
        One instance in each row; m may be 1.
    W : array of shape (n, k)
        One neuron in each column.
    b : array of shape (k,)
        One bias for each neuron.

    Returns
    -------
    array of shape (m, k)
        The arguments are left as they were.

    Raises
    ------
    ValueError
        If X has not as many columns as W has rows; the text then names both shapes, such as
        (4, 3) and (2, 5). Also if the shape of b is not exactly (k,).

    Example
    -------
    X = [[1, 2],    W = [[1, 0, -1],    b = [10, 20, 30]    gives  [[11, 22, 31],
         [3, 4]]         [0, 1,  1]]                                [13, 24, 31]]
    """
    ### BEGIN SOLUTION
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"X of shape {X.shape} does not fit W of shape {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b of shape {b.shape} does not fit W of shape {W.shape}")
    return X @ W + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "dense-values", "points": 1}
X_check = np.array([[1.0, 2.0], [3.0, 4.0]])
W_check = np.array([[1.0, 0.0, -1.0], [0.0, 1.0, 1.0]])
b_check = np.array([10.0, 20.0, 30.0])
with check.visible("dense: the example"):
    with check.not_mutated(X=X_check, W=W_check, b=b_check):
        got_check = dense(X_check, W_check, b_check)
    if check.shape(got_check, (2, 3), "dense(X, W, b), 2 rows and 3 neurons"):
        check.close(
            got_check,
            [[11, 22, 31], [13, 24, 31]],
            "dense(X, W, b)",
            mistakes={
                "the biases are missing": [[1, 2, 1], [3, 4, 1]],
                "the biases are subtracted": [[-9, -18, -29], [-7, -16, -29]],
                "the biases were added up over the rows: each row gets b once": [
                    [11, 22, 31],
                    [14, 26, 32],
                ],
            },
        )
    check.close(
        dense(np.array([[1.0, 2.0]]), np.array([[1.0, -3.0], [0.0, 1.0]]), np.zeros(2)),
        [[1, -1]],
        "dense([[1, 2]], [[1, -3], [0, 1]], [0, 0])",
        mistakes={
            "W is transposed: each column of W is a neuron, so multiply by W as it is": [[-5, 2]],
            "* multiplies entry by entry; the matrix product is @": [[1, -6], [0, 2]],
            "this has been through an activation: dense returns Z itself": [[1, 0]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("dense: the arguments"):
    X_check, W_check = np.array([[1.0, 2.0]]), np.array([[3.0, -1.0], [5.0, 0.5]])
    b_check = np.array([0.25, -4.0])
    with check.not_mutated(X=X_check, W=W_check, b=b_check):
        got_check = dense(X_check, W_check, b_check)
    check.close(got_check, [[13.25, -4.0]], "dense with other weights")
    check.close(
        dense(np.array([[1, 2], [3, 4]]), np.array([[1, 0], [0, 1]]), np.array([0.5, -0.25])),
        [[1.5, 1.75], [3.5, 3.75]],
        "dense where X and W are of integers and b is not",
        hint="should be the same as with floats",
        mistakes={"was cut to integers, the dtype of X": [[1, 1], [3, 3]]},
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "dense-batches", "points": 1}
with check.visible("dense: a batch of one"):
    check.close(
        dense(np.array([[2.0, 1.0, 0.0]]), np.array([[1.0], [1.0], [1.0]]), np.array([0.0])),
        [[3]],
        "dense with 1 row and 1 neuron",
        hint="keep both axes: the result has shape (1, 1)",
    )
### BEGIN HIDDEN TESTS
with check.hidden("dense: batches of any size"):
    rng_check = np.random.default_rng(23)
    for m_check, n_check, k_check in (
        *((1, 3, 4), (5, 1, 2), (4, 3, 1), (6, 6, 6), (1, 1, 1), (4, 3, 4)),
    ):
        X_check = rng_check.normal(size=(m_check, n_check))
        W_check = rng_check.normal(size=(n_check, k_check))
        b_check = rng_check.normal(size=k_check)
        neurons = [
            [
                math.fsum(map(float, row * column)) + float(bias)
                for column, bias in zip(W_check.T, b_check, strict=True)
            ]
            for row in X_check
        ]
        got_check = dense(X_check, W_check, b_check)
        check.shape(got_check, (m_check, k_check), "dense on other batches")
        check.close(
            got_check,
            neurons,
            "dense on other batches",
            atol=1e-6,
            hint="entry (i, j) is neuron j's weighted sum for row i, and its bias",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "dense-errors", "points": 1}
with check.visible("dense: shapes that do not fit"):
    check.raises(
        ValueError,
        dense,
        np.zeros((4, 3)),
        np.zeros((2, 5)),
        np.zeros(5),
        what="dense with X of shape (4, 3) and W of shape (2, 5)",
        hint="3 columns do not fit 2 rows; the text must name both shapes",
        says="4, ?3",
    )
    check.raises(
        ValueError,
        dense,
        np.ones((4, 2)),
        np.ones((2, 4)),
        np.ones((4, 1)),
        what="dense with W of shape (2, 4) and b of shape (4, 1)",
        hint="broadcasting would give each row a bias of its own",
    )
### BEGIN HIDDEN TESTS
with check.hidden("dense: shapes that do not fit"):
    for shape_check in ("7, ?6", "1, ?2"):
        check.raises(
            ValueError,
            dense,
            np.ones((7, 6)),
            np.ones((1, 2)),
            np.ones(2),
            what="dense where X does not fit W",
            hint="the text must name the shapes of X and W as they are",
            says=shape_check,
        )
    check.raises(
        ValueError,
        dense,
        np.ones((2, 3)),
        np.ones((2, 5)),
        np.ones(5),
        what="dense where only the rows of X would fit W",
        hint="the columns of X must fit the rows of W",
    )
    for b_check in (
        *(np.ones(1), np.ones(4), np.ones((1, 3)), np.ones((3, 1))),
        *(np.array(1.0), np.ones((3, 3))),
    ):
        check.raises(
            ValueError,
            dense,
            np.ones((3, 2)),
            np.ones((2, 3)),
            b_check,
            what="dense where b does not fit W",
            hint="compare the whole shape of b with (k,)",
        )
    check.shape(
        dense(np.ones((3, 2)), np.ones((2, 3)), np.ones(3)), (3, 3), "dense where all shapes fit"
    )
    check.raises(
        ValueError,
        dense,
        np.ones((4, 3)),
        np.ones((2, 3)),
        np.ones(2),
        what="dense where X would fit W turned on its side",
        hint="the columns of X must fit the rows of W, as it is",
    )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** Three neurons for all 342 penguins, say one for each species, cost one line (with
# weights that are only made up to show the shapes):

# %%
W_species = np.array([[1.0, -0.5, 0.0], [-1.0, 0.5, 0.3]])
print("X", X_penguins.shape, " W", W_species.shape, " → Z", end=" ")
print(dense(X_penguins, W_species, np.array([-4.0, 1.0, -5.0])).shape)

# %% [markdown]
# ## Two linear layers are one
#
# If one layer is good, are two better? Suppose that we stack two layers and use no activation:
#
# $$(X W_1 + \mathbf{b}_1)\, W_2 + \mathbf{b}_2 \;=\; X\, \underbrace{W_1 W_2}_{W} +
# \underbrace{\mathbf{b}_1 W_2 + \mathbf{b}_2}_{\mathbf{b}}.$$
#
# The right-hand side is a single layer again, with the weights $W$ and the biases $\mathbf{b}$. The
# argument can be repeated, so a hundred layers collapse just as two do. In short: the composition
# of linear functions is linear. (With its bias a layer is, strictly, an **affine** function; in
# deep learning it is called **linear** all the same, and so it is here.)
#
# **Predict**: the next figure sends the grid on the left through two layers, first without anything
# between them, then with tanh in between. Which lines will be straight?

# %%
W1_demo, b1_demo = np.array([[1.5, -1.0], [1.0, 1.5]]), np.array([0.5, -0.5])
W2_demo, b2_demo = np.array([[1.0, 0.5], [-0.5, 1.0]]), np.array([0.0, 0.0])
_ = draw_mappings(
    {
        "Before": identity,
        "Linear twice: straight": lambda X: dense(dense(X, W1_demo, b1_demo), W2_demo, b2_demo),
        "tanh between: bent": lambda X: dense(
            np.tanh(dense(X, W1_demo, b1_demo)), W2_demo, b2_demo
        ),
    }
)

# %% [markdown]
# Blue lines were upright before, orange ones level. In the middle every line is still straight, and
# parallel ones are still parallel: the plane was turned, stretched and shifted, which one layer can
# do just as well. On the right the lines are bent, and no linear layer can do that.
#
# ### Exercise: collapse two layers (3 points)
#
# Write `collapse(W1, b1, W2, b2)`: the one layer that does what the two do.


# %% nbgrader={"grade_id": "collapse", "solution": true}
def collapse(W1, b1, W2, b2):
    """The single linear layer that equals layer 1 followed by layer 2.

    Parameters
    ----------
    W1 : array of shape (n, h)
    b1 : array of shape (h,)
    W2 : array of shape (h, k)
    b2 : array of shape (k,)
        Left as they were, all four.

    Returns
    -------
    W : array of shape (n, k)
    b : array of shape (k,)
        Such that X W + b = (X W1 + b1) W2 + b2 for every X.

    Example
    -------
    W1 = [[1, 2],    b1 = [1, -1]    W2 = [[1, 0],    b2 = [0, 5]
          [0, 1]]                          [3, 1]]
    gives W = [[7, 2],   and b = [-2, 4]
               [3, 1]]
    """
    ### BEGIN SOLUTION
    return W1 @ W2, b1 @ W2 + b2
    ### END SOLUTION


# %% nbgrader={"grade_id": "collapse-weights", "points": 1}
W1_check, b1_check = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, -1.0])
W2_check, b2_check = np.array([[1.0, 0.0], [3.0, 1.0]]), np.array([0.0, 5.0])
with check.visible("collapse: the weights"):
    with check.not_mutated(W1=W1_check, b1=b1_check, W2=W2_check, b2=b2_check):
        got_check = collapse(W1_check, b1_check, W2_check, b2_check)
    if check.that(
        type(got_check) in (tuple, list) and len(got_check) == 2,
        "collapse(W1, b1, W2, b2): returns two things, W and b",
    ):
        check.close(
            got_check[0],
            [[7, 2], [3, 1]],
            "the W of collapse(W1, b1, W2, b2)",
            mistakes={
                "the order is reversed: X meets W1 first, so W is W1 W2": [[1, 2], [3, 7]],
                "W1 * W2 multiplies entry by entry; the matrix product is @": [[1, 0], [0, 1]],
                "this is a sum: layers that follow each other multiply": [[2, 2], [3, 2]],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("collapse: the weights"):
    rng_check = np.random.default_rng(24)
    for size_check in (1, 2, 4):
        W1_check, W2_check = rng_check.normal(size=(2, size_check, size_check))
        b1_check, b2_check = rng_check.normal(size=(2, size_check))
        with check.not_mutated(W1=W1_check, b1=b1_check, W2=W2_check, b2=b2_check):
            got_check = collapse(W1_check, b1_check, W2_check, b2_check)
        check.close(
            got_check[0],
            np.einsum("nh,hk->nk", W1_check, W2_check),
            "the W of collapse for other layers",
            atol=1e-6,
            hint="W is W1 W2",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "collapse-bias", "points": 1}
W1_check, b1_check = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, -1.0])
W2_check, b2_check = np.array([[1.0, 0.0], [3.0, 1.0]]), np.array([0.0, 5.0])
with check.visible("collapse: the bias"):
    got_check = collapse(W1_check, b1_check, W2_check, b2_check)
    if check.that(
        type(got_check) in (tuple, list) and len(got_check) == 2,
        "collapse(W1, b1, W2, b2): returns two things, W and b",
    ):
        check.close(
            got_check[1],
            [-2, 4],
            "the b of collapse(W1, b1, W2, b2)",
            mistakes={
                "b1 passes through layer 2 as well, so b1 + b2 is not enough": [1, 4],
                "b2 is missing": [-2, -1],
                "b1 is missing: it passes through layer 2 and arrives as b1 W2": [0, 5],
                "b1 is multiplied by W1, but it is added after W1; W2 is what it meets": [1, 6],
                "b1 meets the columns of W2: the product is b1 W2, not W2 b1": [1, 7],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("collapse: the bias"):
    rng_check = np.random.default_rng(25)
    for size_check in (1, 2, 4):
        W1_check, W2_check = rng_check.normal(size=(2, size_check, size_check))
        b1_check, b2_check = rng_check.normal(size=(2, size_check))
        check.close(
            collapse(W1_check, b1_check, W2_check, b2_check)[1],
            np.einsum("h,hk->k", b1_check, W2_check) + b2_check,
            "the b of collapse for other layers",
            atol=1e-6,
            hint="b is what the two layers return for an input of zeros",
        )
    got_check = collapse(
        np.array([[1, 2]]), np.array([1, -1]), np.array([[0.5], [0.25]]), np.array([0.125])
    )
    check.close(
        got_check[1],
        [0.375],
        "the b of collapse where layer 1 is of integers",
        hint="should be the same as with floats",
    )
    check.close(got_check[0], [[1.0]], "the W of collapse where layer 1 is of integers")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "collapse-sizes", "points": 1}
with check.visible("collapse: layers of different sizes"):
    got_check = collapse(np.ones((3, 5)), np.ones(5), np.ones((5, 2)), np.ones(2))
    check.shape(got_check[0], (3, 2), "W from layers 3 → 5 → 2")
    check.shape(got_check[1], (2,), "b from layers 3 → 5 → 2")
### BEGIN HIDDEN TESTS
with check.hidden("collapse: layers of different sizes"):
    rng_check = np.random.default_rng(37)
    for n_check, h_check, k_check in ((2, 5, 3), (3, 1, 2), (1, 4, 1), (6, 2, 6), (40, 7, 3)):
        W1_check = rng_check.normal(size=(n_check, h_check))
        W2_check = rng_check.normal(size=(h_check, k_check))
        b1_check, b2_check = rng_check.normal(size=h_check), rng_check.normal(size=k_check)
        got_check = collapse(W1_check, b1_check, W2_check, b2_check)
        check.close(
            got_check[0],
            [[math.fsum(row * column) for column in W2_check.T] for row in W1_check],
            "the W of collapse for layers of different sizes",
            atol=1e-6,
        )
        check.close(
            got_check[1],
            [
                math.fsum(b1_check * column) + float(bias)
                for column, bias in zip(W2_check.T, b2_check, strict=True)
            ],
            "the b of collapse for layers of different sizes",
            atol=1e-6,
            hint="b1 passes through layer 2 as it is, then b2 is added",
        )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** However many linear layers there are, they draw straight lines only. (They can differ
# in how they *learn*, which makes them a favourite of theorists; what they can *express* is the
# same.) Something that is not linear must stand between the layers.

# %% [markdown]
# ## What a straight line cannot do
#
# Is a straight line so bad? Here is the smallest problem that defeats it. **XOR**, the exclusive
# or, is 1 if exactly one of its two inputs is 1:
#
# | $x_1$ | $x_2$ | XOR |
# | --- | --- | --- |
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 0 |
#
# Suppose that one linear neuron, $z = w_1 x_1 + w_2 x_2 + b$, solved it, answering 1 where $z$ lies
# above some threshold $t$. Then
#
# - $z(0,1) + z(1,0) > 2t$, since both must answer 1, and $z(0,0) + z(1,1) \le 2t$, since both must
#   answer 0;
# - yet the two sums are equal: each is $w_1 + w_2 + 2b$. A contradiction.
#
# An activation that never decreases does not help a lone neuron, for $f(z)$ exceeds a threshold
# exactly where $z$ exceeds another. So this takes more than one neuron, and more than one layer.
#
# **Predict**: least squares finds the weights and bias whose four outputs are nearest to those of
# XOR. What are the four outputs?

# %%
X_xor = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y_xor = np.array([0.0, 1.0, 1.0, 0.0])
inputs_and_one = np.column_stack([X_xor, np.ones(4)])
best, *_ = np.linalg.lstsq(inputs_and_one, y_xor, rcond=None)
print("w1, w2, b:", best.round(6) + 0.0)
print("outputs:  ", (inputs_and_one @ best).round(6))

# %% [markdown]
# Both weights are 0 and all four outputs are 0.5: the best linear model has learned nothing at all.
# What single layers cannot do became famous through Minsky and Papert's book of 1969. We solve XOR
# further down, once there are activations and hidden layers.

# %% [markdown]
# ## Four activation functions
#
# | name | $f(z)$ | derivative $f'(z)$ | values |
# | --- | --- | --- | --- |
# | ReLU | $\max(0, z)$ | $1$ if $z > 0$, $0$ if $z < 0$ | from 0 up |
# | leaky ReLU | $z$ if $z > 0$, else $\alpha z$ | $1$ if $z > 0$, $\alpha$ if $z < 0$ | all |
# | sigmoid | $\sigma(z) = 1 / (1 + e^{-z})$ | $\sigma(z)\,(1 - \sigma(z))$ | between 0 and 1 |
# | tanh | $\tanh(z) = (e^z - e^{-z}) / (e^z + e^{-z})$ | $1 - \tanh^2(z)$ | between −1 and 1 |
#
# They act on every number of an array separately. Why the derivatives? Training will ask how the
# output changes when a weight changes a little, and the answer is a product in which $f'(z)$ is one
# factor (lesson 7). Where $f'(z)$ is 0, the answer is 0, and the weight does not move. The slope of
# an activation is therefore worth as much attention as its values.
#
# ### ReLU
#
# The **rectified linear unit** lets positive numbers pass and replaces negative ones by 0. Two
# straight pieces are as little as one can add to linear, and they suffice. At $z = 0$ it has a
# kink; let us ask for the slope to the left and to the right of it:

# %%
h = 1e-5
left, right = (max(0, 0) - max(0, -h)) / h, (max(0, h) - max(0, 0)) / h
print(f"slope to the left of 0: {left:.0f}, to the right: {right:.0f}")

# %% [markdown]
# The two do not agree, so **ReLU has no derivative at 0**. We train with it all the same:
# TensorFlow and PyTorch both take 0 there, and it does little harm, since inputs that are exactly 0
# are rare. It is a convention, not a theorem, and we follow it.
#
# ### Exercise: ReLU and its derivative (2 points)


# %% nbgrader={"grade_id": "relu", "solution": true}
def relu(z):
    """The rectified linear unit, max(0, z), element by element.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        Left as it was.

    Returns
    -------
    number or array of the shape of z

    Example
    -------
    relu of [-2, -0.5, 0, 3] is [0, 0, 0, 3].
    """
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


def relu_derivative(z):
    """The slope of ReLU: 1 where z > 0, 0 where z < 0, and by convention 0 where z is 0.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        The input of ReLU (not its output). Left as it was.

    Returns
    -------
    number or array of the shape of z
        Numbers, not booleans.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "relu-values", "points": 1}
z_check = np.array([-2.0, -0.5, 0.0, 3.0])
with check.visible("relu"):
    with check.not_mutated(z=z_check):
        got_check = relu(z_check)
    if check.close(
        got_check,
        [0, 0, 0, 3],
        "relu([-2, -0.5, 0, 3])",
        mistakes={
            "negative numbers should become 0, not positive": [2, 0.5, 0, 3],
            "the wrong half is kept: this is min(0, z)": [-2, -0.5, 0, 0],
            "negative numbers should become exactly 0; this is the leaky one": [
                -0.02,
                -0.005,
                0,
                3,
            ],
            "this is a step: positive numbers should pass unchanged": [0, 0, 0, 1],
            "np.max takes the largest along an axis; np.maximum compares element by element": 3.0,
        },
    ):
        check.close(relu(-2.0), 0.0, "relu(-2.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("relu"):
    rng_check = np.random.default_rng(26)
    for shape_check in ((7,), (1, 1), (3, 4), (2, 3, 2)):
        z_check = rng_check.normal(scale=5, size=shape_check)
        z_check.flat[0], z_check.flat[-1] = -1.5, 2.5
        with check.not_mutated(z=z_check):
            got_check = relu(z_check)
        check.shape(got_check, shape_check, "relu of arrays with other shapes")
        check.close(
            got_check,
            (z_check + np.abs(z_check)) / 2,
            "relu of other arrays",
            atol=1e-6,
            mistakes={
                "negative numbers should become 0, not positive": np.abs(z_check),
                "the decimals were cut off: some dtype along the way is of integers": np.trunc(
                    np.clip(z_check, 0, None)
                ),
            },
        )
    check.close(relu(np.array([-3, 0, 4])), [0, 0, 4], "relu of integers")
    check.close(relu(np.array([-3.0, -0.5])), [0, 0], "relu of negative numbers only")
    check.close(relu(np.array([-1000.0, 1000.0])), [0, 1000], "relu of extreme numbers")
    check.close(relu(2.5), 2.5, "relu of a positive number")
    check.close([relu(3), relu(-3), relu(0)], [3, 0, 0], "relu of whole numbers")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "relu-derivative", "points": 1}
z_check = np.array([-2.0, -0.5, 0.0, 3.0])
with check.visible("relu_derivative"):
    with check.not_mutated(z=z_check):
        got_check = relu_derivative(z_check)
    if check.close(
        got_check,
        [0, 0, 0, 1],
        "relu_derivative([-2, -0.5, 0, 3])",
        mistakes={
            "at 0 the convention of this lesson is 0, not 1": [0, 0, 1, 1],
            "at 0 the convention of this lesson is 0, not 1/2": [0, 0, 0.5, 1],
            "this is relu itself; its slope is 1 wherever z > 0": [0, 0, 0, 3],
            "left of 0 relu is flat: its slope there is 0, not −1": [-1, -1, 0, 1],
        },
    ):
        check.close(relu_derivative(3.0), 1.0, "relu_derivative(3.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("relu_derivative"):
    rng_check = np.random.default_rng(27)
    for shape_check in ((7,), (1, 1), (3, 4), (2, 3, 2)):
        size_check = rng_check.uniform(0.1, 9, size=shape_check)  # away from the kink
        z_check = size_check * rng_check.choice([-1.0, 1.0], size=shape_check)
        with check.not_mutated(z=z_check):
            got_check = relu_derivative(z_check)
        check.shape(got_check, shape_check, "relu_derivative of arrays with other shapes")
        check.close(
            got_check,
            slope_of(lambda z: (z + np.abs(z)) / 2, z_check),
            "relu_derivative against finite differences",
            rtol=1e-4,
            atol=1e-6,
            mistakes={"this is relu itself": (z_check + np.abs(z_check)) / 2},
        )
    check.close(relu_derivative(np.array([-3, 0, 4])), [0, 0, 1], "relu_derivative of integers")
    check.close(relu_derivative(np.array([-1000.0, 1e-9, 1000.0])), [0, 1, 1], "relu_derivative")
    check.close(relu_derivative(0.0), 0.0, "relu_derivative of the number 0")
    check.close(
        [relu_derivative(3), relu_derivative(-3)], [1, 0], "relu_derivative of whole numbers"
    )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** ReLU is cheap, and its slope does not fade, however large $z$ grows: that is why it
# became the default for hidden layers. Its weak side is the left one. A neuron whose $z$ is
# negative for every instance has slope 0 for every instance, so nothing moves its weights any more:
# it is called a **dead** neuron.
#
# ### Leaky ReLU
#
# The **leaky ReLU** gives the left side a small slope $\alpha$ instead of 0, so that no neuron is
# ever entirely dead. Its authors took $\alpha = 0.01$ (Maas, Hannun and Ng, 2013), and so do we;
# Keras's `LeakyReLU` layer takes 0.3 unless told otherwise. At 0 there is a kink again, and the
# convention is the slope of the left side, $\alpha$.
#
# ### Exercise: leaky ReLU and its derivative (2 points)


# %% nbgrader={"grade_id": "leaky_relu", "solution": true}
def leaky_relu(z, slope=0.01):
    """The leaky rectified linear unit, element by element: z where z > 0, else slope * z.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        Left as it was.
    slope : number, 0 <= slope < 1
        The slope for negative z.

    Returns
    -------
    number or array of the shape of z

    Example
    -------
    leaky_relu of [-2, 0, 3] is [-0.02, 0, 3]; with slope=0.5 it is [-1, 0, 3].
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    ### END SOLUTION


def leaky_relu_derivative(z, slope=0.01):
    """The slope of leaky ReLU: 1 where z > 0, else `slope`, by convention at 0 as well.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        The input of leaky ReLU (not its output). Left as it was.
    slope : number, 0 <= slope < 1

    Returns
    -------
    number or array of the shape of z
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, slope)
    ### END SOLUTION


# %% nbgrader={"grade_id": "leaky_relu-values", "points": 1}
z_check = np.array([-2.0, 0.0, 3.0])
with check.visible("leaky_relu"):
    with check.not_mutated(z=z_check):
        got_check = leaky_relu(z_check)
    if check.close(
        got_check,
        [-0.02, 0, 3],
        "leaky_relu([-2, 0, 3])",
        mistakes={
            "negative numbers should become slope * z; this is the plain relu": [0, 0, 3],
            "negative numbers should become slope * z; this is max(slope, z)": [0.01, 0.01, 3],
            "negative numbers are divided by the slope; multiply": [-200, 0, 3],
            "the sides are exchanged: the slope belongs to negative z": [-2, 0, 0.03],
            "negative numbers should stay negative": [0.02, 0, 3],
        },
    ):
        check.close(
            leaky_relu(np.array([-2.0, 0.0, 3.0]), slope=0.5),
            [-1, 0, 3],
            "leaky_relu([-2, 0, 3], slope=0.5)",
            mistakes={"use the slope that was passed in; this is still 0.01": [-0.02, 0, 3]},
        )
        check.close(leaky_relu(-2.0), -0.02, "leaky_relu(-2.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("leaky_relu"):
    rng_check = np.random.default_rng(28)
    for shape_check, slope_check in (((7,), 0.1), ((1, 1), 0.3), ((3, 4), 0.0), ((2, 3, 2), 0.9)):
        z_check = rng_check.normal(scale=5, size=shape_check)
        z_check.flat[0] = -1.5
        with check.not_mutated(z=z_check):
            got_check = leaky_relu(z_check, slope=slope_check)
        check.shape(got_check, shape_check, "leaky_relu of arrays with other shapes")
        positive, negative = np.clip(z_check, 0, None), np.clip(z_check, None, 0)
        check.close(
            got_check,
            positive + slope_check * negative,
            "leaky_relu of other arrays and slopes",
            atol=1e-6,
            mistakes={
                "use the slope that was passed in": positive + 0.01 * negative,
                "this is the plain relu": positive,
            },
        )
    check.close(
        leaky_relu(np.array([-3, 0, 4]), slope=0.5),
        [-1.5, 0, 4],
        "leaky_relu of integers",
        mistakes={"the result was cut to integers: z is of integers, slope * z is not": [-1, 0, 4]},
    )
    check.close(leaky_relu(np.array([-1000.0, 1000.0])), [-10, 1000], "leaky_relu of extremes")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "leaky_relu-derivative", "points": 1}
z_check = np.array([-2.0, 0.0, 3.0])
with check.visible("leaky_relu_derivative"):
    with check.not_mutated(z=z_check):
        got_check = leaky_relu_derivative(z_check)
    if check.close(
        got_check,
        [0.01, 0.01, 1],
        "leaky_relu_derivative([-2, 0, 3])",
        mistakes={
            "at 0 the convention of this lesson is the slope of the left side": [0.01, 1, 1],
            "at 0 the convention of this lesson is the slope of the left side, not 0": [0.01, 0, 1],
            "this is the derivative of the plain relu": [0, 0, 1],
            "this is leaky_relu itself; the slope left of 0 is the same everywhere": [-0.02, 0, 3],
            "the slope left of 0 is `slope` itself, not slope * z": [-0.02, 0, 1],
            "the slope left of 0 is positive: the line rises from left to right": [-0.01, -0.01, 1],
        },
    ):
        check.close(
            leaky_relu_derivative(-2.0, slope=0.5), 0.5, "leaky_relu_derivative(-2.0, slope=0.5)"
        )
### BEGIN HIDDEN TESTS
with check.hidden("leaky_relu_derivative"):
    rng_check = np.random.default_rng(29)
    for shape_check, slope_check in (((7,), 0.1), ((1, 1), 0.3), ((3, 4), 0.0), ((2, 3, 2), 0.9)):
        size_check = rng_check.uniform(0.1, 9, size=shape_check)  # away from the kink
        z_check = size_check * rng_check.choice([-1.0, 1.0], size=shape_check)
        z_check.flat[0] = -1.5
        with check.not_mutated(z=z_check):
            got_check = leaky_relu_derivative(z_check, slope=slope_check)
        check.shape(got_check, shape_check, "leaky_relu_derivative of other shapes")
        check.close(
            got_check,
            slope_of(
                lambda z, s=slope_check: np.clip(z, 0, None) + s * np.clip(z, None, 0), z_check
            ),
            "leaky_relu_derivative against finite differences",
            rtol=1e-4,
            atol=1e-6,
            mistakes={"use the slope that was passed in": np.where(z_check > 0, 1, 0.01)},
        )
    check.close(
        leaky_relu_derivative(np.array([-3, 0, 4]), slope=0.5),
        [0.5, 0.5, 1],
        "leaky_relu_derivative of integers",
        mistakes={"the result was cut to integers: z is of integers, the slope is not": [0, 0, 1]},
    )
    check.close(leaky_relu_derivative(0.0, slope=0.2), 0.2, "leaky_relu_derivative at 0")
    check.close(leaky_relu_derivative(np.array([-1e3, 1e3])), [0.01, 1], "leaky_relu_derivative")
### END HIDDEN TESTS

# %% [markdown]
# **So what.** The dead neuron gets a way back, at the price of a number $\alpha$ that someone has
# to choose. In practice the difference is often small; it is a remedy to know, not a rule.
#
# ### Sigmoid
#
# The **sigmoid** (or logistic function) maps every number to the interval from 0 to 1. Its output
# can be read as a probability, which makes it the usual activation of the last layer for yes-or-no
# questions. Its slope is largest at 0, where it is $\tfrac12 \cdot \tfrac12 = \tfrac14$, and fades
# to both sides: the neuron is then said to be **saturated**.
#
# The formula has a trap for the computer. Multiply numerator and denominator by $e^z$ and you get
# $e^z / (1 + e^z)$, which is the same number on paper. Look at what it gives for large $z$:

# %%
with np.errstate(over="ignore", invalid="ignore"):
    for z in (10.0, 700.0, 710.0, 1000.0):
        grown = np.exp(z)
        print(f"z = {z:6.1f}   e^z = {grown:9.3g}   e^z / (1 + e^z) = {grown / (1 + grown):.5f}")

# %% [markdown]
# From about 710 on, $e^z$ exceeds the largest 64-bit float and becomes infinite; infinity divided
# by infinity is `nan`, not a number, and one `nan` spoils everything that is computed from it. The
# form in the table has the same weakness on the other side: at $z = -1000$ it gives the right value
# 0, since $1/\infty = 0$, but only by way of an overflow and a warning. The remedy is to choose the
# form by the sign of $z$, so that $e$ is only ever raised to a negative power: $1 / (1 + e^{-z})$
# where $z \ge 0$, and $e^z / (1 + e^z)$ where $z < 0$. Both can be had from $e^{-|z|}$.
#
# ### Exercise: sigmoid and its derivative (3 points)
#
# Values must be right for $z$ up to ±1000. (`np.where(condition, A, B)` computes *both* `A` and `B`
# everywhere and then picks: a `nan` in the part that is not picked does no harm, but NumPy warns of
# it.)


# %% nbgrader={"grade_id": "sigmoid", "solution": true}
def sigmoid(z):
    """The sigmoid 1 / (1 + exp(-z)), element by element; never NaN for z from -1000 to 1000.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        Left as it was.

    Returns
    -------
    number or array of the shape of z
        From 0 to 1.

    Example
    -------
    sigmoid of [0, ln 3, -ln 3] is [0.5, 0.75, 0.25]; sigmoid of [-1000, 1000] is [0, 1].
    """
    ### BEGIN SOLUTION
    z = np.asarray(z)
    e = np.exp(-np.abs(z))  # between 0 and 1, so that nothing overflows
    return np.where(z >= 0, 1.0, e) / (1.0 + e)
    ### END SOLUTION


def sigmoid_derivative(z):
    """The slope of the sigmoid at z; never NaN for z from -1000 to 1000.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        The input of the sigmoid (not its output). Left as it was.

    Returns
    -------
    number or array of the shape of z

    Example
    -------
    sigmoid_derivative of [0, ln 3, -ln 3] is [0.25, 0.1875, 0.1875]; of [-1000, 1000], [0, 0].
    """
    ### BEGIN SOLUTION
    s = sigmoid(z)
    return s * (1 - s)
    ### END SOLUTION


# %% nbgrader={"grade_id": "sigmoid-values", "points": 1}
z_check = np.array([0.0, math.log(3), -math.log(3)])
with check.visible("sigmoid"):
    with check.not_mutated(z=z_check):
        got_check = sigmoid(z_check)
    if check.close(
        got_check,
        [0.5, 0.75, 0.25],
        "sigmoid([0, ln 3, -ln 3])",
        mistakes={
            "the sign of the exponent is wrong: it is exp(-z), and sigmoid rises": [
                0.5,
                0.25,
                0.75,
            ],
            "this is tanh": np.tanh(z_check),
            "brackets are missing: 1 / 1 + exp(-z) is 1 + exp(-z)": 1 + np.exp(-z_check),
            "the 1 in the denominator is missing": np.exp(z_check),
            "this is the derivative of the sigmoid": [0.25, 0.1875, 0.1875],
        },
    ):
        check.close(sigmoid(0.0), 0.5, "sigmoid(0.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("sigmoid"):
    rng_check = np.random.default_rng(30)
    for shape_check in ((7,), (1, 1), (3, 4), (2, 3, 2)):
        z_check = rng_check.normal(scale=3, size=shape_check)
        with check.not_mutated(z=z_check):
            got_check = sigmoid(z_check)
        check.shape(got_check, shape_check, "sigmoid of arrays with other shapes")
        check.close(
            got_check,
            (1 + np.tanh(z_check / 2)) / 2,
            "sigmoid of other arrays",
            atol=1e-6,
            mistakes={"the sign of the exponent is wrong": (1 - np.tanh(z_check / 2)) / 2},
        )
    check.close(
        sigmoid(np.array([-1, 0, 1])),
        [0.26894142, 0.5, 0.73105858],
        "sigmoid of integers",
        atol=1e-6,
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "sigmoid-extremes", "points": 1}
with check.visible("sigmoid: extreme inputs"):
    got_check = sigmoid(np.array([-1000.0, 1000.0]))
    if check.finite(
        got_check,
        "sigmoid([-1000, 1000])",
        hint="exp(1000) is infinite: choose the form by the sign of z",
    ):
        check.close(
            got_check,
            [0, 1],
            "sigmoid([-1000, 1000])",
            hint="these are 0 and 1 to the last digit of a float",
            mistakes={
                "the sign of the exponent is wrong: sigmoid rises": [1, 0],
                "replacing NaN by 0 hides the overflow: the right value there is 1": [0, 0],
                "these are the bounds of tanh": [-1, 1],
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("sigmoid: extreme inputs"):
    z_check = np.array([-900.0, -720.0, -80.0, -30.0, 30.0, 80.0, 720.0, 900.0])
    overflow = "the exponential overflows: raise e to negative powers only"
    with check.not_mutated(z=z_check):
        got_check = sigmoid(z_check)
    check.finite(got_check, "sigmoid of extreme numbers", hint=overflow)
    check.close(got_check, z_check > 0, "sigmoid of extreme numbers", atol=1e-6)
    near_check = sigmoid(np.array([-12.0, 12.0, -16.0]))  # not yet 0 or 1: nothing may be cut off
    check.close(
        near_check,
        [math.exp(-12) / (1 + math.exp(-12)), 1 / (1 + math.exp(-12)), math.exp(-16)],
        "sigmoid of moderately large numbers",
        rtol=1e-3,
        atol=1e-9,
        hint="for z = −12 the value is small but not 0; clipping z too soon changes it",
    )
    for z_check, right_check in ((-1000.0, 0.0), (1000.0, 1.0)):
        check.close(sigmoid(z_check), right_check, "sigmoid of one extreme number", hint=overflow)
    for z_check in (np.array([-800.0, -800.0, 800.0]), np.array([[800.0, 800.0], [800.0, -800.0]])):
        got_check = sigmoid(z_check)
        check.finite(got_check, "sigmoid of large numbers of both signs", hint=overflow)
        check.close(got_check, z_check > 0, "sigmoid of large numbers of both signs", atol=1e-6)
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "sigmoid-derivative", "points": 1}
z_check = np.array([0.0, math.log(3), -math.log(3)])
with check.visible("sigmoid_derivative"):
    with check.not_mutated(z=z_check):
        got_check = sigmoid_derivative(z_check)
    if check.close(
        got_check,
        [0.25, 0.1875, 0.1875],
        "sigmoid_derivative([0, ln 3, -ln 3])",
        hint="if sigmoid itself fails its test, mend that first",
        mistakes={
            "z (1 − z) takes z for the output: compute s = sigmoid(z), then s (1 − s)": z_check
            * (1 - z_check),
            "this is the sigmoid itself": [0.5, 0.75, 0.25],
            "the slope has the wrong sign: the sigmoid rises everywhere": [-0.25, -0.1875, -0.1875],
            "this is 1 − s², the formula of tanh; here it is s (1 − s)": [0.75, 0.4375, 0.9375],
            "this is the derivative of tanh": 1 - np.tanh(z_check) ** 2,
        },
    ):
        got_check = sigmoid_derivative(np.array([-1000.0, 1000.0]))
        if check.finite(
            got_check,
            "sigmoid_derivative([-1000, 1000])",
            hint="some exponential overflows: can you write the slope with the sigmoid alone?",
        ):
            check.close(got_check, [0, 0], "sigmoid_derivative([-1000, 1000])")
        check.close(sigmoid_derivative(0.0), 0.25, "sigmoid_derivative(0.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("sigmoid_derivative"):
    rng_check = np.random.default_rng(31)
    for shape_check in ((7,), (1, 1), (3, 4), (2, 3, 2)):
        z_check = rng_check.normal(scale=3, size=shape_check)
        with check.not_mutated(z=z_check):
            got_check = sigmoid_derivative(z_check)
        check.shape(got_check, shape_check, "sigmoid_derivative of other shapes")
        check.close(
            got_check,
            slope_of(lambda z: (1 + np.tanh(z / 2)) / 2, z_check),
            "sigmoid_derivative against finite differences",
            rtol=1e-4,
            atol=1e-6,
            mistakes={"z (1 − z) takes z for the output of sigmoid": z_check * (1 - z_check)},
        )
    for z_check in (-900.0, -400.0, 400.0, 900.0):
        check.close(
            sigmoid_derivative(z_check),
            0.0,
            "sigmoid_derivative of extreme numbers",
            hint="an exponential overflows",
        )
    check.close(
        sigmoid_derivative(np.array([0, 0])), [0.25, 0.25], "sigmoid_derivative of integers"
    )
    sigmoid(np.array([0.5, -0.5]))
    check.close(
        sigmoid_derivative(np.array([0.0, 0.0])),
        [0.25, 0.25],
        "sigmoid_derivative, called after sigmoid of other numbers",
        hint="nothing may be kept from one call to the next",
    )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** The slope of a sigmoid is at most 1/4. Put ten sigmoid layers behind each other, and
# the ten slopes alone multiply to at most $(1/4)^{10}$, about one millionth. This is the
# **vanishing gradient**, the reason why sigmoids left the hidden layers; lesson 7 measures it.
#
# ### Tanh
#
# The **hyperbolic tangent** is a sigmoid that has been stretched and shifted:
# $\tanh(z) = 2\,\sigma(2z) - 1$. It lies between −1 and 1 and is centred: an input of 0 gives 0.
# Its slope reaches 1 at $z = 0$, four times that of the sigmoid, and fades to the sides as well.
#
# ### Exercise: tanh and its derivative (2 points)
#
# Here you may use what NumPy has. If you write tanh from exponentials, mind the ±1000.


# %% nbgrader={"grade_id": "tanh", "solution": true}
def tanh(z):
    """The hyperbolic tangent, element by element; never NaN for z from -1000 to 1000.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        Left as it was.

    Returns
    -------
    number or array of the shape of z
        From -1 to 1.

    Example
    -------
    tanh of [0, ln 2, -ln 2] is [0, 0.6, -0.6]; tanh of [-1000, 1000] is [-1, 1].
    """
    ### BEGIN SOLUTION
    return np.tanh(z)
    ### END SOLUTION


def tanh_derivative(z):
    """The slope of tanh at z; never NaN for z from -1000 to 1000.

    Parameters
    ----------
    z : number, or array of any shape, of floats or integers
        The input of tanh (not its output). Left as it was.

    Returns
    -------
    number or array of the shape of z

    Example
    -------
    tanh_derivative of [0, ln 2, -ln 2] is [1, 0.64, 0.64]; of [-1000, 1000], [0, 0].
    """
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "tanh-values", "points": 1}
z_check = np.array([0.0, math.log(2), -math.log(2)])
with check.visible("tanh"):
    with check.not_mutated(z=z_check):
        got_check = tanh(z_check)
    if check.close(
        got_check,
        [0, 0.6, -0.6],
        "tanh([0, ln 2, -ln 2])",
        mistakes={
            "this is the sigmoid": [1 / 2, 2 / 3, 1 / 3],
            "2 sigmoid(z) − 1 is not stretched enough: it is 2 sigmoid(2z) − 1": [0, 1 / 3, -1 / 3],
            "this is sinh: divide by exp(z) + exp(-z)": np.sinh(z_check),
            "the sign is wrong: tanh rises": [0, -0.6, 0.6],
            "np.tan is the tangent of an angle; the hyperbolic one is meant": np.tan(z_check),
        },
    ):
        got_check = tanh(np.array([-1000.0, 1000.0]))
        if check.finite(
            got_check,
            "tanh([-1000, 1000])",
            hint="exp(1000) is infinite, and infinity over infinity is NaN",
        ):
            check.close(got_check, [-1, 1], "tanh([-1000, 1000])")
        check.close(tanh(0.0), 0.0, "tanh(0.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("tanh"):
    rng_check = np.random.default_rng(32)
    for shape_check in ((7,), (1, 1), (3, 4), (2, 3, 2)):
        z_check = rng_check.normal(scale=2, size=shape_check)
        with check.not_mutated(z=z_check):
            got_check = tanh(z_check)
        check.shape(got_check, shape_check, "tanh of arrays with other shapes")
        check.close(
            got_check,
            np.expm1(2 * z_check) / (np.expm1(2 * z_check) + 2),
            "tanh of other arrays",
            atol=1e-6,
        )
    for z_check in (-900.0, -360.0, -50.0, 50.0, 360.0, 900.0):
        check.close(
            tanh(z_check),
            math.copysign(1, z_check),
            "tanh of extreme numbers",
            atol=1e-6,
            hint="an exponential overflows",
        )
    check.close(
        tanh(np.array([-1, 0, 1])), [-0.76159416, 0, 0.76159416], "tanh of integers", atol=1e-6
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "tanh-derivative", "points": 1}
z_check = np.array([0.0, math.log(2), -math.log(2)])
with check.visible("tanh_derivative"):
    with check.not_mutated(z=z_check):
        got_check = tanh_derivative(z_check)
    if check.close(
        got_check,
        [1, 0.64, 0.64],
        "tanh_derivative([0, ln 2, -ln 2])",
        mistakes={
            "1 − z² takes z for the output: it is 1 − tanh(z)²": 1 - z_check**2,
            "the square is missing: it is 1 − tanh(z)²": [1, 0.4, 1.6],
            "t (1 − t) is the formula of the sigmoid; for tanh it is 1 − t²": [0, 0.24, -0.96],
            "this is tanh itself": [0, 0.6, -0.6],
        },
    ):
        got_check = tanh_derivative(np.array([-1000.0, 1000.0]))
        if check.finite(
            got_check,
            "tanh_derivative([-1000, 1000])",
            hint="an exponential overflows: the slope can be written with tanh alone",
        ):
            check.close(got_check, [0, 0], "tanh_derivative([-1000, 1000])")
        check.close(tanh_derivative(0.0), 1.0, "tanh_derivative(0.0), a number")
### BEGIN HIDDEN TESTS
with check.hidden("tanh_derivative"):
    rng_check = np.random.default_rng(33)
    for shape_check in ((7,), (1, 1), (3, 4), (2, 3, 2)):
        z_check = rng_check.normal(scale=2, size=shape_check)
        with check.not_mutated(z=z_check):
            got_check = tanh_derivative(z_check)
        check.shape(got_check, shape_check, "tanh_derivative of other shapes")
        check.close(
            got_check,
            slope_of(lambda z: np.expm1(2 * z) / (np.expm1(2 * z) + 2), z_check),
            "tanh_derivative against finite differences",
            rtol=1e-4,
            atol=1e-6,
            mistakes={"1 − z² takes z for the output of tanh": 1 - z_check**2},
        )
    for z_check in (-900.0, -360.0, 360.0, 900.0):
        check.close(
            tanh_derivative(z_check),
            0.0,
            "tanh_derivative of extreme numbers",
            atol=1e-6,
            hint="an exponential overflows",
        )
    check.close(tanh_derivative(np.array([0, 0])), [1, 1], "tanh_derivative of integers")
### END HIDDEN TESTS

# %% [markdown]
# ### All four
#
# Your eight functions, drawn; the leaky ReLU with $\alpha = 0.1$, since 0.01 would not be seen.
# Look at the dashed lines: where does each slope vanish?

# %%
_ = draw_activations(
    {
        "relu": relu,
        "leaky ReLU, α = 0.1": lambda z: leaky_relu(z, 0.1),
        "sigmoid": sigmoid,
        "tanh": tanh,
    },
    {
        "relu": relu_derivative,
        "leaky ReLU, α = 0.1": lambda z: leaky_relu_derivative(z, 0.1),
        "sigmoid": sigmoid_derivative,
        "tanh": tanh_derivative,
    },
)

# %% [markdown]
# ReLU's slope is 0 on the whole left side, the leaky one's nowhere; the slopes of sigmoid and tanh
# fade on both sides, and the sigmoid's never exceeds 0.25. The open circles stand where a slope
# jumps and no derivative exists.

# %%
print("    z", *(f"{name:>10}" for name in ("relu", "leaky", "sigmoid", "tanh")))
for z in (0.0, 2.0, -5.0, -50.0):
    slopes = [
        relu_derivative(z),
        leaky_relu_derivative(z),
        sigmoid_derivative(z),
        tanh_derivative(z),
    ]
    print(f"{z:5.0f}", *(f"{float(slope):10.2g}" for slope in slopes))

# %% [markdown]
# The last row is the one to remember: at $z = -50$ only the leaky ReLU has a slope worth the name.
# On paper the slopes of sigmoid and tanh are never 0, but the sigmoid's $2 \cdot 10^{-22}$ moves no
# weight, and tanh's is rounded to 0. As a rule of thumb: ReLU in hidden layers, leaky ReLU when
# neurons die, tanh where a bounded and centred output is wanted, sigmoid in the output for a
# yes-or-no question, and no activation in the output when a number of any size is to be predicted.
#
# ### Concept check: which activation? (2 points)
#
# For each description, `"relu"`, `"leaky_relu"`, `"sigmoid"` or `"tanh"`. Each may occur more than
# once.
#
# - `"a"`: The output neuron of a network that estimates how probable it is that a penguin is a
#   Gentoo.
# - `"b"`: A hidden neuron whose $z$ is −0.5 or less for every row of the data: all its slopes are
#   exactly 0, and its weights will not move again.
# - `"c"`: A hidden neuron with the same $z$: its slopes are small but equal, at $z = -0.5$ as at
#   $z = -50$, so it can recover.
# - `"d"`: Ten hidden layers with it: the ten slopes multiply to at most one millionth.
# - `"e"`: A hidden layer whose outputs must be bounded and lie on both sides of 0.

# %% nbgrader={"grade_id": "which_activation", "solution": true}
which_activation = dict.fromkeys("abcde", "")  # fill in: which_activation["a"] = "...", and so on
### BEGIN SOLUTION
which_activation["a"] = "sigmoid"
which_activation["b"] = "relu"
which_activation["c"] = "leaky_relu"
which_activation["d"] = "sigmoid"
which_activation["e"] = "tanh"
### END SOLUTION

# %% nbgrader={"grade_id": "which_activation-values", "points": 1}
names_check = ("relu", "leaky_relu", "sigmoid", "tanh")
with check.visible("which_activation: a and e answered"):
    if check.instance(which_activation, dict, "which_activation"):
        for question in "ae":
            check.that(
                str(which_activation.get(question)).strip().lower() in names_check,
                f"which_activation[{question!r}]: choose one of {', '.join(names_check)}",
            )
### BEGIN HIDDEN TESTS
with check.hidden("which_activation: a and e"):
    check.choices(
        which_activation,
        {"a": "sigmoid", "e": "tanh"},
        "which_activation",
        options=names_check,
        why={
            (
                "a",
                "tanh",
            ): "is bounded, but a probability is never negative; reread Sigmoid and Tanh",
            ("a", "relu"): "is never negative, but a probability is at most 1; reread Sigmoid",
            ("a", "leaky_relu"): "takes all values, and a probability is between 0 and 1",
            ("e", "sigmoid"): "is bounded, but on which side of 0 do its values lie?",
            ("e", "relu"): "has no upper bound, and no value below 0; look at the figure",
            ("e", "leaky_relu"): "lies on both sides of 0, but is it bounded?",
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "which_activation-slopes", "points": 1}
names_check = ("relu", "leaky_relu", "sigmoid", "tanh")
with check.visible("which_activation: b, c and d answered"):
    if check.instance(which_activation, dict, "which_activation"):
        for question in "bcd":
            check.that(
                str(which_activation.get(question)).strip().lower() in names_check,
                f"which_activation[{question!r}]: choose one of {', '.join(names_check)}",
            )
### BEGIN HIDDEN TESTS
with check.hidden("which_activation: b, c and d"):
    check.choices(
        which_activation,
        {"b": "relu", "c": "leaky_relu", "d": "sigmoid"},
        "which_activation",
        options=names_check,
        why={
            ("b", "sigmoid"): "saturates, but its slope at −0.5 is far from 0; look at the figure",
            ("b", "tanh"): "saturates, but its slope at −0.5 is far from 0; look at the figure",
            ("b", "leaky_relu"): "is flat to the eye on the left, but is it exactly flat?",
            ("c", "relu"): "has equal slopes there, but can a neuron recover from a slope of 0?",
            ("c", "sigmoid"): "has small slopes there, but are those at −0.5 and −50 equal?",
            ("c", "tanh"): "has small slopes at −50, but are those at −0.5 and −50 equal?",
            (
                "d",
                "tanh",
            ): "has vanishing slopes too, but its largest is 1, and so is 1 to the tenth",
            ("d", "relu"): "has slope 1 for positive z, and 1 to the power of ten is 1",
            ("d", "leaky_relu"): "has slope 1 for positive z, and 1 to the power of ten is 1",
        },
    )
### END HIDDEN TESTS

# %% [markdown]
# ## A network of any depth
#
# A **neural network** is layers in a row: the activations of one are the inputs of the next. With
# $L$ layers, layer $l$ having the weights $W_l$, the biases $\mathbf{b}_l$ and the activation
# $f_l$,
#
# $$A_0 = X, \qquad A_l = f_l(A_{l-1} W_l + \mathbf{b}_l) \quad \text{for } l = 1, \dots, L,$$
#
# and $A_L$ is the output. Computing it is the **forward pass**. The inputs are sometimes drawn, and
# called, a layer too, though they compute nothing. The layers between input and output are
# **hidden**; the number of layers that compute is the **depth**, the number of neurons in a layer
# its **width**. A network with several hidden layers is called deep, hence **deep learning**; there
# is no agreed number. This kind of network, dense layers with activations between them, is a
# **multilayer perceptron**, after Rosenblatt's perceptron of 1958: a neuron whose activation was a
# step from 0 to 1. (The slope of a step is 0 wherever it has one, which is why steps gave way to
# the activations above.)

# %%
rng = np.random.default_rng(0)
sizes = [2, 4, 3, 1]
_ = draw_network(
    sizes,
    weights=[rng.normal(size=shape) for shape in zip(sizes[:-1], sizes[1:], strict=True)],
    input_labels=["flipper", "bill"],
    output_labels=["Gentoo?"],
    activations=["relu", "relu", "sigmoid"],
    title="Two hidden layers: each node reads every node of the column before it",
)

# %% [markdown]
# Look at how the shapes chain: $(m, 2) \to (m, 4) \to (m, 3) \to (m, 1)$, with weight matrices of
# shapes (2, 4), (4, 3) and (3, 1). Each circle after the first column is a neuron as in the first
# section; the weights here are random, so this network knows nothing yet.
#
# ### Exercise: the forward pass (2 points)
#
# Write `forward(X, layers)` for any number of layers. Do not count on the shapes or activations of
# the example.


# %% nbgrader={"grade_id": "forward", "solution": true}
def forward(X, layers):
    """The output of a multilayer perceptron.

    Parameters
    ----------
    X : array of shape (m, n)
        One instance in each row; m may be 1.
    layers : list of (W, b, activation), the layer nearest to the input first
        W of shape (inputs, neurons), b of shape (neurons,), activation a function of an array.
        May be empty. Neither the list nor the arrays are changed.

    Returns
    -------
    array of shape (m, neurons of the last layer)
        X itself or an equal array, if there are no layers.

    Example
    -------
    X = [[2, 1]] and, both with the activation np.abs,
    W1 = [[1, -1],   b1 = [-6, 0],   W2 = [[ 2],   b2 = [-1]   give  [[3]]:
          [1,  1]]                         [-8]]
    layer 1 gives |-3| and |-1|, layer 2 gives |3·2 - 1·8 - 1| = |-3|.
    """
    ### BEGIN SOLUTION
    A = X
    for W, b, activation in layers:
        A = activation(A @ W + b)
    return A
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward-values", "points": 1}
X_check = np.array([[2.0, 1.0]])
layers_check = [
    (np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([-6.0, 0.0]), np.abs),
    (np.array([[2.0], [-8.0]]), np.array([-1.0]), np.abs),
]
with check.visible("forward: the example"):
    with check.not_mutated(X=X_check):
        got_check = forward(X_check, layers_check)
    check.equal(len(layers_check), 2, "len(layers) afterwards", hint="the list was changed")
    check.close(
        got_check,
        [[3]],
        "forward([[2, 1]], the two layers of the example)",
        hint="layer 1 gives [[3, 1]], layer 2 gives |3·2 − 1·8 − 1|",
        mistakes={
            "this is the output of layer 1: feed it to the next layer": [[3, 1]],
            "the hidden layer's activation was not applied": [[1]],
            "the last layer's activation was not applied": [[-3]],
            "the biases are missing": [[2]],
            "the biases were added after the activations": [[13]],
            "layer 2 was fed with X: its input is what layer 1 returned": [[5]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("forward: each layer with its own W, b and activation"):
    rng_check = np.random.default_rng(34)
    functions_check = (np.tanh, np.abs, identity, np.cos)
    for m_check in (1, 5):
        X_check = rng_check.normal(size=(m_check, 3))
        Ws_check = [rng_check.normal(size=s) for s in ((3, 4), (4, 2), (2, 2), (2, 5))]
        bs_check = [rng_check.normal(size=k) for k in (4, 2, 2, 5)]
        layers_check = list(zip(Ws_check, bs_check, functions_check, strict=True))
        with check.not_mutated(X=X_check, W=Ws_check, b=bs_check):
            got_check = forward(X_check, layers_check)
        check.that(
            len(layers_check) == 4
            and all(f is g for (*_, f), g in zip(layers_check, functions_check, strict=True)),
            "the list of layers: was changed, or put into another order",
        )
        by_hand, unbiased = [], []
        for row in X_check:  # one neuron at a time
            a, u = list(row), list(row)
            for W, b, f in zip(Ws_check, bs_check, functions_check, strict=True):
                a = [float(f(math.fsum(np.multiply(a, w)) + b[j])) for j, w in enumerate(W.T)]
                u = [float(f(math.fsum(np.multiply(u, w)))) for w in W.T]
            by_hand.append(a)
            unbiased.append(u)
        check.shape(got_check, (m_check, 5), "forward through other layers")
        check.close(
            got_check,
            by_hand,
            "forward through other layers",
            rtol=1e-4,
            atol=1e-5,
            hint="each layer has its own W, b and activation, and the last layer is no exception",
            mistakes={"the biases are missing": unbiased},
        )
    check.close(
        forward(
            np.array([[1, 2]]),
            [
                (np.array([[1, 0], [0, 1]]), np.array([0.5, -0.25]), np.abs),
                (np.array([[1], [1]]), np.array([0.125]), np.abs),
            ],
        ),
        [[3.375]],
        "forward where X and the weights are of integers and the biases are not",
        hint="should be the same as with floats",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "forward-depth", "points": 1}
X_check = np.array([[1.0, 2.0], [3.0, 4.0]])
with check.visible("forward: no layer, one layer"):
    check.close(forward(X_check, []), X_check, "forward(X, []), no layer", hint="return X")
    check.close(
        forward(X_check, [(np.array([[2.0], [1.0]]), np.array([0.0]), identity)]),
        [[4], [10]],
        "forward(X, one layer)",
    )
### BEGIN HIDDEN TESTS
with check.hidden("forward: any depth"):
    rng_check = np.random.default_rng(35)
    for widths_check in ((3, 1), (3, 1, 7, 2), (2, 2, 2, 2, 2, 2), (4,) + (3,) * 20):
        X_check = rng_check.normal(size=(6, widths_check[0]))
        Ws_check = [
            rng_check.normal(size=(n, k))
            for n, k in zip(widths_check[:-1], widths_check[1:], strict=True)
        ]
        layers_check = [(W, np.zeros(W.shape[1]), identity) for W in Ws_check]
        product_check = np.linalg.multi_dot([X_check, *Ws_check])
        size_check = float(np.abs(product_check).max())
        got_check = forward(X_check, list(layers_check))
        check.shape(got_check, product_check.shape, "forward through other numbers of layers")
        check.close(
            got_check,
            product_check,
            "forward through other numbers of layers",
            rtol=1e-4,
            atol=1e-5 * size_check,
            hint="go through all the layers, in the order of the list",
        )
        check.close(
            forward(X_check[2:3], list(layers_check)),
            product_check[2:3],
            "forward for a single row",
            rtol=1e-4,
            atol=1e-5 * size_check,
            hint="a row's output must not depend on the other rows of the batch",
        )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** Everything that a trained multilayer perceptron does when it is used is these few
# lines. A library adds speed, gradients and convenience, and not another idea.

# %% [markdown]
# ## Counting parameters
#
# Layer $l$ has a weight for each pair of a node before it and a neuron of its own, and a bias for
# each neuron. If $n_0, n_1, \dots, n_L$ are the sizes of the input and of the $L$ layers, the
# network has
#
# $$\sum_{l=1}^{L} (n_{l-1} + 1)\, n_l$$
#
# parameters, the $+1$ being the bias. The input has no parameters of its own. Activations have none
# either.
#
# **Predict**: a small picture has 28 × 28 = 784 pixels. How many parameters has the network 784 →
# 128 → 10, to the nearest power of ten?
#
# ### Exercise: count the parameters (2 points)


# %% nbgrader={"grade_id": "count_parameters", "solution": true}
def count_parameters(sizes):
    """The number of weights and biases of a multilayer perceptron.

    Parameters
    ----------
    sizes : list or tuple of int, of length 1 or more
        The number of inputs, then the number of neurons of each layer.

    Returns
    -------
    int
        0 if there is nothing but the input.

    Example
    -------
    count_parameters([2, 20, 10, 1]) is 60 + 210 + 11 = 281.
    """
    ### BEGIN SOLUTION
    return sum((n + 1) * k for n, k in zip(sizes[:-1], sizes[1:], strict=True))
    ### END SOLUTION


# %% nbgrader={"grade_id": "count_parameters-values", "points": 1}
with check.visible("count_parameters: the example"):
    got_check = count_parameters([2, 20, 10, 1])
    check.dtype(got_check, "integer", "the type of count_parameters([2, 20, 10, 1])")
    check.close(
        got_check,
        281,
        "count_parameters([2, 20, 10, 1])",
        hint="2·20 + 20, then 20·10 + 10, then 10·1 + 1",
        mistakes={
            "the biases are missing: one for each neuron": 250,
            "the input has no biases; only the neurons of the layers do": 283,
            "one bias for each neuron, not one for each layer": 253,
            "these are the biases alone, without the weights": 31,
            "these are the nodes; a weight belongs to each pair of nodes": 33,
            "layers add up: the sum of the products, not their product": 400,
            "the biases of the last layer are missing": 280,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("count_parameters"):
    for sizes_check in ([4, 3], [1, 1], [13, 8, 5, 3, 2], [3, 5, 3, 2], [4, 1, 6], [784, 128, 10]):
        arrays = [np.zeros((n, k)) for n, k in zip(sizes_check[:-1], sizes_check[1:], strict=True)]
        arrays += [np.zeros(k) for k in sizes_check[1:]]
        check.equal(
            count_parameters(sizes_check),
            sum(array.size for array in arrays),
            "count_parameters of other networks",
            hint="add up the weights and the biases of every layer",
            mistakes={"the biases are missing": sum(a.size for a in arrays if a.ndim == 2)},
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "count_parameters-depth", "points": 1}
with check.visible("count_parameters: layers add up"):
    check.equal(count_parameters([5]), 0, "count_parameters([5])", hint="the input has none")
    first_check, second_check = count_parameters((3, 2)), count_parameters((2, 4))
    check.close(
        count_parameters((3, 2, 4)),
        first_check + second_check,
        "count_parameters((3, 2, 4))",
        hint="should be count_parameters((3, 2)) + count_parameters((2, 4))",
    )
### BEGIN HIDDEN TESTS
with check.hidden("count_parameters: layers add up"):
    layer_check = count_parameters([6, 6])
    check.that(bool(layer_check > 0), "count_parameters of one layer: should be above 0")
    for depth_check in (2, 7, 40):
        sizes_check = [6] * (depth_check + 1)
        with check.not_mutated(sizes=sizes_check):
            got_check = count_parameters(sizes_check)
        check.close(
            got_check,
            layer_check * depth_check,
            "count_parameters for other depths",
            hint="each of several equal layers adds the same number",
        )
    huge_check, one_check = count_parameters([100_000] * 3), count_parameters([100_000] * 2)
    check.that(
        bool(huge_check > 2 * 10**10 - 1),
        "count_parameters of a huge network: is too small; do your integers overflow?",
    )
    check.close(huge_check, 2 * one_check, "count_parameters of a huge network", rtol=0)
### END HIDDEN TESTS

# %%
for sizes in ([2, 1], [2, 20, 10, 1], [784, 128, 10], [784, 1000, 1000, 10]):
    print(f"{' → '.join(map(str, sizes)):26} {count_parameters(sizes):>9,} parameters")

# %% [markdown]
# The network for small pictures has 101,770 parameters, and nearly all of them, 100,480, are in its
# first layer: width is paid for in products.
#
# **So what.** It is the number of parameters that has to fit into memory and that the data has to
# determine. It is also the quickest check that a model is the one you meant: Keras prints it.

# %% [markdown]
# ## What depth buys
#
# A hidden layer of two ReLU neurons can fold the interval from 0 to 1 in the middle, as one folds a
# sheet of paper: the output $2\,\mathrm{relu}(x) - 4\,\mathrm{relu}(x - \tfrac12)$ rises from 0 to
# 1 and comes back to 0. What happens when the folded sheet is folded again, and again?

# %%
fold = [
    (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]), relu),
    (np.array([[1.0], [-2.0]]), np.array([0.0]), identity),
]
figure, panels = plt.subplots(1, 3, figsize=(8.4, 2.8), sharey=True)
x_fold = np.linspace(0, 1, 2**12 + 1)
for panel, folds in zip(panels, (1, 2, 4), strict=True):
    panel.plot(x_fold, forward(x_fold[:, None], fold * folds))
    panel.set(title=f"{folds} fold{'s' * (folds > 1)}: {2**folds} pieces", xlabel="x")
_ = panels[0].set_ylabel("output")

# %% [markdown]
# Each fold doubles the number of straight pieces: 2, 4, 16. Let us count them for ten folds, and
# ask what a network with a single hidden layer would need. A sum of $n$ ReLU neurons has at most
# $n$ kinks, so at most $n + 1$ straight pieces.

# %%
rises = np.diff(forward(x_fold[:, None], fold * 10)[:, 0]) > 0
pieces = 1 + np.count_nonzero(rises[1:] != rises[:-1])
print(f"ten folds: {pieces} pieces from {count_parameters([1] + [2, 1] * 10)} parameters")
print(
    f"one hidden layer of {pieces - 1} neurons: {count_parameters([1, pieces - 1, 1]):,} parameters"
)

# %% [markdown]
# 70 parameters in depth do what takes 3,070 in width. **So what.** Composition multiplies, addition
# only adds. To be honest about it: this function was chosen because it is made of folds. That depth
# *can* save so much is proved (Telgarsky, 2016); that it *does* on your data is something to try.

# %% [markdown]
# ## XOR, solved
#
# No line separates XOR's four points, but two neurons can move the points to where one line
# suffices: that is what a hidden layer is for. Think of what each hidden neuron could detect about
# the sum $x_1 + x_2$, which is 0, 1, 1 and 2 at the four points, and how the output could combine
# the two. Other ways lead there as well.
#
# ### Exercise: a network for XOR (3 points)
#
# Write `xor_network()`, which returns layers for `forward`, with weights that you choose by hand.
# The tests make a forward pass of their own; any network that keeps the promises below is right.


# %% nbgrader={"grade_id": "xor_network", "solution": true}
def xor_network():
    """A network that computes XOR, as a list of layers (W, b, activation).

    Returns
    -------
    list of (W, b, activation), the layer nearest to the input first
        At least one hidden layer, that is two layers or more. W is an array of shape
        (inputs, neurons), b an array of shape (neurons,); the first layer has 2 inputs, the last
        1 neuron. Each activation is a function that works on every number of an array of any
        shape separately and never decreases; the four of this lesson and `identity` are such.

    The output is above 0.5 for (0, 1) and (1, 0), and below 0.5 for (0, 0) and (1, 1). It stays
    on its side of 0.5 when each input is off by up to 0.1, as in (0.1, 0.9).
    """
    ### BEGIN SOLUTION
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])  # both hidden neurons see x1 + x2
    b1 = np.array([0.0, -1.0])  # the second one wakes only above 1
    W2 = np.array([[1.0], [-2.0]])  # and then takes twice as much away
    b2 = np.array([0.0])
    return [(W1, b1, lambda z: np.maximum(z, 0)), (W2, b2, identity)]
    ### END SOLUTION


# %% [markdown]
# Try it with your own forward pass, before you test it. The outputs should be low, high, high, low.

# %%
for point, output in zip(X_xor, forward(X_xor, xor_network())[:, 0], strict=True):
    print(point, "→", round(float(output), 3))

# %% nbgrader={"grade_id": "xor_network-layers", "points": 1}
with check.visible("xor_network: its layers"):
    layers_check = xor_network()
    listed = type(layers_check) in (list, tuple) and all(
        type(layer) in (list, tuple) and len(layer) == 3 for layer in layers_check
    )
    check.that(listed, "xor_network(): should return a list of (W, b, activation)")
    if listed:
        check.that(
            len(layers_check) >= 2,
            "xor_network(): has no hidden layer; one layer can only draw a straight line",
        )
        width_check = 2
        for number, (W_check, b_check, f_check) in enumerate(layers_check, start=1):
            check.shape(W_check, (width_check, None), f"W of layer {number}")
            width_check = np.shape(W_check)[-1]
            check.shape(b_check, (width_check,), f"b of layer {number}")
            check.callable_(f_check, f"the activation of layer {number}")
        check.equal(width_check, 1, "the number of neurons in the last layer")
### BEGIN HIDDEN TESTS
with check.hidden("xor_network: its activations"):
    rng_check = np.random.default_rng(36)
    ascending = np.linspace(-8, 8, 65)
    for W_check, b_check, f_check in layers_check:
        check.finite(W_check, "a weight matrix of xor_network()")
        check.finite(b_check, "a bias of xor_network()")
        z_check = rng_check.uniform(-3, 3, size=(4, np.shape(W_check)[1]))
        # A step may give booleans: times 1.0 they are numbers.
        together, apart = (1.0 * np.asarray(f_check(z)) for z in (z_check.copy(), z_check.ravel()))
        check.shape(together, z_check.shape, "an activation's result")
        check.shape(apart, (z_check.size,), "an activation's result for an array with one axis")
        check.close(
            np.ravel(together),
            np.ravel(apart),
            "an activation of xor_network()",
            atol=1e-6,
            hint="should work on every number separately, wherever it stands in the array",
        )
        check.that(
            bool(np.all(np.diff(np.ravel(f_check(ascending)).astype(float)) >= -1e-6)),
            "an activation of xor_network(): decreases somewhere; the hidden layer, not the "
            "activation's own shape, should solve the problem",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "xor_network-points", "points": 1}
with check.visible("xor_network: the four points"):
    A_check = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    for W_check, b_check, f_check in xor_network():
        A_check = np.asarray(f_check(A_check @ np.asarray(W_check) + np.asarray(b_check)))
    four_check = check.shape(A_check, (4, 1), "the output for the four points")
    if four_check and check.that(
        bool(np.all(np.isfinite(A_check)) and np.all(A_check != 0.5)),
        "the output: is NaN or exactly 0.5 at some point, which is on neither side",
        got=A_check,
    ):
        check.equal(
            A_check.ravel() > 0.5,
            np.array([False, True, True, False]),
            "whether the output is above 0.5 at (0, 0), (0, 1), (1, 0), (1, 1)",
            hint="two hidden neurons can do it: one that tells 0 from 1 and 2, one that finds 2",
            mistakes={
                "this network never says 1": np.array([False, False, False, False]),
                "this network always says 1": np.array([True, True, True, True]),
                "this is OR: at (1, 1) something must take away again": np.array(
                    [False, True, True, True]
                ),
                "this is AND": np.array([False, False, False, True]),
                "this is NAND: it should not say 1 at (0, 0)": np.array([True, True, True, False]),
                "this is the opposite of XOR": np.array([True, False, False, True]),
            },
        )

# %% nbgrader={"grade_id": "xor_network-margin", "points": 1}
with check.visible("xor_network: one point that is a little off"):
    A_check = np.array([[0.1, 0.9]])
    for W_check, b_check, f_check in xor_network():
        A_check = np.asarray(f_check(A_check @ np.asarray(W_check) + np.asarray(b_check)))
    check.that(
        A_check.size == 1 and bool(A_check.ravel()[0] > 0.5),
        "the output at (0.1, 0.9): should be above 0.5, as at (0, 1)",
        got=A_check,
    )
### BEGIN HIDDEN TESTS
with check.hidden("xor_network: inputs that are a little off"):
    off_check = np.array([-0.1, -0.05, 0.0, 0.05, 0.1])
    for x1_check, x2_check in ((0, 0), (0, 1), (1, 0), (1, 1)):
        grid_check = np.meshgrid(x1_check + off_check, x2_check + off_check)
        A_check = np.column_stack([part.ravel() for part in grid_check])
        for W_check, b_check, f_check in xor_network():
            A_check = np.asarray(f_check(A_check @ np.asarray(W_check) + np.asarray(b_check)))
        right_side = A_check > 0.5 if x1_check != x2_check else A_check < 0.5
        check.that(
            bool(np.all(right_side)),
            "the output near a corner: is on the wrong side of 0.5 when inputs are off by 0.1 or "
            "less; leave more room between the outputs and 0.5",
        )
### END HIDDEN TESTS

# %% [markdown]
# Now the experiment that this lesson has been leading to: your network as it is, and with every
# activation replaced by `identity`. The weights are the same in both.

# %%
without = [(W, b, identity) for W, b, _ in xor_network()]
_ = draw_xor(lambda X: forward(X, without), lambda X: forward(X, xor_network()))

# %% [markdown]
# Look at the black line, where the output is 0.5. Without activations there is a single straight
# line, or none at all: the layers have collapsed, and at least one of the four points is answered
# wrongly. With them, the boundary parts (0, 1) and (1, 0) from the other two. And this is how the
# four points look from inside, after the hidden layers:

# %%
for point, inside in zip(X_xor, forward(X_xor, xor_network()[:-1]), strict=True):
    print(point, "→", inside.round(3))

# %% [markdown]
# The last layer, which is linear up to its activation, sees only the numbers on the right. For it
# to succeed, the two points with XOR = 1 must have been moved to the same side of some line.
#
# **So what.** A hidden layer is a change of coordinates after which the problem is easy for a
# linear model. We chose it by hand; training finds it from examples.

# %% [markdown]
# ## Enough neurons for any curve
#
# Each hidden ReLU neuron adds one kink. With enough kinks, a chain of straight pieces follows any
# smooth curve. Below, $n$ hidden neurons $\mathrm{relu}(x - t_i)$ get their kinks $t_i$ at equal
# distances in $[-3, 3]$, and least squares chooses the weights of the output.
#
# **Predict**: by which factor does the largest error shrink when the number of neurons doubles?


# %%
def curve(x):
    return np.sin(2 * x) + 0.3 * x


def hinges(n):
    """A network 1 → n → 1, fitted to the curve on [-3, 3] by least squares."""
    x = np.linspace(-3, 3, 1201)[:, None]
    kinks = np.linspace(-3, 3, n, endpoint=False)
    hidden_layer = (np.ones((1, n)), -kinks, relu)
    A = np.column_stack([forward(x, [hidden_layer]), np.ones(len(x))])
    v, *_ = np.linalg.lstsq(A, curve(x), rcond=None)
    return [hidden_layer, (v[:-1], v[-1], identity)]


# %%
x_curve = np.linspace(-3, 3, 1201)[:, None]
for n in (8, 16, 32, 64):
    error = np.abs(forward(x_curve, hinges(n)) - curve(x_curve)).max()
    print(f"{n:3} neurons, {count_parameters([1, n, 1]):3} parameters: largest error {error:.4f}")

# %%
axes = draw_functions(
    {
        "curve": curve,
        "6 neurons": lambda x: forward(x[:, None], hinges(6))[:, 0],
        "16 neurons": lambda x: forward(x[:, None], hinges(16))[:, 0],
    },
    interval=(-5, 5),
    title="Inside the interval 16 neurons suffice; outside nothing is promised",
)
_ = axes.axvspan(-3, 3, color="0.93", zorder=-1)

# %% [markdown]
# Each doubling divides the error by about 4: from 0.1976 to 0.0029 over three doublings. Look at
# the white margins too: outside the grey interval, where there was nothing to fit, the network goes
# on in a straight line while the curve does not.
#
# The **universal approximation theorem** says that this works in general: for a continuous function
# on a closed and bounded region, and for any continuous activation that is not a polynomial, one
# hidden layer with enough neurons comes as close as you wish (Cybenko 1989; Leshno and others
# 1993). Read it as carefully as it is stated. It says that weights *exist*: not how many neurons
# are needed, not that training finds the weights, not that the network is right between and beyond
# the data.
#
# **So what.** What a network can express is rarely the obstacle. To find the right weights from
# examples is: that is the rest of this course.

# %% [markdown]
# ## Closing
#
# | term | meaning |
# | --- | --- |
# | neuron | weighted sum of the inputs plus bias, then an activation function |
# | weight, bias | the parameters: the numbers that training chooses |
# | pre-activation $z$, activation $a$ | before and after the activation function |
# | dense, fully connected layer | neurons side by side that see all inputs: $XW + \mathbf{b}$ |
# | batch | the instances that are computed together, one in each row |
# | linear (affine) layer | a layer without activation; any number of them collapse into one |
# | ReLU, leaky ReLU, sigmoid, tanh | the four activation functions of this lesson |
# | saturated, dead | a neuron whose slope is nearly 0; a ReLU whose slope is 0 on all the data |
# | hidden layer; width; depth | a layer inside; its number of neurons; the number of layers |
# | multilayer perceptron, forward pass | dense layers with activations; computing its output |
# | universal approximation | one hidden layer with enough neurons comes as close as you wish |
#
# **The three mistakes people make most**
#
# 1. *No activation between layers.* The model has many layers and can do what one can. Nothing
#    warns you; it just never gets better than a linear model.
# 2. *Shapes that broadcast by accident.* A bias, or a label, of shape (m, 1) where (m,) was meant
#    gives an array that looks right. Check shapes, at the start and in full.
# 3. *The derivative of the wrong thing.* $s(1 - s)$ and $1 - t^2$ take the *output* of the
#    activation, not its input $z$.
#
# **Where to read on**
#
# - Michael Nielsen, *Neural Networks and Deep Learning* (2015), chapter 4: universal approximation,
#   shown with pictures that move.
# - Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016), chapter 6: XOR,
#   hidden units, and depth.
# - Marvin Minsky and Seymour Papert, *Perceptrons* (1969): what one layer cannot do.
# - Xavier Glorot, Antoine Bordes and Yoshua Bengio, "Deep Sparse Rectifier Neural Networks" (2011):
#   why ReLU took over.
# - Matus Telgarsky, "Benefits of depth in neural networks" (2016): the folds, with the proof.
#
# In lesson 3 the same network is built with Keras, in three ways, and trained for the first time.

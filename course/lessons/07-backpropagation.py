# %% [markdown]
# # 7. Where gradients come from
#
# At the end of this lesson you will be able to
#
# - **differentiate** a computation by hand on its graph: multiply along a path, add over paths;
# - **build** an automatic differentiator for numbers in one small class, and read its graph;
# - **derive** the gradient of every weight of a network, in whole matrices, and train with it;
# - **check** a gradient, and say when the check itself is wrong;
# - **diagnose** gradients that vanish or explode with depth.
#
# In lesson 6, `tape.gradient` handed you the gradients. After this lesson you could have written it.
#
# The first cell takes about five seconds, most of it for importing TensorFlow, which may write some
# lines in red about graphics cards that it did not find. Nothing is wrong.
#
# **Time**: 60 minutes to read, two hours with the exercises. **Builds on**: lesson 2 (forward pass,
# activation functions and their slopes), lesson 4 (softmax, cross-entropy), lesson 5 (gradient,
# numerical gradient, initialisation), lesson 6 (GradientTape).

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # TensorFlow: errors only, please
import itertools
import math

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from course import check
from course.figures import draw_graph, use_style

use_style()
keras.utils.set_random_seed(7)

# %% [markdown]
# ## One path: multiply
#
# A **derivative** says how fast one number changes with another: $dy/dx = 3$ means that $y$ moves
# by 3 millionths when $x$ moves by one millionth. If a result depends on several numbers, the
# **partial derivative** $\partial y / \partial x$ moves only $x$ and holds the others still. The
# **gradient** of a loss is the collection of its partial derivatives, one for each parameter.
#
# Now let $x$ influence $z$, and $z$ in turn $L$. If $z$ moves 3 times as fast as $x$, and $L$ moves
# 2 times as fast as $z$, then $L$ moves 6 times as fast as $x$. This is the **chain rule**:
#
# $$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial z} \cdot
# \frac{\partial z}{\partial x}.$$
#
# The second factor is a **local derivative**: it concerns one operation and its own input, and
# needs to know nothing of the rest of the computation.
#
# Watch it with numbers: $z = x^2$ and $L = \sin z$, at $x = 1.2$.

# %%
x, h = 1.2, 1e-6
z = x**2
dL_dz, dz_dx = math.cos(z), 2 * x
by_nudging = (math.sin((x + h) ** 2) - math.sin((x - h) ** 2)) / (2 * h)
print(f"dL/dz · dz/dx = {dL_dz:.6f} · {dz_dx:.6f} = {dL_dz * dz_dx:.6f}")
print(f"by nudging x a little to both sides:   {by_nudging:.6f}")

# %% [markdown]
# The two agree to six decimals: 0.313017. The first was computed without ever looking at $x$ and
# $L$ together.
#
# ## Two paths: add
#
# Often a number reaches the result in more than one way. If $x$ feeds both $u$ and $v$, and both
# feed $L$, then nudging $x$ moves $L$ twice over, and the contributions add:
#
# $$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial u} \cdot
# \frac{\partial u}{\partial x} + \frac{\partial L}{\partial v} \cdot
# \frac{\partial v}{\partial x}.$$
#
# So there are only two rules: **multiply along a path, add over paths**. To apply them, draw the
# computation as a **graph**: a node for each number, an arrow from each number to every number that
# is computed from it. The nodes that an operation takes are called its **parents**.
#
# Here is a neuron from lesson 2 with one input and its squared error, $e = (a - y)^2$. To the error
# we add the penalty $p = \lambda w^2$ on a large weight, which is called **weight decay**; $\lambda$
# (lambda) is a number that we choose, here 0.1. The target is $y = 1$.

# %%
neuron_graph = {
    "x": {"data": 2.0},
    "b": {"data": math.log(2) - 1},
    "w": {"data": 0.5},
    "z": {"parents": ["w", "x", "b"], "slopes": ["x", "w", "1"], "operation": "w x + b"},
    "a": {"parents": ["z"], "slopes": ["1 − a²"], "operation": "tanh z"},
    "e": {"parents": ["a"], "slopes": ["2 (a − y)"], "operation": "(a − y)²"},
    "p": {"parents": ["w"], "slopes": ["2 λ w"], "operation": "λ w²"},
    "L": {"parents": ["e", "p"], "slopes": ["1", "1"], "operation": "e + p"},
}
for name, value in {"z": math.log(2), "a": 0.6, "e": 0.16, "p": 0.025, "L": 0.185}.items():
    neuron_graph[name]["data"] = value
_ = draw_graph(neuron_graph, title="Two paths lead from w to L, one from every other input")

# %% [markdown]
# Values flow from left to right; this is the **forward pass**. (The bias is $\ln 2 - 1$, so that
# $z = \ln 2$ and $a = \tanh z$ is exactly 0.6.) On each arrow stands the local derivative of the box
# that it enters. Follow the path from $L$ back to $z$, which meets three arrows:
#
# $$\frac{\partial L}{\partial z} = 1 \cdot 2(a - y) \cdot (1 - a^2)
# = 1 \cdot (-0.8) \cdot 0.64 = -0.512.$$
#
# **Predict** before you write any code: how many factors has the path from $L$ to $x$, and how many
# terms has the sum for $w$?
#
# ### Exercise: the chain rule by hand (3 points)
#
# Write `chain(x, w, b, y, decay)`, which returns the gradient of $L$ with respect to five of the
# nodes. Start at the right and reuse what you have: the derivative for $z$ is the one for $a$ times
# one more factor.


# %% nbgrader={"grade_id": "chain", "solution": true}
def chain(x, w, b, y, decay=0.1):
    """The partial derivatives of L = (a - y)**2 + decay * w**2, a = tanh(z), z = w x + b.

    Parameters
    ----------
    x, w, b, y : numbers
        Input, weight, bias and target.
    decay : number, not negative
        The factor lambda of the penalty.

    Returns
    -------
    dict from "a", "z", "x", "w", "b" to a number
        The derivative of L with respect to that node; all paths from the node to L count.

    Example
    -------
    x = 2, w = 0.5, b = ln 2 - 1, y = 1, decay = 0.1 give
    {"a": -0.8, "z": -0.512, "x": -0.256, "w": -0.924, "b": -0.512}.
    """
    ### BEGIN SOLUTION
    a = math.tanh(w * x + b)
    dL_da = 2 * (a - y)
    dL_dz = dL_da * (1 - a**2)
    return {
        "a": dL_da,
        "z": dL_dz,
        "x": dL_dz * w,
        "w": dL_dz * x + 2 * decay * w,  # two paths
        "b": dL_dz,
    }
    ### END SOLUTION


# %% nbgrader={"grade_id": "chain-path", "points": 1}
with check.visible("chain: from L back to a and z"):
    got_check = chain(2.0, 0.5, math.log(2) - 1, 1.0, decay=0.1)
    if check.that(
        type(got_check) is dict and {"a", "z", "x", "w", "b"} <= set(got_check),
        "chain(...): returns a dict with the keys 'a', 'z', 'x', 'w' and 'b'",
    ):
        check.close(
            got_check["a"],
            -0.8,
            "the entry 'a' of the example",
            mistakes={
                "the sign is wrong: the error is (a − y)², and a is below y": 0.8,
                "the 2 of the square is missing": -0.4,
                "this is the value of a, not the derivative of L": 0.6,
            },
        )
        check.close(
            got_check["z"],
            -0.512,
            "the entry 'z' of the example",
            mistakes={
                "the slope of tanh is missing: one more factor than for a": -0.8,
                "the slope of tanh takes its output: 1 − a², not 1 − z²": -0.8
                * (1 - math.log(2) ** 2),
                "a (1 − a) is the slope of the sigmoid; that of tanh is 1 − a²": -0.192,
                "the local derivative alone: multiply by the derivative for a": 0.64,
                "along a path the factors are multiplied, not added": -0.16,
            },
        )
### BEGIN HIDDEN TESTS
with check.hidden("chain: from L back to a and z"):
    rng_check = np.random.default_rng(71)
    for _ in range(6):
        x_check, w_check, b_check, y_check = (float(v) for v in rng_check.normal(size=4))
        got_check = chain(x_check, w_check, b_check, y_check, decay=0.3)
        z_check = w_check * x_check + b_check
        tanh_check = 1 - 2 / (math.exp(2 * z_check) + 1)
        check.close(
            got_check["a"],
            (tanh_check + 1e-4 - y_check) ** 2 / 2e-4 - (tanh_check - 1e-4 - y_check) ** 2 / 2e-4,
            "the entry 'a' for other numbers",
            rtol=1e-6,
            atol=1e-6,
            hint="it is the slope of the squared error",
        )
        check.close(
            got_check["z"],
            (
                (1 - 2 / (math.exp(2 * z_check + 2e-5) + 1) - y_check) ** 2
                - (1 - 2 / (math.exp(2 * z_check - 2e-5) + 1) - y_check) ** 2
            )
            / 2e-5,
            "the entry 'z' for other numbers",
            rtol=1e-5,
            atol=1e-6,
            hint="it is the entry 'a' times the slope of tanh",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "chain-inputs", "points": 1}
with check.visible("chain: back to b and x"):
    got_check = chain(2.0, 0.5, math.log(2) - 1, 1.0, decay=0.1)
    check.close(
        got_check["b"],
        -0.512,
        "the entry 'b' of the example",
        mistakes={
            "this is the derivative of a sum, which is 1: it passes on what arrives at z": 1.0,
            "a sum passes on what arrives at z; b itself is no factor": -0.512 * (math.log(2) - 1),
        },
    )
    check.close(
        got_check["x"],
        -0.256,
        "the entry 'x' of the example",
        mistakes={
            "the local derivative of w x + b for x is w, not x": -1.024,
            "the factor w is missing: z moves w times as fast as x": -0.512,
            "the penalty does not depend on x: w has two paths, x has one": -0.156,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("chain: back to b and x"):
    rng_check = np.random.default_rng(72)
    for _ in range(6):
        x_check, w_check, b_check, y_check = (float(v) for v in rng_check.normal(size=4))
        got_check = chain(x_check, w_check, b_check, y_check, decay=0.7)
        for key_check, at_check in (("b", 1.0), ("x", w_check)):
            z_check, h_check = w_check * x_check + b_check, 1e-5 * at_check
            check.close(
                got_check[key_check],
                (
                    (1 - 2 / (math.exp(2 * (z_check + h_check)) + 1) - y_check) ** 2
                    - (1 - 2 / (math.exp(2 * (z_check - h_check)) + 1) - y_check) ** 2
                )
                / 2e-5,
                f"the entry '{key_check}' for other numbers",
                rtol=1e-5,
                atol=1e-6,
                hint="multiply every local derivative on the path",
            )
    got_check = chain(1.5, 0.0, 0.5, 0.25)
    check.close(
        [got_check["b"], got_check["x"]],
        [2 * (math.tanh(0.5) - 0.25) / math.cosh(0.5) ** 2, 0.0],
        "the entries 'b' and 'x' where w is 0",
        atol=1e-6,
        hint="multiply, do not divide: w and x may be 0",
    )
    got_check = chain(0.0, 0.75, 0.5, 0.25)
    check.close(
        [got_check["b"], got_check["x"]],
        [
            2 * (math.tanh(0.5) - 0.25) / math.cosh(0.5) ** 2,
            1.5 * (math.tanh(0.5) - 0.25) / math.cosh(0.5) ** 2,
        ],
        "the entries 'b' and 'x' where x is 0",
        atol=1e-6,
        hint="multiply, do not divide: w and x may be 0",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "chain-paths", "points": 1}
with check.visible("chain: the two paths from w"):
    check.close(
        chain(2.0, 0.5, math.log(2) - 1, 1.0, decay=0.1)["w"],
        -0.924,
        "the entry 'w' of the example",
        mistakes={
            "only the path through z is counted: w reaches L through p as well": -1.024,
            "only the path through p is counted: w reaches L through z as well": 0.1,
            "contributions of several paths are added, not multiplied": -0.1024,
            "the slope of λ w² is 2 λ w": -0.974,
            "the slope of λ w² is 2 λ w; this adds the penalty itself": -0.999,
            "the local derivative of w x + b for w is x, not w": -0.156,
            "the contributions are added: the penalty pulls w the other way": -1.124,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("chain: the two paths from w"):
    rng_check = np.random.default_rng(73)
    for decay_check in (0.0, 0.05, 1.0, 3.0):
        x_check, w_check, b_check, y_check = (float(v) for v in rng_check.normal(size=4))
        losses_check = []
        for nudged_check in (w_check + 1e-5, w_check - 1e-5):
            tanh_check = 1 - 2 / (math.exp(2 * (nudged_check * x_check + b_check)) + 1)
            losses_check.append((tanh_check - y_check) ** 2 + decay_check * nudged_check**2)
        check.close(
            chain(x_check, w_check, b_check, y_check, decay=decay_check)["w"],
            (losses_check[0] - losses_check[1]) / 2e-5,
            "the entry 'w' for other numbers",
            rtol=1e-5,
            atol=1e-6,
            hint="add what comes through z and what comes through the penalty, whatever its factor",
        )
    check.close(
        chain(2.0, 0.5, math.log(2) - 1, 1.0)["w"],
        -0.924,
        "the entry 'w' where decay is left at its default",
    )
### END HIDDEN TESTS

# %% [markdown]
# The graph again, with your gradients in orange. Read it from right to left.

# %%
for name, gradient in chain(2.0, 0.5, math.log(2) - 1, 1.0).items():
    neuron_graph[name]["grad"] = gradient
for name in ("L", "e", "p"):
    neuron_graph[name]["grad"] = 1.0
_ = draw_graph(neuron_graph, title="The gradient of L runs from right to left")

# %% [markdown]
# The path to $x$ has four factors, $1 \cdot (-0.8) \cdot 0.64 \cdot 0.5 = -0.256$, and the sum for
# $w$ two terms, $-1.024 + 0.1 = -0.924$. The negative sign means: a larger $w$ makes the loss
# smaller here.
#
# **So what.** Look at what you did *not* do: nothing was differentiated as a whole, and the number
# $-0.512$ at $z$ was computed once and served $x$, $w$ and $b$. This sharing is the whole economy of
# **backpropagation**: one walk from the last node to the first gives the derivative with respect to
# *every* node. Nudging each input in turn (lesson 5) takes two forward passes for every parameter:
# 4,820 of them for the network of 2,410 parameters that you will train below, for each step.

# %% [markdown]
# ## A machine that does it
#
# By hand this is tedious, but it takes no thought, so let a class do it. An object of our class
# `Value` holds
#
# - `data`: its number;
# - `grad`: the derivative of the result with respect to it, 0 until someone asks;
# - `parents`: the values that it was computed from;
# - `slopes`: for each parent, the local derivative.
#
# The forward pass is ordinary arithmetic: `a * b` makes a new `Value` that remembers where it came
# from. Since only local derivatives are stored, a new operation costs one line:
#
# | operation | value | local derivative |
# | --- | --- | --- |
# | sum | $u + v$ | $1$ for $u$, $1$ for $v$ |
# | product | $u \cdot v$ | $v$ for $u$, $u$ for $v$ |
# | power | $u^n$ | $n\,u^{n-1}$ |
# | tanh | $\tanh u$ | $1 - \tanh^2 u$ |
# | ReLU | $\max(0, u)$ | $1$ if $u > 0$, else $0$ |
#
# ### In which order?
#
# `backward()` gives the last node the gradient 1, since $\partial L / \partial L = 1$, and then lets
# every node add to each of its parents
#
# $$\text{parent.grad} \mathrel{+}= \text{slope} \cdot \text{node.grad}.$$
#
# It must *add*, because a parent may have several users. And a node may pass its gradient on only
# when the gradient is complete, that is after *all* its users have passed on theirs. **Predict**:
# the nodes below are $u = 3a$, $v = u^2$ and $y = u + v$, at $a = 2$. If backward visits $y$, then
# its parents $u$ and $v$ in this order, then theirs, what goes wrong?

# %%
order_graph = {
    "a": {"data": 2.0, "grad": "?"},
    "u": {"parents": ["a"], "slopes": [3.0], "operation": "3 a", "data": 6.0, "grad": "?"},
    "v": {"parents": ["u"], "slopes": [12.0], "operation": "u²", "data": 36.0, "grad": 1.0},
    "y": {"parents": ["u", "v"], "slopes": [1.0, 1.0], "operation": "u + v", "data": 42.0},
}
order_graph["y"]["grad"] = 1.0
_ = draw_graph(order_graph, title="u must wait: one arrow from u leads through v")

# %% [markdown]
# The node $u$ would pass on $1 \cdot 3$ at once, before the contribution $12$ has arrived through
# $v$; $a$ would get 3 in place of $(1 + 12) \cdot 3 = 39$.
#
# An order in which every node stands after its parents is a **topological order**; backward walks
# it in reverse. There is a simple way to get one. A node can only be made after its parents, so
# **the order of making is topological**. `Value` numbers its objects as they are made: collect
# every node that the result depends on, each once, and sort by that number, latest first. It is why
# TensorFlow's tape is called a tape: it records operations as they run, and plays them backwards.
# (The textbooks' way is a depth-first search that lists a node after all its parents. It works as
# well; written as a function that calls itself, it runs into Python's recursion limit on long
# chains.)
#
# ### Exercise: scalar autograd (3 points)
#
# Complete `Value`. `__add__` is the pattern for the other operations; they take only what the
# docstring names. The lines under "given" make `2 * a`, `a - b` and `a / b` out of yours.


# %% nbgrader={"grade_id": "Value", "solution": true}
class Value:
    """A number that remembers how it was computed, so that derivatives can be taken.

    Parameters
    ----------
    data : number

    Attributes
    ----------
    data : number
    grad : number
        0 at first; after `y.backward()`, the derivative of y with respect to this value.

    Operations, each of which returns a new Value and changes none:
    a + b and a * b, where a or b may also be a plain number; a ** n for a plain number n (whole,
    negative or fractional); a.tanh() and a.relu(), whose slope at 0 is 0.

    Example
    -------
    a, b = Value(2.0), Value(-3.0)
    y = a * b + a * a makes y.data -2.0; after y.backward(),
    a.grad = b + 2 a = 1.0, b.grad = a = 2.0, y.grad = 1.0.
    """

    counter = itertools.count()

    def __init__(self, data, parents=(), slopes=(), operation=""):
        self.data = data
        self.grad = 0.0
        self.parents = parents  # the values that this one was computed from
        self.slopes = slopes  # its local derivative for each of them
        self.operation = operation  # a name for the drawing
        self.number = next(Value.counter)  # larger than those of its parents

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0), "+")

    def __mul__(self, other):
        ### BEGIN SOLUTION
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data), "×")
        ### END SOLUTION

    def __pow__(self, n):
        ### BEGIN SOLUTION
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),), f"^{n}")
        ### END SOLUTION

    def tanh(self):
        ### BEGIN SOLUTION
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,), "tanh")
        ### END SOLUTION

    def relu(self):
        ### BEGIN SOLUTION
        return Value(max(0.0, self.data), (self,), (float(self.data > 0),), "ReLU")
        ### END SOLUTION

    def backward(self):
        """Set `grad` of this value and of all that it depends on; what they held before is lost.

        A value that is used several times gets the sum over all paths. Calling backward again,
        here or on another result, gives the derivatives of that result alone.
        """
        ### BEGIN SOLUTION
        nodes, waiting = {self}, [self]
        while waiting:
            new = set(waiting.pop().parents) - nodes
            nodes |= new
            waiting.extend(new)
        for node in nodes:
            node.grad = 0.0
        self.grad = 1.0
        for node in sorted(nodes, key=lambda node: node.number, reverse=True):
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += slope * node.grad
        ### END SOLUTION

    # Given: what follows from + and *, and how a Value is printed.

    def __radd__(self, other):  # other + self, where other is a plain number
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * other**-1

    def __repr__(self):
        return f"Value(data={self.data:.4g}, grad={self.grad:.4g})"


# %% nbgrader={"grade_id": "Value-operations", "points": 1}
with check.visible("Value: each operation"):
    a_check, b_check = Value(2.0), Value(-3.0)
    for name_check, y_check, data_check in (
        ("a + b", a_check + b_check, -1.0),
        ("a * b", a_check * b_check, -6.0),
        ("a * 5", a_check * 5, 10.0),
        ("5 + a", 5 + a_check, 7.0),
        ("a ** 3", a_check**3, 8.0),
        ("b.tanh()", b_check.tanh(), math.tanh(-3)),
        ("a.relu()", a_check.relu(), 2.0),
        ("b.relu()", b_check.relu(), 0.0),
    ):
        check.close(
            getattr(y_check, "data", None),
            data_check,
            f"the data of {name_check} with a = 2 and b = −3",
            hint="the result is a new Value; an operation changes none of those that it takes",
        )
    check.close(a_check.data, 2.0, "the data of a afterwards", hint="an operation changed it")
    y_check = a_check * b_check
    y_check.backward()
    check.close(
        [a_check.grad, b_check.grad],
        [-3.0, 2.0],
        "the gradients of a and b in a * b",
        mistakes={
            "they are exchanged: the local derivative for a is the value of b": [2.0, -3.0],
            "a product is not a sum: its local derivatives are not 1": [1.0, 1.0],
            "nothing arrived: every parent's grad grows by slope times node.grad": [0.0, 0.0],
        },
    )
    a_check = Value(2.0)
    (a_check**3).backward()
    check.close(
        a_check.grad,
        12.0,
        "the gradient of a in a ** 3",
        mistakes={
            "the factor n is missing: the derivative is n uⁿ⁻¹": 4.0,
            "the exponent must go down by one: n uⁿ⁻¹": 24.0,
        },
    )
    a_check = Value(0.5)
    a_check.tanh().backward()
    check.close(
        a_check.grad,
        1 - math.tanh(0.5) ** 2,
        "the gradient of a in a.tanh(), a = 0.5",
        mistakes={
            "1 − u² takes the input; it is 1 − tanh(u)²": 0.75,
            "t (1 − t) is the slope of the sigmoid": math.tanh(0.5) * (1 - math.tanh(0.5)),
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("Value: each operation"):
    rng_check = np.random.default_rng(74)
    for _ in range(3):
        p_check, q_check = (float(v) for v in rng_check.uniform(0.3, 2.0, size=2))
        for name_check, make_check, data_check, grad_check in (
            ("a + number", lambda a, q: a + q, p_check + q_check, 1.0),
            ("number + a", lambda a, q: q + a, p_check + q_check, 1.0),
            ("a * number", lambda a, q: a * q, p_check * q_check, q_check),
            ("number * a", lambda a, q: q * a, p_check * q_check, q_check),
            ("a ** -1", lambda a, q: a**-1, 1 / p_check, -1 / p_check**2),
            ("a ** 0.5", lambda a, q: a**0.5, math.sqrt(p_check), 0.5 / math.sqrt(p_check)),
            ("a ** 1", lambda a, q: a**1, p_check, 1.0),
            ("a.tanh()", lambda a, q: a.tanh(), math.tanh(p_check), math.cosh(p_check) ** -2),
            ("a.relu(), a above 0", lambda a, q: a.relu(), p_check, 1.0),
        ):
            a_check = Value(p_check)
            y_check = make_check(a_check, q_check)
            check.close(
                getattr(y_check, "data", None), data_check, f"the data of {name_check}", atol=1e-6
            )
            y_check.backward()
            check.close(a_check.grad, grad_check, f"the gradient of a in {name_check}", atol=1e-6)
            check.close(a_check.data, p_check, "the data of a", hint="an operation changed it")
    for at_check, slope_check, where_check in (
        (-1.5, 0.0, "below 0"),
        (0.0, 0.0, "at 0"),
        (0.05, 1.0, "a little above 0"),
    ):
        a_check = Value(at_check)
        y_check = a_check.relu()
        y_check.backward()
        check.close(
            [y_check.data, a_check.grad],
            [at_check * slope_check, slope_check],
            f"value and slope of relu {where_check}",
            hint="the slope is 1 wherever the input is positive, and 0 elsewhere, at 0 as well",
        )
    a_check = Value(-2)
    y_check = a_check**3
    y_check.backward()
    check.close([y_check.data, a_check.grad], [-8, 12], "a ** 3 for a negative whole number")
    for n_check, slope_check in ((1, 1.0), (2, 0.0)):
        a_check = Value(0.0)
        y_check = a_check**n_check
        y_check.backward()
        check.close(
            [y_check.data, a_check.grad],
            [0.0, slope_check],
            "value and slope of a power of 0",
            hint="the slope is n uⁿ⁻¹: do not divide by u, nor take its logarithm",
        )

    def apart_check(x):
        """What a value holds after the result of each of its operations was given another number."""
        value = Value(x)
        for result in (value.relu(), value**1, value + 0, value * 1):
            result.data = -1.0
        return value.data

    check.close(
        check.there(apart_check, 2.0),
        2.0,
        "the data of a, when that of a.relu(), a ** 1, a + 0 and a * 1 is set to another number",
        hint="each operation returns a new Value, also where its number is the same",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "Value-chain", "points": 1}
with check.visible("Value: a chain of operations"):
    a_check, b_check, c_check = Value(2.0), Value(0.5), Value(math.log(2) - 1)
    check.close(a_check.grad, 0.0, "the grad of a new value")
    y_check = ((a_check * b_check + c_check).tanh() + -1.0) ** 2
    y_check.backward()
    check.close(
        [a_check.grad, b_check.grad, c_check.grad],
        [-0.256, -1.024, -0.512],
        "the gradients of a, b, c in (tanh(a b + c) − 1)²",
        hint="the same numbers as in the graph above, without the penalty",
        mistakes={
            "nothing arrived: walk on to the parents' parents, down to the leaves": [0, 0, 0],
        },
    )
    check.close(y_check.grad, 1.0, "the gradient of the result itself", hint="dy/dy is 1")
### BEGIN HIDDEN TESTS
with check.hidden("Value: a chain of operations"):
    rng_check = np.random.default_rng(75)
    for _ in range(4):
        at_check = rng_check.uniform(0.2, 1.2, size=3)
        a_check, b_check, c_check = leaves_check = [Value(float(v)) for v in at_check]
        (((a_check * b_check).tanh() * 3 + c_check**-2).relu() ** 1.5).backward()
        right_check = []
        for i_check in range(3):
            u_check, v_check, w_check = at_check + 1e-5 * np.eye(3)[i_check] * 1j
            inner_check = 3 * np.tanh(u_check * v_check) + w_check**-2
            right_check.append((inner_check**1.5).imag / 1e-5)  # complex step, exact to h²
        check.close(
            [leaf.grad for leaf in leaves_check],
            right_check,
            "the gradients of a longer chain",
            rtol=1e-5,
            atol=1e-6,
            hint="multiply every local derivative on the way, and visit all nodes",
        )
    a_check = Value(0.3)
    y_check = a_check
    for _ in range(100):
        y_check = y_check * 1.01
    y_check.backward()
    check.close(a_check.grad, 1.01**100, "the gradient at the start of a chain of 100", atol=1e-6)
    a_check, b_check = Value(1.5), Value(-0.5)
    y_check = (a_check * b_check).relu() + a_check * 0
    y_check.backward()
    check.close([a_check.grad, b_check.grad], [0, 0], "the gradients behind a ReLU that is off")
    a_check.backward()
    check.close(a_check.grad, 1.0, "the gradient of a value that depends on nothing", hint="is 1")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "Value-paths", "points": 1}
with check.visible("Value: values that are used more than once"):
    a_check, b_check = Value(2.0), Value(-3.0)
    y_check = a_check * b_check + a_check * a_check
    y_check.backward()
    check.close(
        a_check.grad,
        1.0,
        "the gradient of a in a * b + a * a",
        mistakes={
            "only one path is counted: add to grad with +=, do not replace it": -3.0,
            "only one path is counted: add to grad, do not replace it": 2.0,
            "one product is counted and the other lost: add to grad": 4.0,
        },
    )
    a_check = Value(3.0)
    (a_check * a_check).backward()
    check.close(
        a_check.grad,
        6.0,
        "the gradient of a in a * a",
        mistakes={"a is both parents: both contributions count, 2 a in all": 3.0},
    )
    a_check = Value(2.0)
    u_check = a_check * 3
    (u_check + u_check * u_check).backward()
    check.close(
        a_check.grad,
        39.0,
        "the gradient of a in u + u * u with u = 3 a",
        mistakes={
            "u passed its gradient on before all had arrived: wait for its users": 3.0,
            "u passed its gradient on several times, each time with the earlier still in it": 81.0,
            "only one path from u is counted: add to grad, do not replace it": 18.0,
        },
    )
    (a_check * 5).backward()
    check.close(
        a_check.grad,
        5.0,
        "the gradient of a after backward on another result, 5 a",
        mistakes={"the gradient of the earlier result is still in it: begin at 0": 44.0},
    )
### BEGIN HIDDEN TESTS
with check.hidden("Value: values that are used more than once"):
    order_check = "a node may pass its gradient on once, when all its users have passed on theirs"
    rng_check = np.random.default_rng(76)
    for _ in range(4):
        at_check = float(rng_check.uniform(0.3, 0.9))
        for make_check, f_check in (
            (lambda a, u, v: v * u + u, lambda t: (0.7 * t) ** 3 + 0.7 * t),
            (lambda a, u, v: u + v * v, lambda t: 0.7 * t + (0.7 * t) ** 4),
            (
                lambda a, u, v: ((v + u) * v) * (u * a),
                lambda t: ((0.7 * t) ** 4 + (0.7 * t) ** 3) * 0.7 * t * t,
            ),
        ):
            a_check = Value(at_check)
            u_check = a_check * 0.7
            make_check(a_check, u_check, u_check * u_check).backward()
            check.close(
                a_check.grad,
                f_check(at_check + 1e-5j).imag / 1e-5,
                "the gradient of a value that is used several times",
                rtol=1e-5,
                atol=1e-6,
                hint=order_check,
            )
    a_check = Value(1.0)
    y_check = a_check
    for _ in range(10):
        y_check = y_check + y_check
    y_check.backward()
    check.close(a_check.grad, 1024, "the gradient of a after ten doublings y = y + y")
    y_check.backward()
    check.close(
        [a_check.grad, y_check.grad],
        [1024, 1],
        "the gradients after backward was called twice",
        hint="set the gradients of all nodes to 0 first, those inside the graph too",
    )
    a_check, b_check = Value(2.0), Value(2.0)
    (a_check * a_check * 3 + b_check * b_check).backward()
    check.close(
        [a_check.grad, b_check.grad],
        [12, 4],
        "the gradients where different values hold the same number",
        hint="values that hold equal numbers are not the same value: tell nodes apart by identity",
    )
    u_check = a_check * b_check
    for y_check, right_check in ((u_check * 5, 10), (u_check + 1, 2), (u_check * u_check, 16)):
        y_check.backward()
        check.close(
            a_check.grad,
            right_check,
            "the gradient for each of several results of the same nodes",
            hint="set the gradients of all nodes to 0 first, those inside the graph too",
        )
### END HIDDEN TESTS

# %% [markdown]
# The neuron from above, as a `Value`: compare with the figure that you filled by hand.

# %%
x, w, b = Value(2.0), Value(0.5), Value(math.log(2) - 1)
loss = ((w * x + b).tanh() - 1.0) ** 2 + 0.1 * w**2
loss.backward()
_ = draw_graph(
    loss,
    labels=[(x, "x"), (w, "w"), (b, "b"), (loss, "L")],
    title="The same gradients, −0.256, −0.924 and −0.512, now found by backward()",
)

# %% [markdown]
# The machine cuts the computation finer (one box for each operation, and one for each constant) and
# arrives at the same numbers. It differentiates for the constants −1 and 0.1 too, which nobody
# asked; a library skips what is not watched. Next, TensorFlow's answer to the same question:

# %%
x_tf, w_tf, b_tf = (tf.Variable(v, dtype="float64") for v in (2.0, 0.5, math.log(2) - 1))
with tf.GradientTape() as tape:
    loss_tf = (tf.tanh(w_tf * x_tf + b_tf) - 1.0) ** 2 + 0.1 * w_tf**2
for value, gradient in zip((x, w, b), tape.gradient(loss_tf, [x_tf, w_tf, b_tf]), strict=True):
    print(f"Value {value.grad:.12f}   GradientTape {gradient.numpy():.12f}")

# %% [markdown]
# Twelve decimals agree, since both do the same: record the operations, then apply the chain rule
# backwards with the numbers at hand. This is **automatic differentiation** in **reverse mode**. It
# is neither symbolic (there is no formula for the derivative anywhere) nor numerical (nothing is
# nudged, and there is no step to choose). **Forward mode** exists too: it carries the derivatives
# with respect to *one* input along with the values. A loss has millions of inputs and is one number,
# so reverse mode, which treats all inputs of one result in a single walk, is what we want.
#
# ### It trains networks
#
# That class is enough to train the network for XOR that you built by hand in lesson 2. Mark the two
# halves of a step: **backpropagation computes gradients; the optimiser moves weights.** They are
# different things, and "the network is trained by backpropagation" leaves out the second.

# %%
rng = np.random.default_rng(1)
hidden = [[Value(float(v)) for v in rng.normal(size=3)] for _ in range(3)]  # w1, w2, b of each
output = [Value(float(v)) for v in rng.normal(size=4)]
parameters = [*itertools.chain(*hidden), *output]


def predict(x1, x2):
    layer = [(w1 * x1 + w2 * x2 + b).tanh() for w1, w2, b in hidden]
    return sum((v * a for v, a in zip(output, layer, strict=False)), start=output[3])


for step in range(301):
    loss = sum((predict(p, q) - (p ^ q)) ** 2 for p in (0, 1) for q in (0, 1)) * 0.25
    loss.backward()  # gradients ...
    for parameter in parameters:
        parameter.data -= 0.2 * parameter.grad  # ... and the step of gradient descent
    if step % 100 == 0:
        print(f"step {step:3}: loss {loss.data:.4f}")
print([round(predict(p, q).data, 2) for p in (0, 1) for q in (0, 1)], "for 00, 01, 10, 11")

# %% [markdown]
# After 200 steps the loss is 0 to four decimals, and the four outputs round to 0, 1, 1, 0. The
# weights that you chose by hand in lesson 2, or others as good, were found from four examples.
#
# ### Where the slogan is loose
#
# "Automatic differentiation is exact." At a kink it is not even defined. Take
# $f(u) = \mathrm{relu}(u) - \mathrm{relu}(-u)$: for positive $u$ this is $u - 0$, for negative
# $0 - (-u)$, so $f(u) = u$ everywhere, and its slope is 1 everywhere. **Predict** what backward
# says at $u = 0$.

# %%
u = Value(0.0)
(u.relu() - (-u).relu()).backward()
u_tf = tf.Variable(0.0)
with tf.GradientTape() as tape:
    f_tf = tf.nn.relu(u_tf) - tf.nn.relu(-u_tf)
print("Value:", u.grad, "  GradientTape:", tape.gradient(f_tf, u_tf).numpy())

# %% [markdown]
# Both say 0, and 0 is not the slope of $f$ anywhere. **ReLU has no derivative at 0**; the number
# used there is a convention (0, in TensorFlow as here), and the chain rule makes no promise about
# conventions. We train with it all the same: with weights drawn at random, a pre-activation is
# hardly ever exactly 0.
#
# **So what.** Autograd is bookkeeping: store what each operation's local derivative needs, walk
# back once. That is also its price. Everything the forward pass made must be kept until the walk is
# over, which is why training takes far more memory than prediction.

# %% [markdown]
# ## From numbers to matrices
#
# A `Value` for each of a million weights would be slow. Libraries make a node for each *array*, and
# a local rule for each array operation. The rules follow from two habits:
#
# 1. Write $\mathrm{d}Z$ for the gradient of the loss with respect to $Z$. **It has the shape of
#    $Z$**: each entry has its own derivative.
# 2. A rule takes the gradient that arrives at the output and returns the gradients of the inputs.
#
# ### A dense layer
#
# Let $Z = XW + \mathbf{b}$ for a batch of $m$ rows, with $n$ inputs and $k$ neurons, so that
# $Z_{ij} = \sum_l X_{il} W_{lj} + b_j$. The weight $W_{lj}$ enters $Z_{ij}$ with the factor $X_{il}$,
# for every row $i$: $m$ paths, over which to add. The same counting for $\mathbf{b}$ and $X$ gives
#
# $$\underbrace{\mathrm{d}W}_{n \times k} = \underbrace{X^\top}_{n \times m}
# \underbrace{\mathrm{d}Z}_{m \times k}, \qquad
# \underbrace{\mathrm{d}\mathbf{b}}_{k} = \sum_{i=1}^{m} \mathrm{d}Z_{i\cdot}, \qquad
# \underbrace{\mathrm{d}X}_{m \times n} = \underbrace{\mathrm{d}Z}_{m \times k}
# \underbrace{W^\top}_{k \times n}.$$
#
# You need not remember on which side the transpose stands: the shapes leave one way only. Look at
# the three of them for a layer of 3 inputs and 2 neurons, and a batch of 4:

# %%
X, W, dZ = np.ones((4, 3)), np.ones((3, 2)), np.ones((4, 2))
print("dW = Xᵀ dZ:     ", X.T.shape, "@", dZ.shape, "→", (X.T @ dZ).shape, "as W", W.shape)
print("db = sum of dZ: ", dZ.shape, "summed over rows →", dZ.sum(axis=0).shape)
print("dX = dZ Wᵀ:     ", dZ.shape, "@", W.T.shape, "→", (dZ @ W.T).shape, "as X", X.shape)

# %% [markdown]
# There is no $1/m$ here: if the loss is a mean over the batch, the factor is in $\mathrm{d}Z$
# already, and dividing again would make the gradient $m$ times too small.
#
# ### Exercise: backward through a dense layer (3 points)


# %% nbgrader={"grade_id": "dense_backward", "solution": true}
def dense_backward(dZ, X, W):
    """The gradients of a loss with respect to the inputs, weights and biases of Z = X W + b.

    Parameters
    ----------
    dZ : array of shape (m, k)
        The gradient of the loss with respect to Z; a mean over the batch is in it already.
    X : array of shape (m, n)
        What the layer received in the forward pass; m may be 1.
    W : array of shape (n, k)
        None of the three is changed.

    Returns
    -------
    dX : array of shape (m, n)
    dW : array of shape (n, k)
    db : array of shape (k,)
        In this order.

    Example
    -------
    dZ = [[1, 0],    X = [[1, 2],    W = [[5, 6],
          [0, 2]]         [3, 4]]         [7, 8]]
    gives dX = [[5, 7], [12, 16]], dW = [[1, 6], [2, 8]] and db = [1, 2].
    """
    ### BEGIN SOLUTION
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "dense_backward-weights", "points": 1}
dZ_check = np.array([[1.0, 0.0], [0.0, 2.0]])
X_check, W_check = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0, 6.0], [7.0, 8.0]])
with check.visible("dense_backward: dW"):
    with check.not_mutated(dZ=dZ_check, X=X_check, W=W_check):
        got_check = dense_backward(dZ_check, X_check, W_check)
    if check.that(
        type(got_check) in (tuple, list) and len(got_check) == 3,
        "dense_backward(dZ, X, W): returns three things, dX, dW and db",
    ):
        check.close(
            got_check[1],
            [[1, 6], [2, 8]],
            "the dW of the example",
            mistakes={
                "X is not transposed: entry (l, j) pairs column l of X with column j of dZ": [
                    [1, 4],
                    [3, 8],
                ],
                "dW is transposed: it has the shape of W": [[1, 2], [6, 8]],
                "it is divided by the number of rows: the mean is in dZ already": [
                    [0.5, 3],
                    [1, 4],
                ],
                "this is dX: the order is dX, dW, db": [[5, 7], [12, 16]],
            },
        )
        got_check = dense_backward(np.ones((4, 2)), np.ones((4, 3)), np.ones((3, 2)))
        check.shape(got_check[1], (3, 2), "dW for W of shape (3, 2)")
### BEGIN HIDDEN TESTS
with check.hidden("dense_backward: dW"):
    rng_check = np.random.default_rng(77)
    for m_check, n_check, k_check in ((5, 3, 2), (1, 4, 3), (6, 1, 1), (3, 3, 3)):
        X_check, W_check = rng_check.normal(size=(m_check, n_check)), np.ones((n_check, k_check))
        dZ_check = rng_check.normal(size=(m_check, k_check))
        with check.not_mutated(dZ=dZ_check, X=X_check, W=W_check):
            got_check = dense_backward(dZ_check, X_check, W_check)
        right_check = sum(np.multiply.outer(x, dz) for x, dz in zip(X_check, dZ_check, strict=True))
        check.close(
            got_check[1],
            right_check,
            "dW for other layers",
            rtol=1e-4,
            atol=1e-6,
            hint="each row of the batch adds its inputs times its gradients",
            mistakes={
                "it is divided by the number of rows: the mean is in dZ already": right_check
                / m_check
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "dense_backward-biases", "points": 1}
dZ_check = np.array([[1.0, 0.0], [0.0, 2.0]])
X_check, W_check = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0, 6.0], [7.0, 8.0]])
with check.visible("dense_backward: db"):
    check.close(
        dense_backward(dZ_check, X_check, W_check)[2],
        [1, 2],
        "the db of the example",
        mistakes={
            "this is the mean over the rows: every row adds its part, so sum": [0.5, 1],
            "keep no axis of the rows: db has the shape of b, (2,)": [[1, 2]],
            "this is dZ itself: b enters every row, so add over the rows": [[1, 0], [0, 2]],
            "all entries are added up: each neuron has a bias of its own": 3.0,
        },
    )
    check.close(
        dense_backward(
            np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.ones((3, 1)), np.ones((1, 2))
        )[2],
        [9, 12],
        "db for dZ = [[1, 2], [3, 4], [5, 6]]",
        mistakes={
            "this adds along the neurons: add over the rows": [3, 7, 11],
            "this is the mean over the rows: sum": [3, 4],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("dense_backward: db"):
    rng_check = np.random.default_rng(78)
    for m_check, k_check in ((1, 3), (5, 1), (7, 4), (4, 4)):
        dZ_check = rng_check.normal(size=(m_check, k_check))
        X_check, W_check = rng_check.normal(size=(m_check, 2)), rng_check.normal(size=(2, k_check))
        check.close(
            dense_backward(dZ_check, X_check, W_check)[2],
            [math.fsum(column) for column in dZ_check.T],
            "db for other layers",
            rtol=1e-4,
            atol=1e-6,
            hint="one number for each neuron: the sum of its column of dZ",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "dense_backward-inputs", "points": 1}
dZ_check = np.array([[1.0, 0.0], [0.0, 2.0]])
X_check, W_check = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0, 6.0], [7.0, 8.0]])
with check.visible("dense_backward: dX"):
    got_check = dense_backward(dZ_check, X_check, W_check)
    check.close(
        got_check[0],
        [[5, 7], [12, 16]],
        "the dX of the example",
        mistakes={
            "W is not transposed: entry (i, l) pairs row i of dZ with row l of W": [
                [5, 6],
                [14, 16],
            ],
            "this is dW: the order is dX, dW, db": [[1, 6], [2, 8]],
            "dX is transposed: it has the shape of X": [[5, 12], [7, 16]],
        },
    )
    got_check = dense_backward(np.ones((4, 2)), np.ones((4, 3)), np.ones((3, 2)))
    check.shape(got_check[0], (4, 3), "dX for X of shape (4, 3)")
### BEGIN HIDDEN TESTS
with check.hidden("dense_backward: dX"):
    rng_check = np.random.default_rng(79)
    for m_check, n_check, k_check in ((5, 3, 2), (1, 4, 3), (6, 1, 1), (3, 3, 3)):
        X_check = rng_check.normal(size=(m_check, n_check))
        W_check = rng_check.normal(size=(n_check, k_check))
        dZ_check = rng_check.normal(size=(m_check, k_check))
        right_check = np.zeros((m_check, n_check))  # the loss sum(dZ * Z) has the gradient dZ
        for i_check, l_check in np.ndindex(m_check, n_check):
            nudge_check = np.zeros((m_check, n_check))
            nudge_check[i_check, l_check] = 1.0
            right_check[i_check, l_check] = np.sum(dZ_check * (nudge_check @ W_check))
        check.close(
            dense_backward(dZ_check, X_check, W_check)[0],
            right_check,
            "dX for other layers",
            rtol=1e-4,
            atol=1e-6,
            hint="an input reaches the loss through every neuron: add over them",
        )
    got_check = dense_backward(np.array([[300.0]]), np.array([[2, 0]]), np.array([[1], [-5]]))
    for got, right_check in zip(got_check, ([[300, -1500]], [[600], [0]], [300]), strict=True):
        check.close(
            got,
            right_check,
            "a gradient that is large",
            hint="is the gradient as it is; to clip it is another task",
        )
    got_check = dense_backward(np.array([[0.5]]), np.array([[3, 1]]), np.array([[1], [-3]]))
    for got, right_check in zip(got_check, ([[0.5, -1.5]], [[1.5], [0.5]], [0.5]), strict=True):
        check.close(
            got,
            right_check,
            "a gradient where X and W hold whole numbers",
            hint="is no whole number: an array of the dtype of X or W cannot hold it",
        )
### END HIDDEN TESTS

# %% [markdown]
# ### ReLU
#
# An activation works on each entry alone, so there is one path and nothing to add:
#
# $$\mathrm{d}Z = \mathrm{d}A \odot f'(Z),$$
#
# where $A = f(Z)$ and $\odot$ multiplies entry by entry. For ReLU, $f'$ is 1 or 0: the gradient
# passes where $Z$ was positive and is stopped elsewhere. The gate is set by the **forward** value
# $Z$, whatever the sign of the gradient that arrives.
#
# ### Exercise: backward through ReLU (2 points)


# %% nbgrader={"grade_id": "relu_backward", "solution": true}
def relu_backward(dA, Z):
    """The gradient of a loss with respect to Z, where A = relu(Z).

    Parameters
    ----------
    dA : array of any shape
        The gradient of the loss with respect to A.
    Z : array of the same shape
        The input of ReLU in the forward pass. Neither array is changed.

    Returns
    -------
    dZ : array of the same shape
        dA where Z > 0, and 0 where Z <= 0 (by convention also where Z is 0).

    Example
    -------
    dA = [[5, -6, 7], [-8, 9, 3]] and Z = [[1, 2, -3], [-4, 0, 0.5]]
    give dZ = [[5, -6, 0], [0, 0, 3]].
    """
    ### BEGIN SOLUTION
    return np.where(Z > 0, dA, 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "relu_backward-values", "points": 1}
dA_check = np.array([[5.0, -6.0, 7.0], [-8.0, 9.0, 3.0]])
Z_check = np.array([[1.0, 2.0, -3.0], [-4.0, 0.0, 0.5]])
with check.visible("relu_backward: the example"):
    check.close(
        relu_backward(dA_check.copy(), Z_check.copy()),
        [[5, -6, 0], [0, 0, 3]],
        "relu_backward(dA, Z)",
        mistakes={
            "at Z = 0 the convention of this course is slope 0": [[5, -6, 0], [0, 9, 3]],
            "at Z = 0 the convention of this course is slope 0, not 1/2": [
                [5, -6, 0],
                [0, 4.5, 3],
            ],
            "the gate is the sign of Z, not that of the arriving gradient": [[5, 0, 7], [0, 9, 3]],
            "ReLU's value is no factor; its slope, 1 or 0, is": [[5, -12, 0], [0, 0, 1.5]],
            "this is the slope alone: multiply it by dA": [[1, 1, 0], [0, 0, 1]],
            "the gate is set by Z alone; negative gradients pass too": [[5, 0, 0], [0, 0, 3]],
            "the gate is the wrong way round: it is open where Z > 0": [[0, 0, 7], [-8, 9, 0]],
        },
        hint="the arriving gradient passes where Z > 0; compare, do not divide: Z may be 0",
    )
### BEGIN HIDDEN TESTS
with check.hidden("relu_backward: other arrays"):
    rng_check = np.random.default_rng(80)
    for shape_check in ((7,), (1, 1), (4, 5), (2, 3, 4)):
        Z_check = rng_check.uniform(0.1, 2, size=shape_check) * rng_check.choice(
            [-1.0, 1.0], size=shape_check
        )
        dA_check = rng_check.normal(size=shape_check)
        check.close(
            relu_backward(dA_check.copy(), Z_check.copy()),
            dA_check * (np.abs(Z_check + 0.01) - np.abs(Z_check - 0.01) + 0.02) / 0.04,
            "relu_backward for other arrays",
            rtol=1e-4,
            atol=1e-6,
            hint="the arriving gradient passes unchanged where Z > 0, and nowhere else",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "relu_backward-gate", "points": 1}
dA_check, Z_check = np.array([2.0, -3.0, 4.0]), np.array([-1.0, 2.0, 0.0])
with check.visible("relu_backward: its inputs"):
    with check.not_mutated(dA=dA_check, Z=Z_check):
        got_check = relu_backward(dA_check, Z_check)
    check.close(
        got_check,
        [0, -3, 0],
        "relu_backward([2, -3, 4], [-1, 2, 0])",
        hint="where Z is 2 the −3 passes, where Z is −1 or 0 nothing does",
    )
### BEGIN HIDDEN TESTS
with check.hidden("relu_backward: its inputs"):
    rng_check = np.random.default_rng(81)
    Z_check, dA_check = rng_check.normal(size=(2, 6, 3))
    Z_check[2] = 0.0
    with check.not_mutated(dA=dA_check, Z=Z_check):
        got_check = relu_backward(dA_check, Z_check)
    check.close(
        np.asarray(check.to_numpy(got_check)[0])[2],
        np.zeros(3),
        "relu_backward where Z is 0",
        hint="is 0 by convention",
    )
    check.close(
        relu_backward(np.array([1e30, -1e30, 1e-30]), np.array([1e-30, 1e30, -1e-30])),
        [1e30, -1e30, 0],
        "relu_backward for very large and very small numbers",
        hint="the gate is open or shut, nothing between",
    )
### END HIDDEN TESTS

# %% [markdown]
# ### The loss
#
# The last rule starts the walk. The network returns logits $Z$, one row for each instance and one
# column for each class; softmax makes probabilities $P$ of them, and the loss is the mean
# cross-entropy against the labels. Differentiating the two together, almost everything cancels
# (lesson 4 has the softmax; write $\log P_{ij} = Z_{ij} - \log \sum_l e^{Z_{il}}$ and take the
# derivative of each term):
#
# $$\mathrm{d}Z = \frac{1}{m}\,(P - Y), \qquad Y_{ij} = 1 \text{ if } j \text{ is the label of row }
# i, \text{ else } 0.$$
#
# Predicted minus wanted: probability on a wrong class pushes its logit down, probability that the
# right class still lacks pushes its logit up. An instance that is predicted with certainty and right
# sends nothing.
#
# ### Exercise: backward through softmax and cross-entropy (2 points)


# %% nbgrader={"grade_id": "softmax_cross_entropy_backward", "solution": true}
def softmax_cross_entropy_backward(logits, labels):
    """The gradient of the mean cross-entropy of softmax(logits), with respect to the logits.

    Parameters
    ----------
    logits : array of shape (m, k)
        From -1e4 to 1e4; no NaN may come of them. Not changed.
    labels : integer array of shape (m,)
        The right class of each row, from 0 to k - 1. Not changed.

    Returns
    -------
    array of shape (m, k)

    Example
    -------
    logits = [[ln 3, 0], [0, 0]] have the probabilities [[3/4, 1/4], [1/2, 1/2]];
    with labels = [0, 1] the gradient is [[-1/8, 1/8], [1/4, -1/4]].
    """
    ### BEGIN SOLUTION
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(logits.shape[1])[labels]
    return (P - Y) / len(labels)
    ### END SOLUTION


# %% nbgrader={"grade_id": "softmax_cross_entropy_backward-values", "points": 1}
logits_check = np.array([[math.log(3), 0.0], [0.0, 0.0]])
labels_check = np.array([0, 1])
with check.visible("softmax_cross_entropy_backward: the example"):
    with check.not_mutated(logits=logits_check, labels=labels_check):
        got_check = softmax_cross_entropy_backward(logits_check, labels_check)
    check.close(
        got_check,
        [[-0.125, 0.125], [0.25, -0.25]],
        "softmax_cross_entropy_backward(logits, labels)",
        mistakes={
            "this belongs to the sum of the losses: the mean divides by the number of rows": [
                [-0.25, 0.25],
                [0.5, -0.5],
            ],
            "the sign is wrong: predicted minus wanted": [[0.125, -0.125], [-0.25, 0.25]],
            "the labels are not subtracted: P − Y": [[0.375, 0.125], [0.25, 0.25]],
            "divided by all entries: the loss is a mean over rows": [
                [-0.0625, 0.0625],
                [0.125, -0.125],
            ],
            "softmax runs over the wrong axis: the classes are the columns": [
                [-0.125, 0.25],
                [0.125, -0.25],
            ],
            "the logits themselves are not probabilities: apply softmax": [
                [(math.log(3) - 1) / 2, 0.0],
                [0.0, -0.5],
            ],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("softmax_cross_entropy_backward: other logits"):
    rng_check = np.random.default_rng(82)
    for m_check, k_check in ((5, 3), (1, 4), (3, 2), (12, 10), (2, 2)):
        logits_check = rng_check.normal(scale=3, size=(m_check, k_check))
        labels_check = rng_check.integers(k_check, size=m_check)
        logits_tf = tf.Variable(logits_check)
        with tf.GradientTape() as tape_check:
            each_check = tf.nn.sparse_softmax_cross_entropy_with_logits(labels_check, logits_tf)
            mean_check = tf.reduce_mean(each_check)
        right_check = tape_check.gradient(mean_check, logits_tf).numpy()
        with check.not_mutated(logits=logits_check, labels=labels_check):
            got_check = softmax_cross_entropy_backward(logits_check, labels_check)
        check.close(
            got_check,
            right_check,
            "the gradient for other logits",
            rtol=1e-4,
            atol=1e-6,
            hint="it is (P − Y) / m, with softmax along each row",
            mistakes={
                "this belongs to the sum of the losses: the mean divides by the number of rows": (
                    right_check * m_check
                ),
                "the sign is wrong: predicted minus wanted": -right_check,
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "softmax_cross_entropy_backward-extremes", "points": 1}
with check.visible("softmax_cross_entropy_backward: large logits"):
    got_check = softmax_cross_entropy_backward(np.array([[1e4, 0.0], [0.0, 1e4]]), np.array([0, 0]))
    if check.finite(
        got_check,
        "the gradient for logits of 10,000",
        hint="subtract the largest logit of each row before exp",
    ):
        check.close(
            got_check,
            [[0, 0], [-0.5, 0.5]],
            "the gradient for [[1e4, 0], [0, 1e4]] with labels [0, 0]",
            hint="row 0 is right and certain and sends nothing; row 1 is wrong and certain",
        )
### BEGIN HIDDEN TESTS
with check.hidden("softmax_cross_entropy_backward: large logits"):
    overflow_check = (
        "subtract the largest logit of each row, not of the whole batch, before exp, and cut "
        "nothing off"
    )
    for logits_check, labels_check, right_check in (
        ([[-1e4, -1e4, -1e4]], [2], [[1 / 3, 1 / 3, -2 / 3]]),
        ([[1e4, 1e4]], [0], [[-0.5, 0.5]]),
        ([[1e4, 0.0], [-1e4, -1e4]], [1, 1], [[0.5, -0.5], [0.25, -0.25]]),
        ([[-800.0, 0.0], [800.0, 0.0]], [0, 0], [[-0.5, 0.5], [0.0, 0.0]]),
        ([[9000.0, 8999.0]], [1], [[1 / (1 + math.exp(-1)), -1 / (1 + math.exp(-1))]]),
        ([[-8999.0, -9000.0]], [0], [[-1 / (1 + math.e), 1 / (1 + math.e)]]),
    ):
        got_check = softmax_cross_entropy_backward(np.array(logits_check), np.array(labels_check))
        check.finite(got_check, "the gradient for extreme logits", hint=overflow_check)
        check.close(
            got_check,
            right_check,
            "the gradient for extreme logits",
            atol=1e-6,
            hint=overflow_check,
        )
### END HIDDEN TESTS

# %% [markdown]
# **So what.** Three rules, each one line of NumPy, are all that a network of dense layers needs. A
# library has a few hundred of them, one for each operation. It never forms the full matrix of all
# local derivatives (for a batch of 128 rows and a layer of 64 inputs and 64 outputs it would have 67
# million entries); each rule multiplies the arriving gradient by it in one go. The books call this a
# **vector-Jacobian product**.

# %% [markdown]
# ## The whole network
#
# A network of $D$ dense layers, ReLU between them, softmax cross-entropy at the end:
#
# - **forward**, layer 1 to $D$: keep what each layer received, $A_0 = X, A_1, \dots, A_{D-1}$;
# - **at the end**: $\mathrm{d}Z_D = (P - Y) / m$;
# - **backward**, layer $D$ to 1: with $A_{l-1}$ and $\mathrm{d}Z_l$ compute $\mathrm{d}W_l$ and
#   $\mathrm{d}\mathbf{b}_l$, send $\mathrm{d}A_{l-1} = \mathrm{d}Z_l W_l^\top$ on, and let it
#   through the gate: $\mathrm{d}Z_{l-1} = \mathrm{d}A_{l-1} \odot [Z_{l-1} > 0]$.
#
# Note what is used twice: $\mathrm{d}Z_l$, once for the weights of the layer and once to go on.
# And $A > 0$ exactly where $Z > 0$, so it suffices to keep the $A_l$.
#
# ### Exercise: backpropagation (3 points)
#
# Use NumPy. You may call your functions from above, or write their three lines again.


# %% nbgrader={"grade_id": "backpropagate", "solution": true}
def backpropagate(network, X, y):
    """The loss of a dense network on a batch, and its gradient with respect to every parameter.

    Parameters
    ----------
    network : list of (W, b)
        One pair for each layer, W of shape (n_in, n_out) and b of shape (n_out,), one layer or
        more. ReLU follows every layer but the last, whose outputs are the logits.
    X : array of shape (m, n), float32 or float64
    y : integer array of shape (m,)
        The right class of each row. Nothing is changed: to move weights is the optimiser's task.

    Returns
    -------
    loss : number
        The mean softmax cross-entropy (natural logarithm), finite for logits of up to ±1e4.
    gradients : list of (dW, db)
        In the order of the layers, with the shapes of W and b.

    Example
    -------
    One layer, W = [[ln 3, 0]], b = [0, 0], X = [[1]], y = [0]: the probabilities are 3/4 and 1/4,
    so loss = -ln 3/4 = 0.2877, dW = [[-1/4, 1/4]] and db = [-1/4, 1/4].
    """
    ### BEGIN SOLUTION
    received = [X]
    for W, b in network[:-1]:
        received.append(np.maximum(received[-1] @ W + b, 0))
    W, b = network[-1]
    logits = received[-1] @ W + b

    rows = np.arange(len(y))
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_P = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_P[rows, y].mean()

    dZ = np.exp(log_P)
    dZ[rows, y] -= 1
    dZ /= len(y)
    gradients = []
    for A, (W, _) in zip(reversed(received), reversed(network), strict=True):
        gradients.insert(0, (A.T @ dZ, dZ.sum(axis=0)))
        dZ = dZ @ W.T * (A > 0)  # into the layer before; of no use at the first
    return loss, gradients
    ### END SOLUTION


# %% nbgrader={"grade_id": "backpropagate-one_layer", "points": 1}
W_check, b_check = np.array([[math.log(3), 0.0]]), np.zeros(2)
with check.visible("backpropagate: one layer"):
    got_check = backpropagate([(W_check, b_check)], np.array([[1.0]]), np.array([0]))
    if check.that(
        type(got_check) in (tuple, list) and len(got_check) == 2,
        "backpropagate(network, X, y): returns two things, the loss and the list of gradients",
    ):
        check.close(
            got_check[0],
            -math.log(3 / 4),
            "the loss of the example",
            mistakes={
                "the sign is wrong: the loss is −log P": math.log(3 / 4),
                "the logarithm is missing": 3 / 4,
                "the natural logarithm is meant, not that to base 2": -math.log2(3 / 4),
                "this is the other class's: take the probability of the label": math.log(4),
            },
        )
        pairs_check = got_check[1]
        if check.that(
            type(pairs_check) in (list, tuple)
            and [type(pair) in (list, tuple) and len(pair) for pair in pairs_check] == [2],
            "the gradients of a network of one layer: should be a list of one pair (dW, db)",
        ):
            check.close(
                pairs_check[0][0],
                [[-0.25, 0.25]],
                "the dW of the example",
                mistakes={
                    "the sign is wrong: return the gradient; the optimiser subtracts it": [
                        [0.25, -0.25]
                    ],
                    "no step is taken here: return the gradient, not new weights": W_check
                    + [[0.25, -0.25]],
                },
            )
            check.close(pairs_check[0][1], [-0.25, 0.25], "the db of the example")
### BEGIN HIDDEN TESTS
with check.hidden("backpropagate: one layer"):
    rng_check = np.random.default_rng(83)
    for m_check, n_check, k_check in ((6, 4, 3), (1, 3, 5), (9, 1, 2)):
        X_check = rng_check.normal(size=(m_check, n_check))
        y_check = rng_check.integers(k_check, size=m_check)
        W_check = rng_check.normal(size=(n_check, k_check))
        b_check = rng_check.normal(size=k_check)
        W_tf, b_tf_check = tf.Variable(W_check), tf.Variable(b_check)
        with tf.GradientTape() as tape_check:
            loss_check = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(
                    y_check, tf.constant(X_check) @ W_tf + b_tf_check
                )
            )
        right_check = tape_check.gradient(loss_check, [W_tf, b_tf_check])
        with check.not_mutated(W=W_check, b=b_check, X=X_check, y=y_check):
            got_check = backpropagate([(W_check, b_check)], X_check, y_check)
        check.close(
            got_check[0],
            float(loss_check),
            "the loss on other batches",
            mistakes={"this is the sum of the losses: take the mean": float(loss_check) * m_check},
        )
        check.close(
            got_check[1][0][0],
            right_check[0].numpy(),
            "dW of the only layer",
            atol=1e-6,
            mistakes={
                "it belongs to the sum of the losses": right_check[0].numpy() * m_check,
                "it is divided by the number of rows twice": right_check[0].numpy() / m_check,
            },
        )
        check.close(got_check[1][0][1], right_check[1].numpy(), "db of the only layer", atol=1e-6)
    got_check = backpropagate(
        [(np.array([[1e4, -1e4]]), np.zeros(2))], np.array([[1.0], [-1.0]]), np.array([1, 1])
    )
    check.close(
        got_check[0], 1e4, "the loss for extreme logits", hint="log softmax without log of 0"
    )
    check.close(
        got_check[1][0][0],
        [[0.5, -0.5]],
        "dW for extreme logits",
        hint="subtract the largest logit before exp",
    )
    got_check = backpropagate(
        [(np.array([[1e4, 1e4]]), np.zeros(2))], np.array([[1.0], [-1.0]]), np.array([0, 0])
    )
    own_check = "subtract the largest logit of each row, not of the whole batch, before exp"
    if check.finite(got_check[0], "the loss of rows with logits far apart", hint=own_check):
        check.close(
            got_check[0], math.log(2), "the loss of rows with logits far apart", hint=own_check
        )
    check.close(got_check[1][0][1], [-0.5, 0.5], "db of rows with logits far apart", hint=own_check)
    got_check = backpropagate(
        [(np.array([[1.0]]), np.zeros(1)), (np.array([[1.0, -1.0]]), np.zeros(2))],
        np.array([[2.0]]),
        np.array([0]),
    )
    check.shape(got_check[1][0][1], (1,), "db of a layer of one neuron")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "backpropagate-two_layers", "points": 1}
X_check = np.array([[1.0, 2.0], [3.0, -1.0]])
network_check = [
    (np.array([[1.0, -1.0], [0.5, 1.0]]), np.array([0.0, -0.5])),
    (np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([0.5, 0.0])),
]
with check.visible("backpropagate: two layers"):
    with check.not_mutated(X=X_check, network=network_check):
        loss_check, pairs_check = backpropagate(network_check, X_check, np.array([1, 0]))
    check.that(
        type(pairs_check) in (list, tuple) and len(pairs_check) == 2,
        "the gradients of a network of two layers: should be a list of two pairs (dW, db)",
    )
    for number_check, (W_check, b_check) in enumerate(network_check):
        dW_check, db_check = pairs_check[number_check]
        check.shape(dW_check, W_check.shape, f"dW of layer {number_check + 1}")
        check.shape(db_check, b_check.shape, f"db of layer {number_check + 1}")
    # In row 1 neuron 2 of the hidden layer is off, so only row 0 counts for it.
    lost_check = 1 / (1 + math.exp(-3.0)) / 2  # half of what class 0 has too much in row 0
    kept_check = 1 / (1 + math.exp(3.0)) / 2  # half of what class 0 still lacks in row 1
    check.close(
        pairs_check[1][1],
        [lost_check - kept_check, kept_check - lost_check],
        "db of layer 2",
        hint="the column sums of (P − Y) / m",
    )
    check.close(
        pairs_check[0][1],
        [lost_check - kept_check, lost_check],
        "db of layer 1",
        mistakes={
            "the gate is missing: where Z of the hidden layer is below 0 nothing passes": [
                lost_check - kept_check,
                lost_check - kept_check,
            ],
        },
        hint="dZ of layer 1 is dZ of layer 2 times the transpose of W of layer 2, then the gate",
    )
### BEGIN HIDDEN TESTS
with check.hidden("backpropagate: two layers"):
    rng_check = np.random.default_rng(84)
    for m_check, sizes_check in ((5, (3, 4, 2)), (1, (4, 6, 3)), (8, (3, 3, 3))):
        X_check = rng_check.normal(size=(m_check, sizes_check[0]))
        y_check = rng_check.integers(sizes_check[-1], size=m_check)
        network_check = [
            (rng_check.normal(size=(n, k)), rng_check.normal(size=k))
            for n, k in itertools.pairwise(sizes_check)
        ]
        variables_check = [tf.Variable(part) for pair in network_check for part in pair]
        with tf.GradientTape() as tape_check:
            A_check = tf.nn.relu(tf.constant(X_check) @ variables_check[0] + variables_check[1])
            loss_check = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(
                    y_check, A_check @ variables_check[2] + variables_check[3]
                )
            )
        right_check = [part.numpy() for part in tape_check.gradient(loss_check, variables_check)]
        got_check = backpropagate(network_check, X_check, y_check)
        check.close(got_check[0], float(loss_check), "the loss of two layers", atol=1e-6)
        for number_check, parameter_check in enumerate(("dW", "db", "dW", "db")):
            check.close(
                got_check[1][number_check // 2][number_check % 2],
                right_check[number_check],
                f"{parameter_check} of layer {number_check // 2 + 1}, of two",
                rtol=1e-5,
                atol=1e-6,
                hint="layer 2 uses what it received, layer 1 what came back through W and the gate",
            )
    at_the_kink_check = [(np.zeros((1, 2)), np.zeros(2)), (np.eye(2), np.zeros(2))]
    _, gradients_check = backpropagate(at_the_kink_check, np.array([[1.0]]), np.array([0]))
    for part_check in gradients_check[0]:
        check.close(
            part_check,
            np.zeros(np.shape(part_check)),
            "the gradients of a layer whose sums Z are exactly 0",
            hint="the gate is open where Z > 0, so closed at 0",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "backpropagate-depth", "points": 1}
with check.visible("backpropagate: four layers against Keras, in float32"):
    rng_check = np.random.default_rng(85)
    widths_check = (6, 8, 7, 5, 3)
    network_check = [
        (
            rng_check.normal(0, math.sqrt(2 / n), size=(n, k)).astype("float32"),
            rng_check.normal(0, 0.1, size=k).astype("float32"),
        )
        for n, k in itertools.pairwise(widths_check)
    ]
    X_check = rng_check.normal(size=(10, 6)).astype("float32")
    y_check = rng_check.integers(3, size=10)
    model_check = keras.Sequential(
        [keras.Input((6,))]
        + [keras.layers.Dense(k, activation="relu") for k in (8, 7, 5)]
        + [keras.layers.Dense(3)]
    )
    model_check.set_weights([part for pair in network_check for part in pair])
    with tf.GradientTape() as tape_check:
        loss_check = tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(y_check, model_check(X_check))
        )
    right_check = tape_check.gradient(loss_check, model_check.trainable_variables)
    got_check = backpropagate(network_check, X_check, y_check)
    check.close(got_check[0], float(loss_check), "the loss", rtol=1e-5, atol=1e-6)
    for number_check in range(8):
        check.close(
            got_check[1][number_check // 2][number_check % 2],
            right_check[number_check].numpy(),
            f"{'db' if number_check % 2 else 'dW'} of layer {number_check // 2 + 1}",
            rtol=1e-4,
            atol=1e-5,
            hint="differs from GradientTape's",
        )
### BEGIN HIDDEN TESTS
with check.hidden("backpropagate: networks of any depth"):
    rng_check = np.random.default_rng(86)
    for m_check, sizes_check in ((7, (4, 5, 6, 3)), (1, (2, 3, 3, 3, 3, 2)), (4, (3,) * 7)):
        X_check = rng_check.normal(size=(m_check, sizes_check[0]))
        y_check = rng_check.integers(sizes_check[-1], size=m_check)
        network_check = [
            (rng_check.normal(0, math.sqrt(2 / n), size=(n, k)), rng_check.normal(0.2, 0.1, size=k))
            for n, k in itertools.pairwise(sizes_check)
        ]
        variables_check = [tf.Variable(part) for pair in network_check for part in pair]
        with tf.GradientTape() as tape_check:
            A_check = tf.constant(X_check)
            for number_check in range(0, len(variables_check), 2):
                if number_check:
                    A_check = tf.nn.relu(A_check)
                A_check = (
                    A_check @ variables_check[number_check] + variables_check[number_check + 1]
                )
            loss_check = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(y_check, A_check)
            )
        right_check = tape_check.gradient(loss_check, variables_check)
        with check.not_mutated(X=X_check, y=y_check, network=network_check):
            got_check = backpropagate(network_check, X_check, y_check)
        check.close(got_check[0], float(loss_check), "the loss of a deeper network", atol=1e-6)
        check.that(
            len(got_check[1]) == len(network_check),
            "the gradients of a deeper network: should be one pair for each layer",
        )
        for number_check, part_check in enumerate(right_check):
            check.close(
                got_check[1][number_check // 2][number_check % 2],
                part_check.numpy(),
                f"a gradient of a network of {len(network_check)} layers",
                rtol=1e-5,
                atol=1e-6,
                hint="go through the layers from the last to the first, whatever their number",
            )
### END HIDDEN TESTS

# %% [markdown]
# ### Your gradients against Keras
#
# Scikit-learn's digits are 1,797 images of 8 × 8 pixels, ten classes. Two networks 64 → 32 → 10
# begin with the same weights, see the same batches in the same order and take the same steps. One
# gets its gradients from `backpropagate`, the other is trained by Keras.

# %%
images, targets = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    images / 16, targets, test_size=450, random_state=7, stratify=targets
)
rng = np.random.default_rng(7)
start = [
    (rng.normal(0, np.sqrt(2 / n), (n, k)), np.zeros(k))
    for n, k in itertools.pairwise([64, 32, 10])
]
print(X_train.shape, X_test.shape, sum(W.size + b.size for W, b in start), "parameters")


# %%
def train(gradients_of, network, epochs=20, learning_rate=0.1, size=32):
    """Gradient descent in batches; returns the trained network and the loss of each epoch."""
    losses = []
    for _ in range(epochs):
        total = 0.0
        for i in range(0, len(X_train), size):
            loss, gradients = gradients_of(network, X_train[i : i + size], y_train[i : i + size])
            network = [
                (W - learning_rate * dW, b - learning_rate * db)
                for (W, b), (dW, db) in zip(network, gradients, strict=True)
            ]
            total += float(loss) * len(X_train[i : i + size])
        losses.append(total / len(X_train))
    return network, losses


def accuracy(network):
    """The share of right answers on the test set."""
    A = X_test
    for W, b in network[:-1]:
        A = np.maximum(A @ W + b, 0)
    W, b = network[-1]
    return np.mean((A @ W + b).argmax(axis=1) == y_test)


trained, losses = train(backpropagate, start)
print(f"yours: loss {losses[0]:.4f} → {losses[-1]:.4f}, test accuracy {accuracy(trained):.4f}")

# %%
twin = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(10)]
)
twin.set_weights([part for pair in start for part in pair])
twin.compile(
    optimizer=keras.optimizers.SGD(0.1),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = twin.fit(X_train, y_train, batch_size=32, epochs=20, shuffle=False, verbose=0)
theirs = twin.get_weights()
twin_network = [(theirs[0], theirs[1]), (theirs[2], theirs[3])]
losses_twin = history.history["loss"]
print(f"Keras: loss {losses_twin[0]:.4f} → {losses_twin[-1]:.4f}", end="")
print(f", test accuracy {accuracy(twin_network):.4f}")
mine = [part for pair in trained for part in pair]
apart = max(np.abs(p - q).max() for p, q in zip(mine, theirs, strict=True))
print("no weight differs by more than 0.0001:", bool(apart < 1e-4))

# %% [markdown]
# After 860 steps no weight differs by more than 0.0001, and both networks answer 96.89 % of the test
# images rightly. (The rest is rounding: Keras computes in 32-bit floats, NumPy here in 64.) There is
# nothing in a Keras training step that you have not written yourself.

# %% [markdown]
# ## Is the gradient right?
#
# **What went wrong in this run?** Three trainings from the same start. One uses your
# `backpropagate`, the others have one line changed. Judge by the curves alone which are broken,
# before you read the code.


# %%
def one_line_changed(network, X, y):
    loss, [first, (dW, db)] = backpropagate(network, X, y)
    return loss, [first, (dW, -db)]


def another_line_changed(network, X, y):
    loss, gradients = backpropagate(network, X, y)
    return loss, [(len(y) * dW, len(y) * db) for dW, db in gradients]


runs = {
    "A": train(backpropagate, start),
    "B": train(one_line_changed, start),
    "C": train(another_line_changed, start),
}

# %%
_, axes = plt.subplots()
for (name, (_, curve)), style in zip(runs.items(), ["-", "--", ":"], strict=True):
    axes.plot(range(1, 21), curve, style, label=f"run {name}")
axes.set(xlabel="epoch", ylabel="training loss", title="One of these runs fails. Are two right?")
axes.set_xticks([1, 5, 10, 15, 20])
_ = axes.legend()

# %%
for name, (network, curve) in runs.items():
    W, b = network[0]
    dead = np.all(X_train @ W + b <= 0, axis=0).sum()
    print(f"run {name}: final loss {curve[-1]:.4f}, test accuracy {accuracy(network):.4f}", end="")
    print(f", {dead} of 32 hidden neurons dead")

# %% [markdown]
# Run C stands still at 2.3365, a little worse than guessing ($\ln 10 = 2.3026$), with 10 % right. It
# forgot to divide by the batch size, so its gradients are 32 times too long, and its first steps
# threw every hidden neuron to the dead side of ReLU. Runs A and B lie on top of each other, and yet
# B is wrong: the gradient of its last ten biases has the wrong sign. The other 2,400 parameters make
# up for it; even the test accuracy is the same.
#
# **A falling loss does not prove that the gradient is right.** The errors that cost most are those
# that merely make a network a little worse, or slower, or fail on another data set. So a gradient
# that was derived by hand is compared with one that was not: the numerical gradient of lesson 5,
#
# $$n_i = \frac{f(x + h\,e_i) - f(x - h\,e_i)}{2h},$$
#
# where $e_i$ is 1 at entry $i$ and 0 elsewhere. With $g$ the gradient to be checked, the **relative
# error** is
#
# $$\frac{\lVert g - n \rVert}{\lVert g \rVert + \lVert n \rVert},$$
#
# the norm being the square root of the sum of the squares of all entries. It lies between 0 and 1
# whatever the units of $f$. With 64-bit floats and $h = 10^{-5}$, expect less than $10^{-7}$ for a
# right gradient; $10^{-2}$ or more is a mistake; what lies between wants a look.
#
# ### Exercise: gradient check (3 points)


# %% nbgrader={"grade_id": "gradient_check", "solution": true}
def gradient_check(f, grad, x, h=1e-5):
    """How far a gradient is from the numerical one: |g - n| / (|g| + |n|), with Euclidean norms.

    Parameters
    ----------
    f : function of an array of x's shape; returns a number
    grad : function of an array of x's shape; returns the gradient to check, an array of that shape
    x : array of any shape, also of integers or float32
        Where to compare. The numbers are converted to float64. x itself is not changed.
    h : number
        The step of the central differences.

    Returns
    -------
    number from 0 to 1
        0 where both gradients are 0 everywhere.

    Example
    -------
    f(x) = sum of x**2 at x = [1, 2] has the gradient [2, 4]. With grad(x) = 2 x the error is below
    1e-9; with grad(x) = x it is |[1, 2]| / (|[1, 2]| + |[2, 4]|) = 1/3.
    """
    ### BEGIN SOLUTION
    x = np.array(x, dtype="float64")  # a copy
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.asarray(grad(x))
    size = np.sqrt(np.sum(g**2)) + np.sqrt(np.sum(n**2))
    return float(np.sqrt(np.sum((g - n) ** 2)) / size) if size > 0 else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradient_check-right", "points": 1}
with check.visible("gradient_check: right gradients"):
    x_check = np.array([1.0, 2.0])
    with check.not_mutated(x=x_check):
        got_check = gradient_check(lambda x: np.sum(x**2), lambda x: 2 * x, x_check)
    if check.shape(got_check, (), "gradient_check(f, grad, x)"):
        check.close(
            got_check,
            0.0,
            "the error of grad(x) = 2 x for f(x) = sum of x²",
            atol=1e-9,
            hint="move one entry at a time, by h to both sides, with all others where they were",
        )
    check.close(
        gradient_check(lambda x: np.sum(x**3), lambda x: 3 * x**2, np.array([0.5, -0.3])),
        0.0,
        "the error of grad(x) = 3 x² for f(x) = sum of x³",
        atol=1e-7,
        hint="differences to one side are too coarse: step h to both sides, divide by 2 h",
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_check: right gradients"):
    rng_check = np.random.default_rng(87)
    for f_check, grad_check in (
        (lambda x: np.sum(np.sin(x)), np.cos),
        (lambda x: np.sum(np.exp(x)), np.exp),
        (lambda x: np.sum(x) ** 2, lambda x: 2 * np.sum(x) * np.ones_like(x)),
        (lambda x: float(np.sum(np.tanh(x) ** 3)), lambda x: 3 * np.tanh(x) ** 2 / np.cosh(x) ** 2),
    ):
        for shape_check in ((1,), (4,), (2, 3), (2, 1, 2)):
            x_check = rng_check.uniform(0.3, 1.2, size=shape_check)
            with check.not_mutated(x=x_check):
                got_check = gradient_check(f_check, grad_check, x_check)
            check.close(
                got_check,
                0.0,
                "the error of a right gradient",
                atol=1e-7,
                hint="use central differences, in float64, with one entry moved at a time",
            )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_check-wrong", "points": 1}
with check.visible("gradient_check: planted mistakes"):
    check.close(
        gradient_check(lambda x: np.sum(x**2), lambda x: x, np.array([1.0, 2.0])),
        1 / 3,
        "the error of grad(x) = x for f(x) = sum of x²",
        rtol=1e-4,
        mistakes={
            "this is divided by |n| alone, or the larger norm: divide by |g| + |n|": 0.5,
            "this is divided by |g| alone: divide by |g| + |n|": 1.0,
            "this is |g − n|, not yet divided": math.sqrt(5),
            "these are squares of norms: take the roots": 0.2,
        },
    )
    check.close(
        gradient_check(lambda x: np.sum(x**2), lambda x: -2 * x, np.array([1.0, 2.0])),
        1.0,
        "the error of grad(x) = −2 x for f(x) = sum of x²",
        rtol=1e-4,
        mistakes={
            "norms of the sizes hide a wrong sign: subtract the gradients, then take the norm": 0.0
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_check: planted mistakes"):
    rng_check = np.random.default_rng(88)
    x_check = rng_check.uniform(0.3, 1.2, size=(2, 3))
    exact_check = 3 * x_check**2
    for wrong_check in (
        lambda x: 3 * x**2 * np.array([[1, 1, 1], [1, 0, 1]]),
        lambda x: 2 * x**2,
        lambda x: 3 * x**2 + 0.01,
        lambda x: 3 * x**2 * np.array([[1, 1, 1], [1, 1, -1]]),
        lambda x: 3 * x[:, ::-1] ** 2,
        lambda x: 0 * x,
    ):
        claimed_check = wrong_check(x_check)
        below_check = math.hypot(*claimed_check.ravel()) + math.hypot(*exact_check.ravel())
        check.close(
            gradient_check(lambda x: np.sum(x**3), wrong_check, x_check),
            math.hypot(*(claimed_check - exact_check).ravel()) / below_check,
            "the error of a wrong gradient",
            rtol=1e-4,
            atol=1e-7,
            hint="is |g − n| / (|g| + |n|) over all entries together",
            mistakes={
                "it is divided by |n| alone": math.hypot(*(claimed_check - exact_check).ravel())
                / math.hypot(*exact_check.ravel()),
            },
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_check-edges", "points": 1}
with check.visible("gradient_check: zero gradients and whole numbers"):
    check.close(
        gradient_check(lambda x: 7.0, lambda x: 0 * x, np.array([1.0, 2.0])),
        0.0,
        "the error of the gradient 0 for a constant f",
        hint="0 / 0 is NaN: where both gradients are 0 they agree",
    )
    check.close(
        gradient_check(lambda x: np.sum(x**2), lambda x: 2 * x, np.array([3, 4])),
        0.0,
        "the error for x = np.array([3, 4]), which is of integers",
        atol=1e-8,
        mistakes={
            "an array of integers swallows the step h: convert x to float64": 1.0,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_check: edges"):
    x_check = np.array([[0.5, -1.5], [2.5, 0.25]], dtype="float32")
    with check.not_mutated(x=x_check):
        got_check = gradient_check(lambda x: np.sum(x**3), lambda x: 3 * x**2, x_check)
    check.close(
        got_check,
        0.0,
        "the error of a right gradient where x is float32",
        atol=1e-7,
        hint="convert x to float64, or rounding drowns the differences",
    )
    check.close(
        gradient_check(lambda x: x[0] ** 2, lambda x: np.array([2 * x[0], 0.0]), np.ones(2)),
        0.0,
        "the error where f does not depend on one of the entries",
        atol=1e-7,
    )
    check.close(
        gradient_check(lambda x: np.sum(x**2), lambda x: x + 1, np.zeros(3)),
        1.0,
        "the error where only the numerical gradient is 0",
        rtol=1e-4,
        hint="is 1",
    )
    for unit_check in (1e-9, 1e-3, 1e3):
        check.close(
            gradient_check(
                lambda x, unit=unit_check: unit * np.sum(x**2),
                lambda x, unit=unit_check: unit * x,
                np.array([1.0, 2.0]),
            ),
            1 / 3,
            "the error of a wrong gradient where f is measured in another unit",
            rtol=1e-4,
            hint="is the same in every unit: divide by |g| + |n| and by nothing else, and let only "
            "a sum that is exactly 0 count as agreement",
        )
    check.close(
        gradient_check(lambda x: np.sum(x**4), lambda x: 4 * x**3, np.array([1.0]), h=0.1),
        0.04 / 8.04,
        "the error of a right gradient for a coarse step",
        rtol=1e-3,
        hint="use the h that was passed in",
    )
    check.close(
        gradient_check(lambda x: np.sum(1 / x), lambda x: -(x**-2), np.array([2, 4])),
        0.0,
        "the error of a gradient that cannot be computed in integers",
        atol=1e-7,
        hint="f and grad are both given the float64 numbers",
    )
### END HIDDEN TESTS

# %% [markdown]
# Now put runs A and B to the test, at the start, for the last layer's biases:

# %%
(W_first, b_first), (W_last, b_last) = start


def loss_of_last_biases(b):
    return backpropagate([(W_first, b_first), (W_last, b)], X_train[:20], y_train[:20])[0]


for name, gradients_of in (("A", backpropagate), ("B", one_line_changed)):
    error = gradient_check(
        loss_of_last_biases,
        lambda b, gradients_of=gradients_of: gradients_of(
            [(W_first, b_first), (W_last, b)], X_train[:20], y_train[:20]
        )[1][1][1],
        b_last,
    )
    verdict = "below 1e-7" if error < 1e-7 else f"{error:.2f}"
    print(f"run {name}: relative error {verdict}")

# %% [markdown]
# The check needs one line to see what 20 epochs did not show.
#
# ### When the check is wrong
#
# The numerical gradient has errors of its own, of two kinds. A large $h$ sees the curvature of $f$:
# this error shrinks with $h^2$. A small $h$ subtracts two numbers that agree in almost all digits:
# the rounding error grows as $1/h$, and it depends on how many digits there are. **Predict** the
# shape of the curve, for 64-bit and for 32-bit floats.


# %%
def error_at(h, dtype):
    """The relative error of the central difference of exp at 1, computed in this dtype."""
    x, step = np.array(1, dtype), np.array(h, dtype)
    slope = (np.exp(x + step) - np.exp(x - step)) / (2 * step)
    return max(abs(float(slope) - math.e) / (abs(float(slope)) + math.e), 1e-13)


steps = 10.0 ** np.arange(-12, 0.1, 0.25)
_, axes = plt.subplots()
for dtype, style in (("float64", "-"), ("float32", "--")):
    axes.loglog(steps, [error_at(h, dtype) for h in steps], style, label=dtype)
axes.set(xlabel="step $h$", ylabel="relative error")
axes.set_title("Float32 never gets far below an error of one in a million")
_ = axes.legend()

# %%
for dtype in ("float64", "float32"):
    print(
        dtype, *(f"h = 1e{k}: {error_at(10.0**k, dtype):.0e}" for k in (-2, -3, -5, -8)), sep="   "
    )

# %% [markdown]
# In 64 bits the step $10^{-5}$ is near the bottom, with an error of about $10^{-11}$. In 32 bits the
# same step gives an error of 0.2 %, and no step gives one much below $10^{-6}$: a right gradient
# would fail the bound of $10^{-7}$ every time. At $h = 10^{-8}$ the numbers $1 + h$ and $1 - h$ are
# both stored as 1, the difference is 0 and the error 1. **Gradients are checked in float64**, also
# those of a network that is trained in float32.
#
# The second failure is a **kink**. If $x - h$ and $x + h$ lie on different sides of it, the
# difference mixes two slopes:

# %%
for at in (1.0, 2e-6, 0.0):
    error = gradient_check(
        lambda z: np.maximum(z, 0).sum(), lambda z: (z > 0).astype(float), np.array([at])
    )
    print(f"ReLU at {at:g}: relative error {error:.2g}")

# %% [markdown]
# At $2 \cdot 10^{-6}$ the gradient 1 is right, and the check objects (0.25) because the step of
# $10^{-5}$ crosses 0; at 0 itself, backpropagation's conventional 0 meets the mean of both slopes,
# 1/2, for an error of 1. So check at several random points, in float64, and if a few entries of a
# ReLU network disagree, make $h$ smaller before you suspect the code. And check a small network on a
# handful of rows: each parameter costs two forward passes.
#
# **So what.** Every gradient that is written by hand gets a numerical check before it is used; the
# check is never used for training.

# %% [markdown]
# ## What depth does to a gradient
#
# The gradient that reaches layer 1 of a deep network is a product with two factors for every layer
# that it came through: the slopes of the activation, and $W^\top$. If a layer shortens the gradient
# to a quarter, on average, then 20 of them leave $4^{-20} \approx 10^{-12}$ of it: the gradient
# **vanishes**, and the first layers learn nothing. If each layer makes it 5 times as long, it
# **explodes**.
#
# You can read the factor off the two parts. A sigmoid's slope is at most 1/4 (lesson 2). A matrix of
# width $n$ whose entries have the variance $\sigma^2$ makes a vector about $\sigma \sqrt{n}$ times
# as long. Glorot's and He's initialisation (lesson 5) choose $\sigma$ so that this factor, together
# with the activation, is about 1: Glorot's $\sigma = 1/\sqrt n$ is meant for an activation with slope
# about 1 near 0, such as tanh, He's $\sigma = \sqrt{2/n}$ for ReLU, which stops half of the signal.
#
# What actually happens is measured with one tape. Since the tape does for us now what you have
# written above, the last exercise is about Keras models: a tool for diagnosis that works on any of
# yours.
#
# ### Exercise: the gradient's length, layer by layer (2 points)


# %% nbgrader={"grade_id": "gradient_norms_by_depth", "solution": true}
def gradient_norms_by_depth(model, X, y, loss_fn):
    """The Euclidean norm of the loss's gradient with respect to each layer's kernel.

    Parameters
    ----------
    model : keras.Model
        Built; among model.layers there may be some without a kernel (dropout, flatten). It is
        called with training=False, and none of its weights moves.
    X : array of shape (m, ...)
        The inputs of one batch.
    y : array
        Its targets.
    loss_fn : function or Keras loss: loss_fn(y, outputs) gives one number

    Returns
    -------
    array or list of numbers, one for each layer with a kernel, first layer first
        The square root of the sum of the squares of the kernel's gradient; biases do not count.

    Example
    -------
    One linear Dense(1) with kernel [[1], [1]] and bias 0, X = [[3, 4]], y = [[6]] and the mean
    squared error: the output is 7, the kernel's gradient is 2 (7 - 6) [[3], [4]], so the result
    is [10].
    """
    ### BEGIN SOLUTION
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    return np.array([np.linalg.norm(g) for g in tape.gradient(loss, kernels)])
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradient_norms_by_depth-values", "points": 1}
with check.visible("gradient_norms_by_depth: one layer"):
    model_check = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model_check.set_weights([np.ones((2, 1)), np.zeros(1)])
    got_check = gradient_norms_by_depth(
        model_check,
        np.array([[3.0, 4.0]], dtype="float32"),
        np.array([[6.0]], dtype="float32"),
        keras.losses.MeanSquaredError(),
    )
    check.close(
        got_check,
        [10.0],
        "gradient_norms_by_depth for the example",
        rtol=1e-4,
        mistakes={
            "the bias has an entry too: kernels only": [10.0, 2.0],
            "kernel and bias are taken together: the kernel only": [math.sqrt(104)],
            "this is the square of the norm: take the root": [100.0],
            "this is the sum of the entries: square, add, take the root": [14.0],
            "this is the mean of the entries: square, add, take the root": [7.0],
            "this is the norm of the kernel, not of its gradient": [math.sqrt(2)],
            "the largest entry is not the norm": [8.0],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("gradient_norms_by_depth: several layers"):
    rng_check = np.random.default_rng(89)
    X_check = rng_check.normal(size=(6, 4)).astype("float32")
    y_check = rng_check.normal(size=(6, 2)).astype("float32")
    W1_check, W2_check, W3_check = (rng_check.normal(size=s) for s in ((4, 5), (5, 3), (3, 2)))
    model_check = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(5, activation="tanh"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(3),
            keras.layers.Dense(2),
        ]
    )
    before_check = [W1_check, np.zeros(5), W2_check, np.ones(3), W3_check, np.zeros(2)]
    model_check.set_weights(before_check)
    A_check = np.tanh(X_check @ W1_check)
    Z_check = A_check @ W2_check + 1
    dZ3_check = 2 * (Z_check @ W3_check - y_check) / y_check.size
    dZ2_check = dZ3_check @ W3_check.T
    dZ1_check = dZ2_check @ W2_check.T * (1 - A_check**2)
    right_check = [
        np.linalg.norm(X_check.T @ dZ1_check),
        np.linalg.norm(A_check.T @ dZ2_check),
        np.linalg.norm(Z_check.T @ dZ3_check),
    ]
    for _ in range(2):
        got_check = gradient_norms_by_depth(
            model_check, X_check, y_check, keras.losses.MeanSquaredError()
        )
        check.close(
            got_check,
            right_check,
            "gradient_norms_by_depth for three layers and dropout",
            rtol=1e-3,
            atol=1e-5,
            hint="one number for each kernel, first layer first, with training=False",
            mistakes={"the order is reversed: first layer first": right_check[::-1]},
        )
    for now_check, weight_check in zip(model_check.get_weights(), before_check, strict=True):
        check.close(now_check, weight_check, "a weight afterwards", hint="no weight may move")
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "gradient_norms_by_depth-deep", "points": 1}
with check.visible("gradient_norms_by_depth: six layers"):
    model_check = keras.Sequential(
        [keras.Input((1,))]
        + [
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer="ones", use_bias=False)
            for _ in range(5)
        ]
        + [keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)]
    )
    got_check = gradient_norms_by_depth(
        model_check,
        np.array([[0.5]], dtype="float32"),
        np.array([[0.0]], dtype="float32"),
        keras.losses.MeanSquaredError(),
    )
    right_check, A_check, slope_check = [], [0.5], []
    for _ in range(5):
        A_check.append(1 / (1 + math.exp(-A_check[-1])))
        slope_check.append(A_check[-1] * (1 - A_check[-1]))
    for number_check in range(6):
        right_check.append(
            2 * A_check[-1] * math.prod(slope_check[number_check:]) * A_check[number_check]
        )
    if check.shape(got_check, (6,), "gradient_norms_by_depth for six layers"):
        check.close(got_check, right_check, "the six norms", rtol=1e-4, atol=1e-7)
### BEGIN HIDDEN TESTS
with check.hidden("gradient_norms_by_depth: other losses and models"):
    rng_check = np.random.default_rng(90)
    model_check = keras.Sequential(
        [
            keras.Input((2, 1)),
            keras.layers.Conv1D(1, 1, use_bias=False),
            keras.layers.Flatten(),
            keras.layers.Dense(1, use_bias=False),
        ]
    )
    model_check.set_weights([np.array([[[2.0]]]), np.array([[1.0], [-3.0]])])
    check.close(
        gradient_norms_by_depth(  # outputs 2 (1 · 4 − 3 · 3) = −10
            model_check,
            np.array([[[4.0], [3.0]]], dtype="float32"),
            np.array([[2.0]], dtype="float32"),
            lambda y, outputs: tf.reduce_mean(y**2 * outputs),
        ),
        [20.0, 40.0],  # 2² · |4 − 9| and 2² · |2 · (4, 3)|
        "gradient_norms_by_depth with a loss in which targets and outputs play different parts",
        rtol=1e-4,
        mistakes={
            "targets and outputs are exchanged: loss_fn takes the targets first": [200.0, 400.0],
            "a layer with a kernel is left out: not only dense layers have one": [40.0],
        },
        hint="every layer with a kernel has an entry, whatever its kind",
    )
    for activation_check, f_check, slope_of_check in (
        ("relu", lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(float)),
        ("sigmoid", lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    ):
        inputs_check = keras.Input((3,))
        outputs_check = inputs_check
        for _ in range(8):
            outputs_check = keras.layers.Dense(3, activation=activation_check)(outputs_check)
        model_check = keras.Model(inputs_check, keras.layers.Dense(2)(outputs_check))
        kernels_check = [rng_check.normal(0, 0.8, size=(3, 3)) for _ in range(8)]
        kernels_check.append(rng_check.normal(size=(3, 2)))
        biases_check = [np.full(3, 0.3)] * 8 + [np.zeros(2)]
        model_check.set_weights(
            [part for pair in zip(kernels_check, biases_check, strict=True) for part in pair]
        )
        X_check = rng_check.uniform(0, 1, size=(7, 3)).astype("float32")
        y_check = rng_check.integers(2, size=7)
        A_check, Z_check = [X_check.astype(float)], []
        for W_check, b_check in zip(kernels_check, biases_check, strict=True):
            Z_check.append(A_check[-1] @ W_check + b_check)
            A_check.append(f_check(Z_check[-1]))
        e_check = np.exp(Z_check[-1] - Z_check[-1].max(axis=1, keepdims=True))
        dZ_check = (e_check / e_check.sum(axis=1, keepdims=True) - np.eye(2)[y_check]) / 7
        right_check = []
        for number_check in reversed(range(9)):
            right_check.append(np.linalg.norm(A_check[number_check].T @ dZ_check))
            if number_check:
                dZ_check = dZ_check @ kernels_check[number_check].T
                dZ_check = dZ_check * slope_of_check(Z_check[number_check - 1])
        check.close(
            gradient_norms_by_depth(
                model_check,
                X_check,
                y_check,
                keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            ),
            right_check[::-1],
            f"gradient_norms_by_depth for nine layers with {activation_check}",
            rtol=1e-3,
            atol=1e-9,
            hint="use the loss that was given, and one entry for each kernel",
        )
### END HIDDEN TESTS

# %% [markdown]
# Now measure: 20 hidden layers of 64 units on 256 digits, before any training. **Predict** for each
# of the six lines of the figure: does it fall towards the first layer, rise, or stay level?


# %%
def deep_network(activation, initialiser, layers=20):
    """A network 64 → 64 → ... → 10; `initialiser` makes a Keras initialiser from a seed."""
    hidden = [
        keras.layers.Dense(64, activation=activation, kernel_initializer=initialiser(seed))
        for seed in range(layers)
    ]
    last = keras.layers.Dense(10, kernel_initializer=initialiser(layers))
    return keras.Sequential([keras.Input((64,)), *hidden, last])


initialisers = {
    "unit Gaussian": lambda seed: keras.initializers.RandomNormal(stddev=1.0, seed=seed),
    "Glorot": lambda seed: keras.initializers.GlorotNormal(seed=seed),
    "He": lambda seed: keras.initializers.HeNormal(seed=seed),
}
scaled = ((X_train - X_train.mean()) / X_train.std()).astype("float32")
scaled_test = ((X_test - X_train.mean()) / X_train.std()).astype("float32")
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

norms = {}
for activation, name in itertools.product(("sigmoid", "relu"), initialisers):
    model = deep_network(activation, initialisers[name])
    norms[activation, name] = gradient_norms_by_depth(
        model, scaled[:256], y_train[:256], cross_entropy
    )

# %%
_, panels = plt.subplots(1, 2, figsize=(10, 4.2), sharex=True)
titles = {"sigmoid": "Sigmoid: vanishes backwards", "relu": "ReLU: only He keeps the scale"}
for axes, activation in zip(panels, titles, strict=True):
    for name, style in zip(initialisers, ("o:", "s--", "^-"), strict=True):
        axes.semilogy(range(1, 22), norms[activation, name], style, markersize=4, label=name)
    axes.set(xlabel="layer (1 is next to the input)", title=titles[activation])
    axes.set_xticks([1, 5, 10, 15, 21])
panels[0].set_ylabel("norm of the gradient of $W$")
_ = panels[1].legend(loc="center right")

# %%
for (activation, name), norm in norms.items():
    print(f"{activation:8}{name:14} layer 1: {norm[0]:8.1e}   layer 21: {norm[-1]:8.1e}")

# %% [markdown]
# On the left, look at the slope of the lines. With Glorot's start the gradient is about 4 times
# shorter with every layer, as the sigmoid's 1/4 lets expect: $6.7 \cdot 10^{-13}$ arrives at layer 1,
# against 1.5 at the top. He's factor $\sqrt2$ a layer is too little help. Unit Gaussian weights hold
# the gradient up better here, from 4.4 to 0.12: matrices that make a vector 8 times as long happen
# to make up for saturated sigmoids at this width of 64. It is no remedy, as the right side shows.
#
# On the right, look at the *height* of the lines; all three are level. With ReLU, a matrix that is 5
# times too large makes the gradient explode on its way down, and the activations on their way up.
# A kernel's gradient $A^\top \mathrm{d}Z$ is the product of both, and each layer has gained in one
# factor what it lost in the other. With unit Gaussian weights it is about $10^{15}$ for every layer:
# any learning rate that suits a first step would be absurd. With Glorot's it is a few
# ten-thousandths, since ReLU halves a signal's mean square at every layer; with He's, made for ReLU,
# about 0.4, a number to work with.
#
# Does it matter? Five epochs for a network of each kind:


# %%
def accuracy_after_training(activation, name):
    """The test accuracy of a deep network after five epochs of gradient descent with momentum."""
    keras.utils.set_random_seed(7)
    model = deep_network(activation, initialisers[name])
    optimizer = keras.optimizers.SGD(0.001, momentum=0.9, clipnorm=1.0)
    model.compile(optimizer=optimizer, loss=cross_entropy)
    model.fit(scaled, y_train, batch_size=32, epochs=5, verbose=0)
    return np.mean(np.argmax(model(scaled_test), axis=1) == y_test)


print(f"sigmoid, Glorot: {accuracy_after_training('sigmoid', 'Glorot'):.2f}")

# %%
print(f"ReLU, Glorot: {accuracy_after_training('relu', 'Glorot'):.2f}")

# %%
print(f"ReLU, He: {accuracy_after_training('relu', 'He'):.2f}")

# %% [markdown]
# The sigmoid network guesses: one in ten is right. The ReLU network from Glorot's start has not begun
# to learn either. The same network from He's start is right for about three images in four. Nothing
# differs between the last two but a factor of $\sqrt2$ in the random weights of every layer. (More
# depth is not better here: after 20 epochs the network with one hidden layer was right for 97 %.)
#
# **So what.** Look at the gradients before you look for a better optimiser. What helps: ReLU and its
# kin with He's initialisation, tanh with Glorot's; normalising activations and adding shortcuts
# around layers (lesson 8); gates in recurrent networks, where the depth is the length of the
# sequence (lesson 9); clipping against explosion (lesson 6).

# %% [markdown]
# ## Closing
#
# | term | meaning |
# | --- | --- |
# | partial derivative, gradient | how fast the result changes with one number; all of them together |
# | chain rule | multiply local derivatives along a path, add over paths |
# | computation graph; parents | a node for each number or array; what it was computed from |
# | forward pass, backward pass | values from inputs to loss; gradients from loss to inputs |
# | topological order | every node after its parents; backward walks it in reverse |
# | backpropagation | the backward pass through a network: every gradient in one walk |
# | automatic differentiation, reverse mode | recording operations and walking back; what a tape does |
# | vector-Jacobian product | a local rule for arrays: gradient of the output in, of the inputs out |
# | gradient check, relative error | comparison with central differences, in float64 |
# | vanishing, exploding gradient | its norm shrinks, or grows, by a factor with every layer |
#
# **The three mistakes people make most**
#
# 1. *Replacing where one must add.* A value that is used twice gets two contributions, and a bias
#    one from every row. Assignment in place of `+=`, or a missing sum, loses all but one.
# 2. *The mean taken twice, or never.* The factor $1/m$ belongs to the loss and enters once, at the
#    start of the backward pass.
# 3. *Trusting a falling loss.* Run B was wrong and fell as fast as run A. Check the gradient.
#
# **Where to read on**
#
# - David Rumelhart, Geoffrey Hinton and Ronald Williams, "Learning representations by
#   back-propagating errors" (1986): four pages that made the method known.
# - Michael Nielsen, *Neural Networks and Deep Learning* (2015), chapter 2: backpropagation derived
#   slowly, with all indices.
# - Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016), section 6.5: the
#   general algorithm on graphs.
# - Atılım Güneş Baydin and others, "Automatic Differentiation in Machine Learning: a Survey" (2018):
#   forward and reverse mode, and a history that is older than neural networks.
# - Xavier Glorot and Yoshua Bengio, "Understanding the difficulty of training deep feedforward
#   neural networks" (2010): the figure above, and the initialisation.
# - Kaiming He and others, "Delving Deep into Rectifiers" (2015): the factor 2 for ReLU.
#
# In lesson 8 the layers learn to see: convolution has a backward rule too, and the tape knows it.

"""One test cell, two ways to run it: in one process and in the two rooms, with the same verdict.

Each row is an answer, as a student may write it, and a test cell. `judged_here` runs both in one
namespace, as a student's own kernel does; `judged_there` through a warm parent.
"""

import contextlib
import io
import warnings

import nbformat
import pytest
from conftest import REPOSITORY

from course.grading.jail import Limits, find_bwrap
from course.grading.rooms import WarmParent, make_job
from course.grading.rooms.stand_ins import Maker, is_class, library_class
from course.grading.wire import Handle, WireError

SETUP = """
import collections, dataclasses, datetime, enum, functools, inspect, math, types
import collections.abc
import keras
import numpy as np
import pandas as pd
import tensorflow as tf
from course import check

def use_helper():
    return helper_target()
"""

CLASSES = {
    "a right number": (
        """
def double(x):
    return 2 * x
""",
        "check.equal(double(2), 4)",
    ),
    "a wrong number": (
        """
def double(x):
    return 3 * x
""",
        "check.equal(double(2), 4)",
    ),
    "a class with operators": (
        """
class Value:
    'A number.'

    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return Value(self.v + (o.v if isinstance(o, Value) else o))
    __radd__ = __add__

    def __mul__(self, o):
        return Value(self.v * (o.v if isinstance(o, Value) else o))
    __rmul__ = __mul__

    def __lt__(self, o):
        return self.v < o.v

    def __eq__(self, o):
        return isinstance(o, Value) and o.v == self.v

    def __hash__(self):
        return hash(self.v)

    def __repr__(self):
        return f'Value({self.v})'

    def __neg__(self):
        return Value(-self.v)
""",
        """
v = Value(3)
check.that(isinstance(v, Value), 'i')
check.that(type(v) is Value, 't')
check.equal(v.__class__.__name__, 'Value')
check.equal(type(v).__name__, 'Value')
check.equal([(2 * v).v, (v + 2).v, sum([v, v]).v, (-v).v], [6, 5, 6, -3])
check.that(Value(3) == Value(3), 'e')
check.equal(len({Value(1), Value(1), Value(2)}), 2)
check.equal([x.v for x in sorted([Value(3), Value(1)])], [1, 3])
check.equal([x.v for x in sorted([Value(3), Value(1)], key=lambda x: -x.v)], [3, 1])
check.equal(repr(v), 'Value(3)')
check.instance(v, Value)
check.equal(Value.__doc__, 'A number.')
check.equal(list(inspect.signature(Value).parameters), ['v'])
check.that(v is v, 'is')
check.that(Value is type(v), 'x')
""",
    ),
    "a subclass": (
        """
class A:
    pass

class B(A):
    pass

def make():
    return B()
""",
        """
b = make()
check.instance(b, A)
check.instance(b, B)
check.that(issubclass(B, A), 'sub')
check.that(not issubclass(A, B), 'sub')
check.that(isinstance(b, A) and (not isinstance(A(), B)), 'x')
check.that(hasattr(b, '__class__') and (not hasattr(b, 'foo')), 'h')
b.foo = 3
check.equal(b.foo, 3)
del b.foo
check.that(not hasattr(b, 'foo'), 'd')
check.equal(B.__bases__[0] is A, True)
""",
    ),
    "a subclassed model": (
        """
class SimpleMLP(keras.Model):

    def __init__(self, units=3, **k):
        super().__init__(**k)
        self.units = units
        self.d = keras.layers.Dense(units)

    def call(self, x):
        return self.d(x)

    def get_config(self):
        return {**super().get_config(), 'units': self.units}
""",
        """
m = SimpleMLP(4)
check.instance(m, keras.Model)
check.that(isinstance(m, keras.layers.Layer), 'l')
check.that(issubclass(SimpleMLP, keras.Model), 's')
y = m(np.ones((2, 3)))
check.shape(y, (2, 4))
check.parameters(m, 16)
check.equal(SimpleMLP.from_config(m.get_config()).units, 4)
w = [np.full_like(w, 0.5) for w in m.get_weights()]
m.set_weights(w)
check.close(m(np.ones((1, 3))), np.full((1, 4), 2.0))
m.compile('sgd', 'mse')
h = m.fit(np.ones((8, 3)), np.ones((8, 4)), verbose=0)
check.instance(h, keras.callbacks.History)
check.that('loss' in h.history, 'loss')
""",
    ),
    "a function's signature": (
        """
def f(x, y=2, *, z: int=3) -> float:
    'Doc.'
    return x
""",
        """
s = inspect.signature(f)
check.equal(str(s), '(x, y=2, *, z: int = 3) -> float')
check.equal([f.__name__, f.__doc__], ['f', 'Doc.'])
check.that(callable(f) and inspect.isfunction(f) and isinstance(f, types.FunctionType), 'c')
check.callable_(f, 'f')
""",
    ),
    "a generator": (
        """
def g(n):
    for i in range(n):
        yield (i * i)
""",
        """
it = g(3)
check.that(isinstance(it, types.GeneratorType), 'g')
check.that(isinstance(it, collections.abc.Iterator), 'i')
check.equal(next(it), 0)
check.equal(list(it), [1, 4])
check.raises(StopIteration, next, it)
check.instance(it, types.GeneratorType)
""",
    ),
    "dataclass, named tuple and enum": (
        """
@dataclasses.dataclass
class P:
    x: int
    y: int = 2
N = collections.namedtuple('N', 'a b')

class Color(enum.Enum):
    RED = 1
    BLUE = 2
""",
        """
p = P(1)
check.equal([p.x, p.y], [1, 2])
check.that(p == P(1, 2), 'eq')
check.that(dataclasses.is_dataclass(p), 'dc')
n = N(1, 2)
a, b = n
check.equal([a, b, n.a, n[1], len(n)], [1, 2, 1, 2, 2])
check.that(isinstance(n, tuple), 't')
check.equal([c.name for c in Color], ['RED', 'BLUE'])
check.that(Color.RED is Color(1), 'is')
check.equal(Color['BLUE'].value, 2)
check.that(isinstance(Color.RED, Color) and isinstance(Color.RED, enum.Enum), 'en')
""",
    ),
    "an exception of one's own": (
        """
class NoSuch(KeyError):
    pass

def f():
    raise NoSuch('gone')
""",
        """
check.raises(NoSuch, f)
check.raises(KeyError, f, says='gone')
try:
    f()
except NoSuch as e:
    check.that(isinstance(e, LookupError), 'l')
""",
    ),
    "exceptions of libraries": (
        """
def f(a):
    return np.linalg.inv(a)

def g():
    return tf.constant([1.0]) + tf.constant([1.0, 2.0, 3.0])[:2] @ tf.constant([1.0])
""",
        """
check.raises(np.linalg.LinAlgError, f, np.zeros((2, 2)))
check.raises(tf.errors.InvalidArgumentError, g)
""",
    ),
}

ARGUMENTS = {
    "a view of an array": (
        """
def f(x):
    x *= 2
    return x
""",
        """
x = np.ones(4)
y = f(x[1:3])
check.close(x, [1, 2, 2, 1])
""",
    ),
    "a change before an exception": (
        """
def f(x):
    x.append(1)
    raise ValueError('no')
""",
        """
x = []
check.raises(ValueError, f, x)
check.equal(x, [1])
""",
    ),
    "one list as two arguments": (
        """
def f(a, b):
    a.append(1)
    return b
""",
        """
x = []
check.equal(f(x, x), [1])
check.that(f(x, x) is x, 'i')
""",
    ),
    "the order of a dict": (
        """
def f(d):
    d['z'] = 1
    d['a'] = d.pop('a')
    return d
""",
        """
d = {'a': 1, 'b': 2}
f(d)
check.equal(list(d), ['b', 'z', 'a'])
""",
    ),
    "a deque": (
        """
def f(d):
    d.append(5)
""",
        """
d = collections.deque([1, 2], maxlen=2)
f(d)
check.equal(list(d), [2, 5])
""",
    ),
    "a defaultdict": (
        """
def f(d):
    d['x'].append(5)
""",
        """
d = collections.defaultdict(list)
f(d)
check.equal(d['x'], [5])
""",
    ),
    "an OrderedDict": (
        """
def f(d):
    d.move_to_end('a')
""",
        """
d = collections.OrderedDict(a=1, b=2)
f(d)
check.equal(list(d), ['b', 'a'])
""",
    ),
    "a dataclass of the test's": (
        """
def f(d):
    d.x += 1
    d.items.append(d.x)
""",
        """
@dataclasses.dataclass
class D:
    x: int
    items: list
d = D(1, [])
l = d.items
f(d)
check.equal([d.x, d.items], [2, [2]])
check.that(d.items is l, 'i')
""",
    ),
    "a table": (
        """
def f(t):
    t['c'] = t['a'] * 2
    t.drop(columns='a', inplace=True)
""",
        """
t = pd.DataFrame({'a': [1, 2]})
f(t)
check.equal(list(t.columns), ['c'])
check.equal(t['c'].tolist(), [2, 4])
""",
    ),
    "a column": (
        """
def f(t):
    t.iloc[0] = 9
""",
        """
t = pd.Series([1, 2])
f(t)
check.equal(t.tolist(), [9, 2])
""",
    ),
    "variables": (
        """
def f(v):
    v.assign_add(1.0)
""",
        """
v = tf.Variable(1.0)
f(v)
check.close(v, 2.0)
w = keras.Variable(1.0)
v = [w]
f(v[0])
check.close(w, 2.0)
""",
    ),
    "a model compiled and trained there": (
        """
def f(m, X, y):
    m.compile('adam', 'mse')
    m.fit(X, y, verbose=0)
""",
        """
m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
w = m.get_weights()[0]
f(m, np.ones((4, 2)), np.ones(4))
check.that(not np.array_equal(w, m.get_weights()[0]), 'w')
check.that(m.compiled, 'c')
check.equal(int(m.optimizer.iterations), 1)
m.evaluate(np.ones((4, 2)), np.ones(4), verbose=0)
""",
    ),
    "a model and a layer built there": (
        """
def f(m):
    m(np.ones((2, 3)))
""",
        """
m = keras.Sequential([keras.layers.Dense(2)])
f(m)
check.that(m.built, 'b')
check.equal(len(m.weights), 2)
l = keras.layers.Dense(2)
f(l)
check.that(l.built, 'lb')
check.shape(l.kernel, (3, 2))
""",
    ),
    "a model inside a list": (
        """
def f(ms):
    ms[0]['m'].trainable = False
    ms[0]['m'].set_weights([np.ones((2, 1)), np.ones(1)])
""",
        """
m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
f([{'m': m}])
check.that(not m.trainable, 't')
check.close(m.get_weights()[1], [1])
""",
    ),
    "a custom step with an optimizer": (
        """
def step(m, o, X, y):
    with tf.GradientTape() as t:
        l = tf.reduce_mean((m(X)[:, 0] - y) ** 2)
    g = t.gradient(l, m.trainable_variables)
    o.apply_gradients(zip(g, m.trainable_variables))
    return l
""",
        """
m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
o = keras.optimizers.SGD(0.1, momentum=0.9)
w = m.get_weights()[0]
step(m, o, np.ones((4, 2), 'float32'), np.ones(4, 'float32'))
check.that(not np.array_equal(w, m.get_weights()[0]), 'w')
check.equal(int(o.iterations), 1)
step(m, o, np.ones((4, 2), 'float32'), np.ones(4, 'float32'))
check.equal(int(o.iterations), 2)
""",
    ),
    "an argument handed to a callback": (
        """
def f(g, x):
    g(x)
    return list(x)
""",
        """
seen = []

def g(x):
    seen.append(x)
    x.append(7)
x = [1]
check.equal(f(g, x), [1, 7])
check.equal(x, [1, 7])
check.that(seen[0] is x, 'same')
""",
    ),
    "a random generator": (
        """
def f(rng):
    return rng.random()
""",
        """
r, s = (np.random.default_rng(1), np.random.default_rng(1))
check.close(f(r), s.random())
check.close(f(r), s.random())
check.close(r.random(), s.random())
""",
    ),
    "iterators": (
        """
def f(it):
    return [next(it), next(it)]
""",
        """
it = iter([1, 2, 3])
check.equal(f(it), [1, 2])
check.equal(next(it), 3)

def gen():
    yield 5
    yield 6
check.equal(f(gen()), [5, 6])
""",
    ),
    "a read-only array": (
        """
def f(a):
    a[0] = 5
    return a[1]
""",
        """
x = np.zeros(3)
check.close(f(x), 0.0)
check.close(x, [5, 0, 0])
x.flags.writeable = False
check.raises(ValueError, f, x)
""",
    ),
    "a view and its base": (
        """
def f(a, b):
    a += 1
    return b.sum()
""",
        """
x = np.zeros(3)
check.close(f(x, x[:2]), 2.0)
""",
    ),
    "a new shape": (
        """
def f(a):
    a.shape = (2, 2)
""",
        """
x = np.zeros(4)
f(x)
check.shape(x, (2, 2))
""",
    ),
    "a metric": (
        """
def f(m):
    m.update_state([1.0], [0.0])
""",
        """
m = keras.metrics.MeanSquaredError()
f(m)
check.close(float(m.result()), 1.0)
""",
    ),
    "arguments inside each other": (
        """
def f(x):
    x[0].append(x[1])
    return x
""",
        """
x = [[], {}]
f(x)
check.that(x[0][0] is x[1], 'alias')
""",
    ),
    "attributes that are arrays": (
        """
class Net:

    def __init__(self):
        self.W = np.zeros(2)

    def step(self):
        self.W = self.W + 1
""",
        """
n = Net()
n.step()
check.close(n.W, [1, 1])
n.W = np.array([5.0, 5.0])
n.step()
check.close(n.W, [6, 6])
n.W += 1
check.close(n.W, [7, 7])
""",
    ),
    "a set": (
        """
def f(s):
    s.add(3)
    s.discard(1)
""",
        """
s = {1, 2}
f(s)
check.that(s == {2, 3}, 's')
""",
    ),
    "a callback of Keras": (
        """
def f(model, callback, X, y):
    model.fit(X, y, epochs=2, verbose=0, callbacks=[callback])
""",
        """
class Spy(keras.callbacks.Callback):

    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs['loss'])
m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
m.compile('sgd', 'mse')
s = Spy()
f(m, s, np.ones((4, 2)), np.ones(4))
check.equal(len(s.losses), 2)
""",
    ),
}

NAMES = {
    "names bound in every way": (
        """
try:
    inside = 1
except Exception:
    pass
for i in range(2):
    loop = i
with open('/dev/null') as fh:
    within = 3
t1, (t2, *t3) = (1, (2, 3))
if (wal := 5):
    pass
import math as mm

def g():
    global gl
    gl = 8
g()
""",
        """
bound = [inside, loop, within, t1, t2, t3, wal, gl]
check.equal(bound, [1, 1, 3, 1, 2, [3], 5, 8])
check.equal(mm.sqrt(4), 2.0)
""",
    ),
    "names read by helpers and globals()": (
        """
def helper_target():
    return 3
""",
        """
check.equal(use_helper(), 3)
check.equal(globals()['helper_target'](), 3)
check.that('helper_target' in globals() and 'nope' not in globals(), 'g')
check.equal(globals().get('nope', 1), 1)
""",
    ),
    "a name that is not defined": (
        "x = 1",
        "check.equal(undefined_name, 1)",
    ),
    "a name of Python's own": (
        """
def round(x):
    return 42
""",
        "check.equal(round(1.5), 42)",
    ),
    "a custom layer and check.there": (
        """
class ScaledDense(keras.layers.Layer):

    def __init__(self, units, **k):
        super().__init__(**k)
        self.units = units

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer='ones', name='w')
        self.s = self.add_weight(shape=(), initializer='ones', trainable=False, name='s')

    def call(self, x):
        return self.s * (x @ self.w)
""",
        """
l = ScaledDense(3)
y = l(np.ones((2, 4), 'float32'))
check.close(y, np.full((2, 3), 4.0))
check.equal(len(l.trainable_weights), 1)
check.equal([tuple(w.shape) for w in l.weights], [(4, 3), ()])

def trained(X, y):
    m = keras.Sequential([keras.Input((4,)), ScaledDense(1)])
    m.compile('sgd', 'mse')
    m.fit(X, y, verbose=0)
    return m.get_weights()
w = check.there(trained, np.ones((4, 4)), np.ones((4, 1)))
check.shape(w[0], (4, 1))

def grad(x):
    layer = ScaledDense(2)
    with tf.GradientTape() as t:
        t.watch(x)
        y = tf.reduce_sum(layer(x))
    return t.gradient(y, x)
check.close(check.there(grad, tf.ones((1, 3))), [[2, 2, 2]])
""",
    ),
    "functions of the test's": (
        """
def f(g, x):
    return g(g(x))
""",
        """
check.equal(f(lambda z: z + 1, 2), 4)
table = {2: 5, 5: 9}
check.equal(f(lambda z: table[z], 2), 9)
check.equal(f(table.get, 2), 9)
""",
    ),
    "a numerical gradient": (
        """
def numgrad(f, x, h=1e-06):
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        o = x[i]
        x[i] = o + h
        a = f(x)
        x[i] = o - h
        b = f(x)
        x[i] = o
        g[i] = (a - b) / (2 * h)
    return g
""",
        """
A = np.array([[2.0, 0], [0, 3]])
x = np.ones(2)
check.close(numgrad(lambda x: float(x @ A @ x), x), [4, 6], rtol=0.0001)
check.close(x, [1, 1])
""",
    ),
    "a gradient of the test's function": (
        """
def gradient_of(f, x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = f(x)
    return t.gradient(y, x)
""",
        """
check.close(gradient_of(lambda x: tf.reduce_sum(x ** 2), tf.constant([1.0, 2.0])), [2, 4])
check.that(gradient_of(lambda x: tf.constant(1.0), tf.constant([1.0])) is None, 'none')
""",
    ),
    "a compiled function": (
        """
@tf.function
def step(x):
    return x * 2
""",
        """
check.close(step(tf.constant([1.0])), [2])
check.that(hasattr(step, 'get_concrete_function'), 'h')
""",
    ),
}

# What a function returns, and a test of it.
VALUES = {
    "float('inf')": """
check.that(f() == math.inf, 'i')
check.that(np.isinf(f()), 'i')
""",
    "float('nan')": "check.that(math.isnan(f()), 'n')",
    "-0.0": "check.equal(math.copysign(1, f()), -1.0)",
    "1+2j": "check.that(f() == 1 + 2j, 'c')",
    "2**100": "check.equal(f(), 2 ** 100)",
    "b'ab\\0'": "check.equal(f(), b'ab\\x00')",
    "'\\ud800'": "check.that(f() == chr(55296), 's')",
    "datetime.datetime(2020, 1, 2, 3)": """
check.that(f() == datetime.datetime(2020, 1, 2, 3), 'd')
check.that(isinstance(f(), datetime.date), 'i')
check.equal((f() - datetime.datetime(2020, 1, 1)).days, 1)
""",
    "range(3)": """
check.that(f() == range(3), 'r')
check.equal(list(f()), [0, 1, 2])
""",
    "slice(1, None)": "check.equal([1, 2, 3][f()], [2, 3])",
    "Ellipsis": "check.that(f() is ..., 'e')",
    "np.dtype('float32')": "check.that(f() == np.float32, 'd')",
    "np.float32": "check.that(f() is np.float32, 'd')",
    "tf.float32": "check.that(f() == tf.float32, 'd')",
    "tf.ragged.constant([[1, 2], [3]])": """
check.equal(f().to_list(), [[1, 2], [3]])
check.instance(f(), tf.RaggedTensor)
""",
    "tf.sparse.from_dense([[0, 1]])": "check.close(tf.sparse.to_dense(f()), [[0, 1]])",
    "tf.constant(['a', 'b'])": "check.equal(f().numpy().tolist(), [b'a', b'b'])",
    "tf.constant([1.5], tf.bfloat16)": "check.that(f().dtype == tf.bfloat16, 'd')",
    "np.float16(1.5)": "check.that(f().dtype == np.float16, 'd')",
    "np.array(3.0)": """
check.shape(f(), ())
check.close(f(), 3.0)
""",
    "np.asfortranarray(np.arange(6.0).reshape(2, 3))": "check.close(f(), [[0, 1, 2], [3, 4, 5]])",
    "np.array([(1, 2.0)], dtype=[('a', 'i4'), ('b', 'f8')])": """
check.equal(f()['a'].tolist(), [1])
check.close(f()['b'], [2.0])
""",
    "np.ma.masked_array([1.0, 2.0], [True, False])": """
check.that(isinstance(f(), np.ma.MaskedArray), 'm')
check.close(float(f().sum()), 2.0)
""",
    "pd.Series(['a', 'b'], dtype='category')": "check.equal(list(f().cat.categories), ['a', 'b'])",
    "pd.Series([1, None], dtype='Int64')": """
check.equal(int(f().sum()), 1)
check.that(f().isna().tolist() == [False, True], 'na')
""",
    "pd.Series([1, 2], index=pd.MultiIndex.from_tuples([('a', 1), ('b', 2)]))": """
check.equal(int(f()['b', 2]), 2)
check.equal(len(f()), 2)
check.close(np.asarray(f()), [1, 2])
""",
    "keras.losses.Huber(0.5)": """
check.close(float(f()(np.zeros(2), np.ones(2))), 0.375)
check.instance(f(), keras.losses.Loss)
""",
    "keras.optimizers.Adam(0.25)": """
check.instance(f(), keras.optimizers.Adam)
check.close(float(f().learning_rate), 0.25)
m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
m.compile(f(), 'mse')
m.fit(np.ones((2, 1)), np.ones(2), verbose=0)
""",
    "keras.metrics.MeanSquaredError()": """
m = f()
m.update_state(np.zeros(2), np.ones(2))
check.close(float(m.result()), 1.0)
""",
    "keras.initializers.HeNormal(seed=1)": "check.shape(f()((2, 3)), (2, 3))",
    "keras.regularizers.L2(0.1)": "check.close(float(f()(np.ones(2))), 0.2)",
    "keras.activations.relu": """
check.that(f() is keras.activations.relu, 'r')
check.close(f()(np.array([-1.0, 2.0])), [0, 2])
""",
    "keras.layers.Dense": """
check.that(f() is keras.layers.Dense, 'r')
check.that(issubclass(f(), keras.layers.Layer), 's')
""",
    "ValueError": "check.that(f() is ValueError, 'r')",
    "ValueError('no')": """
check.that(isinstance(f(), ValueError), 'r')
check.equal(f().args, ('no',))
""",
    "keras.Variable([1.0, 2.0])": "check.close(f(), [1, 2])",
    "keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]).layers": """
check.equal(len(f()), 1)
check.that(isinstance(f(), list), 'l')
""",
    "tf.data.Dataset.from_tensor_slices(np.arange(4)).batch(2)": """
check.instance(f(), tf.data.Dataset)
check.equal([b.numpy().tolist() for b in f()], [[0, 1], [2, 3]])
check.equal(len(f()), 2)
check.equal([b.numpy().tolist() for b in f().take(1)], [[0, 1]])
check.equal(len(list(f().as_numpy_iterator())), 2)
""",
    "(n * n for n in range(3))": """
g = f()
check.equal(next(g), 0)
check.equal(list(g), [1, 4])
""",
    "zip([1], [2])": "check.equal(list(f()), [(1, 2)])",
    "map(str, [1])": "check.equal(list(f()), ['1'])",
    "lambda y: lambda z: x + y + z": """
check.equal(f(1)(2)(3), 6)
check.equal(f().__name__, '<lambda>')
""",
    "{'a': 1}.keys()": """
check.equal(sorted(f()), ['a'])
check.that('a' in f(), 'in')
""",
    "collections.OrderedDict(b=1, a=2)": """
check.equal(list(f()), ['b', 'a'])
check.that(isinstance(f(), dict), 'd')
""",
    "collections.Counter('aab')": """
check.that(f() == {'a': 2, 'b': 1}, 'c')
check.equal(f().most_common(1), [('a', 2)])
check.equal(f()['z'], 0)
""",
    "collections.defaultdict(list, {1: [2]})": """
check.equal(f()[5], [])
check.equal(f()[1], [2])
""",
    "collections.deque([1, 2], maxlen=2)": """
check.equal(list(f()), [1, 2])
check.equal(f().maxlen, 2)
""",
    "{1: np.ones(2), 'k': [tf.ones(1)]}": """
check.close(f()[1], [1, 1])
check.close(f()['k'][0], [1])
""",
    "{frozenset({1}), (1, 2)}": "check.that(f() == {frozenset({1}), (1, 2)}, 's')",
    "None": "check.that(f() is None, 'n')",
    "print": """
check.callable_(f(), 'f')
check.that(not isinstance(f(), type), 'c')
""",
    "functools.partial(max, 3)": """
check.equal(f()(5), 5)
check.equal(f().args, (3,))
check.that(isinstance(f(), functools.partial), 'p')
""",
    "[].append": """
f()(1)
check.that(callable(f()), 'c')
""",
    "open('/dev/null')": "check.equal(f().read(), '')",
    "np.random.default_rng(0)": "check.close(f().random(), np.random.default_rng(0).random())",
    "iter([1, 2])": "check.equal(list(f()), [1, 2])",
    "pd.DataFrame({'a': [1, 2], 'b': ['x', None]})": """
check.equal(f()['a'].tolist(), [1, 2])
check.that(f()['b'].isna().tolist() == [False, True], 'n')
""",
    "pd.NA": "check.that(f() is pd.NA, 'na')",
    "[1, [2, (3, {'a': {4}})]]": "check.equal(f(), [1, [2, (3, {'a': {4}})]])",
    "math": "check.equal(f().sqrt(4), 2.0)",
}

CLASSES["an object of many special methods"] = (
    """
class Node:

    def __init__(self, v):
        self.v, self.next = (v, None)

    def __getattr__(self, name):
        if name.startswith('get_'):
            return lambda: name
        raise AttributeError(name)

    @property
    def twice(self):
        return 2 * self.v

    @staticmethod
    def s(x):
        return x

    @classmethod
    def c(cls, x):
        return cls(x)

    def __enter__(self):
        self.v += 1
        return self

    def __exit__(self, *a):
        self.v += 10
        self.seen = a[0]
        return a[0] is ValueError

    def __contains__(self, x):
        return x == self.v

    def __getitem__(self, k):
        return (self.v, k)

    def __len__(self):
        return 7

    def __call__(self, *a, **k):
        return (a, k)

    def __float__(self):
        return float(self.v)

    def __iadd__(self, x):
        self.v += x
        return self

    def __bool__(self):
        return self.v > 0
""",
    """
a, b = (Node(1), Node(2))
a.next, b.next = (b, a)
check.that(a.next.next is a, 'cycle')
check.equal(a.get_x(), 'get_x')
check.that(not hasattr(a, 'other'), 'h')
check.equal(a.twice, 2)
check.equal(Node.s(3), 3)
check.equal(Node.c(4).v, 4)
with Node(1) as n:
    check.equal(n.v, 2)
check.equal(n.v, 12)
with n:
    raise ValueError('x')
check.equal(n.v, 23)
check.that(23 in n and 5 not in n, 'in')
check.that(n[1:2] == (23, slice(1, 2)), 'sl')
check.equal(len(n), 7)
check.that(n(1, k=2) == ((1,), {'k': 2}), 'call')
check.close(float(n), 23.0)
m = n
n += 2
check.that(m is n, 'iadd')
check.equal(n.v, 25)
check.that(bool(n) and (not Node(-1)), 'bool')
method = n.c
check.equal(method(3).v, 3)
check.equal(sorted(vars(b)), ['next', 'v'])
""",
)
RIGHT = {
    **CLASSES,
    **ARGUMENTS,
    **NAMES,
    **{f"{value}": (f"def f(x=0):\n    return {value}", test) for value, test in VALUES.items()},
}
WRONG = ("a wrong number", "a name that is not defined")

# What a test cannot ask of a stand-in: it fails, and its author reads what to do instead.
UNSUPPORTED = {
    "a student's layer in the test's model": (
        "class Double(keras.layers.Layer):\n    def call(self, x):\n        return 2 * x",
        "keras.Sequential([keras.Input((2,)), Double()])",
        "check.there",
    ),
    "a student's layer under the test's tape": (
        "class Double(keras.layers.Layer):\n    def call(self, x):\n        return 2 * x",
        "x = tf.Variable([1.0])\nwith tf.GradientTape() as tape:\n    y = Double()(x)",
        "check.there",
    ),
    "a student's function under the test's tape": (
        "def double(x):\n    return 2 * x",
        "x = tf.constant([1.0])\nwith tf.GradientTape() as tape:\n    tape.watch(x)\n"
        "    y = double(x)",
        "check.there",
    ),
    "a callback that is differentiated": (
        "def slope(f, x):\n    with tf.GradientTape() as tape:\n        tape.watch(x)\n"
        "        y = f(x)\n    return tape.gradient(y, x)",
        "table = [3.0]\nslope(lambda x: table[0] * x, tf.constant(1.0))",
        "reads more than its arguments",
    ),
    "a class that reads the test's tables": (
        "def call(f):\n    return f(1)",
        "table = [3.0]\nclass Oracle:\n    def __call__(self, x):\n        return table[0]\n"
        "call(Oracle())",
        "reads what the student's code must not see",
    ),
    "check.there of a function that reads a table": (
        "def one():\n    return 1",
        "table = [3.0]\ncheck.there(lambda: table[0])",
        "reads nothing but its arguments",
    ),
    "a value that is too large": (
        "big = list(range(2_000_000))",
        "len(big)",
        "your `big` is too large",
    ),
}

# What a student may try, and tests that it must not pass.
LIES = {
    "equal to everything": (
        "class Yes:\n    def __eq__(self, other): return True\n"
        "    def __ne__(self, other): return False\ndef f(x=0): return Yes()",
        ("assert f() == 4", "assert not f() != 4", "check.equal(f(), 4)", "assert f() in [4]"),
    ),
    "below every bound": (
        "class Low(float):\n    def __lt__(self, other): return True\n"
        "    def __float__(self): return 0.0\ndef f(x=0): return Low(9.0)",
        ("assert f() < 0.1", "check.close(f(), 0.0)", "assert 0.1 > f()"),
    ),
    "an array that is none": (
        "class Fake(np.ndarray):\n    def __eq__(self, other): return np.ones(2, bool)\n"
        "def f(x=0): return np.zeros(2).view(Fake)",
        ("check.close(f(), [1, 1])", "assert np.all(f() == np.ones(2))"),
    ),
    "special methods of the wrong type": (
        "class Odd:\n    def __len__(self): return 'three'\n    def __bool__(self): return self\n"
        "    def __iter__(self): return 7\n    def __contains__(self, x): raise KeyError\n"
        "    def __float__(self): return self\n    def __index__(self): return 2.5\n"
        "def f(x=0): return Odd()",
        (*("len(f())", "bool(f())", "list(f())", "3 in f()", "float(f())", "range(f())"),),
    ),
    "a model in name alone": (
        "class Empty(keras.Model):\n    def __init__(self): pass\n"
        "    def predict(self, *a, **k): return self\ndef f(x=0): return Empty.__new__(Empty)",
        ("check.instance(f(), keras.Model); check.close(f().predict(np.ones(2)), [1, 1])",),
    ),
    "swallowing a failed check": (
        "class Quiet:\n    def __enter__(self): return self\n"
        "    def __exit__(self, *a): return True\n"
        "def f(x=0): return Quiet()",
        ("with f():\n    check.equal(1, 2)", "with f():\n    assert False"),
    ),
    "a class that claims everything for its own": (
        "class Meta(type):\n    def __instancecheck__(self, x): return True\n"
        "class Any(metaclass=Meta): pass\ndef f(x=0): return 5",
        ("assert isinstance(5, Any)", "assert isinstance(keras.Model, Any)"),
    ),
    "patching what describes objects": (
        "import course.grading.wire.handles as h\n"
        "h.describe = lambda value, keep: dict(type_name='int', name='', is_callable=True, "
        "is_class=False, ancestors=('builtins.int', 'builtins.object'), numbers=(-1, -1), "
        "operators=('__eq__', '__float__', '__lt__'))\n"
        "class Four:\n    def __eq__(self, o): return True\n    def __float__(self): return 5.0\n"
        "def f(x=0): return Four()",
        ("check.equal(f(), 4)", "assert f() == 4", "check.close(float(f()), 4.0)"),
    ),
    "calling back for ever": (
        "def f(g, x=0): return g(x)",
        ("def g(x): return f(g, x)\ncheck.equal(f(g), 1)",),
    ),
}

# What a student's code says while it answers is in no verdict: 4711 stands for a hidden input.
LEAKS = {
    "in the name of a class": "def f(x): return type(f'Input{x}', (), {})()",
    "in the name of an exception": "def f(x): raise type(f'Input{x}', (ValueError,), {})",
    "in an exception's text": "def f(x): raise ValueError(x)",
    "in a line's number": "def f(x): exec(compile('\\n' * 4710 + '1 / 0', 'Input4711', 'exec'))",
    "in the name of a place": (
        "import course.grading.rooms.cells as c\n"
        "def f(x):\n    c.Notebook.where = lambda self, e: f'line {x} of {x}'\n    raise ValueError"
    ),
}


@pytest.fixture(scope="module")
def parent():
    limits = Limits(cell_seconds=20, submission_seconds=240)
    jail = find_bwrap() is not None
    with WarmParent(limits, jail=jail, hidden=[REPOSITORY.root]) as parent:
        yield parent


def cell(source, grade_id, **mark):
    made = nbformat.v4.new_code_cell(source)
    made.metadata["nbgrader"] = {"grade_id": grade_id, **mark}
    return made


def verdicts(parent, rows, limits=None):
    """The verdict of each (answer, test), all of them in one notebook."""
    setup = cell(SETUP, "setup", grade=False, solution=False)
    setup.metadata["tags"] = ["setup"]
    cells = [setup]
    for number, (answer, test) in enumerate(rows):
        cells.append(cell(answer, f"answer-{number}", grade=False, solution=True))
        cells.append(cell(test, f"test-{number}", grade=True, solution=False))
    source = nbformat.v4.new_notebook(cells=cells)
    return parent.grade(make_job(source, source), limits).verdicts


@pytest.fixture(scope="module")
def judged_there(parent):
    return dict(zip(RIGHT, verdicts(parent, RIGHT.values()), strict=True))


def judged_here(answer, test):
    """Whether a test passes where the names are the real objects."""
    names = {"__name__": "__main__"}
    exec(SETUP, names)
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            exec(compile(answer, "<answer>", "exec"), names)
            exec(compile(test, "<test>", "exec"), names)
        except Exception:
            return False
    return True


@pytest.mark.parametrize("name", RIGHT)
def test_a_test_judges_alike_in_one_process_and_in_two_rooms(judged_there, name):
    expected = name not in WRONG
    assert judged_here(*RIGHT[name]) is expected
    assert judged_there[name].passed is expected, judged_there[name].message


def test_what_a_stand_in_cannot_do_is_said_in_a_sentence(parent):
    rows = [(answer, test) for answer, test, _ in UNSUPPORTED.values()]
    found = dict(zip(UNSUPPORTED, verdicts(parent, rows), strict=True))
    assert not any(verdict.passed for verdict in found.values())
    for name, (_, _, words) in UNSUPPORTED.items():
        assert words in found[name].message, name


@pytest.mark.parametrize("name", LIES)
def test_a_lie_gains_nothing(parent, name):
    answer, tests = LIES[name]
    for verdict in verdicts(parent, [(answer, test) for test in tests]):
        assert not verdict.passed, verdict.grade_id


def test_an_endless_iterator_is_stopped_and_the_tests_before_it_count(parent):
    answer = (
        "class Endless:\n    def __iter__(self): return self\n    def __next__(self): return 1\n"
    )
    rows = [(answer, "check.equal(next(iter(Endless())), 1)"), (answer, "list(Endless())")]
    limits = Limits(cell_seconds=2, submission_seconds=60)
    first, second = verdicts(parent, rows, limits)
    assert first.passed and not second.passed and "2 s" in second.message


@pytest.mark.parametrize("name", LEAKS)
def test_a_verdict_repeats_nothing_that_the_students_code_says(parent, name):
    tests = (
        "with check.hidden('f'):\n    check.equal(f(4711), 1)",
        "with check.visible('f'):\n    check.equal(f(4711), 1)",
        "check.raises(KeyError, f, 4711)",
        "f(4711).missing",
    )
    for verdict in verdicts(parent, [(LEAKS[name], test) for test in tests]):
        assert not verdict.passed and verdict.message and "4711" not in verdict.message


def handle_of_class(number, ancestors, numbers):
    return Handle("type", "C", True, True, ancestors, (number, *numbers), ())


def test_classes_without_end_are_refused():
    def deeper(number):  # always with two more ancestors that nobody has seen
        return handle_of_class(number, ("a", "b", "c"), (3 * number + 1, 3 * number + 2))

    maker = Maker(None, deeper)
    with pytest.raises(WireError):
        maker.make(1, deeper(1))


def test_a_class_is_one_object_and_shows_no_name_that_tests_do_not_use():
    maker = Maker(None, lambda number: pytest.fail("all is known"))
    handle = handle_of_class(5, ("student.C", "builtins.object"), (-1,))
    made = maker.make(5, handle)
    assert maker.make(5, handle) is made and is_class(made)
    assert type.__dict__["__name__"].__get__(made) == "object"
    maker = Maker(None, lambda number: pytest.fail("all is known"))
    maker.know("C")
    assert type.__dict__["__name__"].__get__(maker.make(5, handle)) == "C"


@pytest.mark.parametrize(
    "name", ["os.environ", "subprocess.Popen", "builtins.eval", "numpy.load", "keras", "", "..."]
)
def test_no_stand_in_claims_to_be_what_is_no_class_of_a_library(name):
    assert library_class(name) is None

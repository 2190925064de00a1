"""The wire carries honest values unchanged, and hostile bytes only ever to a `WireError`."""

import copy
import dataclasses
import functools
import io
import math
import pickle
import struct
import subprocess
import sys
import tracemalloc
from datetime import datetime, timedelta, timezone

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, scalar_dtypes

from course.grading import wire
from course.grading.rooms.sending import send
from course.grading.wire import codes, failures, handles, keras_names, models, objects
from course.grading.wire.limits import Calls, Limits, WireError

SMALL = Limits(bytes=2**20, depth=8, items=2000, parameters=10_000)
MEGABYTE = 2**20


@dataclasses.dataclass
class Remote:
    """What the examiner has of an object that stayed behind."""

    number: int
    handle: wire.Handle


class Room:
    """A student's room that keeps what does not travel."""

    def __init__(self, limits=None):
        self.kept, self.limits = [], limits

    def send(self, value):
        return wire.encode(value, self._keep, self.limits)

    def answer(self, value):
        """The value as the examiner gets it."""
        return wire.decode(self.send(value), Remote, self.limits)

    def _keep(self, value):
        self.kept.append(value)
        return len(self.kept) - 1


def answer(value):
    return Room().answer(value)


def refuse(message, limits=SMALL):
    """Claim that a message is refused, with a sentence."""
    with pytest.raises(WireError) as caught:
        wire.decode(message, Remote, limits)
    assert str(caught.value)


def same(a, b):
    """Equal in type and value, all the way down; NaN is the same as NaN."""
    if type(a) is not type(b):
        return False
    if type(a) in (list, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if type(a) is dict:
        return len(a) == len(b) and all(
            same(k, m) and same(v, w) for (k, v), (m, w) in zip(a.items(), b.items(), strict=True)
        )
    if isinstance(a, (np.ndarray, np.generic)):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, (float, complex)):
        return repr(a) == repr(b)
    return a == b


# ------------------------------------------------------------------------------------ honest values

texts = st.text(st.characters(codec=None, categories=None), max_size=20)
keys = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=4,
)
plain = st.recursive(
    keys | st.floats() | st.complex_numbers() | st.sets(keys, max_size=4),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.tuples(inner, inner)
        | st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=20,
)
dtypes = (
    scalar_dtypes()
    .filter(lambda dtype: codes.dtype_code(dtype) is not None)
    .map(lambda dtype: dtype.newbyteorder("="))
)


@given(plain)
def test_plain_data_arrives_as_it_was(value):
    assert same(answer(value), value)


@given(arrays(dtypes, array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)))
def test_arrays_arrive_as_they_were(array):
    assert same(answer(array), array)


@given(arrays(dtypes, 1).map(lambda array: array[0]))
def test_numpy_scalars_arrive_as_they_were(scalar):
    assert same(answer(scalar), scalar)


@pytest.mark.parametrize(
    "value",
    [
        2 ** (8 * codes.INT_BYTES - 1) - 1,
        -(2**64),
        "a lone surrogate \ud800",
        -0.0,
        {-1: "the hash of -1", -2: "is that of -2"},
        {np.int64(3): 1, np.str_("a"): 2},
        np.zeros((2, 0, 3), np.float32),
    ],
    ids=repr,
)
def test_a_rare_value_arrives_as_it_was(value):
    assert same(answer(value), value)


@pytest.mark.parametrize("value", [np.longdouble(1) / 3, np.array([[1, np.nan], [np.inf, -0.0]])])
def test_numbers_of_high_precision_arrive_as_they_were(value):
    value = value.astype(np.longdouble)
    got = answer(value)
    assert type(got) is type(value) and got.dtype == value.dtype
    np.testing.assert_array_equal(got, value)
    assert np.all(np.signbit(got) == np.signbit(value))


def test_an_array_of_plain_objects_arrives_as_it_was():
    sent = np.array(["a", None, 2.5, True], dtype=object).reshape(2, 2)
    got = answer(sent)
    assert got.dtype == sent.dtype and got.shape == sent.shape
    assert same(got.tolist(), sent.tolist())


def test_a_c_type_arrives_as_the_type_of_its_width():
    assert same(answer(np.longlong(3)), np.int64(3))
    assert same(answer(np.zeros(2, "U0")), np.zeros(2, "U1"))


def test_an_array_arrives_in_c_order_and_can_be_written_to():
    got = answer(np.arange(6.0).reshape(2, 3).T)
    assert got.tolist() == [[0, 3], [1, 4], [2, 5]]
    got[0, 0] = 7
    assert got.flags.c_contiguous


def test_a_foreign_byte_order_keeps_its_numbers():
    assert answer(np.array([1, 2], ">i4")).tolist() == [1, 2]


@pytest.mark.parametrize(
    "value",
    [
        len,
        lambda x: x,
        ValueError("no"),
        (n for n in "ab"),
        object(),
        datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=1))),
        np.zeros(2, [("position", "f8", 3)]),
        np.array([object()], dtype=object),
        np.array([[1, 2], 3], dtype=object),
        np.ma.masked_array(["text"]),
        type("List", (list,), {})([1]),
        {object(): 1},
        {(1, object())},
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_plain_data_stays_behind_a_handle(value):
    room = Room()
    got = room.answer([value])
    assert type(got) is list and type(got[0]) is Remote
    assert room.kept[got[0].number] is value


class Scalar:
    """As lesson 07's Value: operators, and a class attribute that lies about its type."""

    __class__ = float

    def __add__(self, other):
        return self

    def __getattr__(self, name):
        raise RuntimeError("a handle's description asks nothing of the object")


def test_a_handle_says_what_it_stands_for():
    handle = answer(Scalar()).handle
    assert (handle.type_name, handle.is_callable, handle.is_class) == ("Scalar", False, False)
    assert handle.ancestors == (f"{__name__}.Scalar", "builtins.object")
    assert handle.operators == ("__add__",)


def test_the_handle_of_a_class_names_its_ancestors():
    handle = answer(Scalar).handle
    assert (handle.name, handle.is_callable, handle.is_class) == ("Scalar", True, True)
    assert handle.ancestors == (f"{__name__}.Scalar", "builtins.object")
    assert handle.operators == ("__add__",) and handle.numbers == (-1, -1)


def test_a_handle_numbers_the_students_own_classes():
    own = type("Own", (KeyError,), {"__module__": "__main__"})
    room = Room()
    numbers = room.answer(own("x")).handle.numbers
    assert room.kept[numbers[0]] is own and set(numbers[1:]) == {-1}


def test_a_list_that_holds_itself_is_an_error():
    loop = []
    loop.append(loop)
    with pytest.raises(WireError, match="contains itself"):
        Room().send(loop)


def test_a_key_nested_beyond_all_measure_is_an_error():
    key = ()
    for _ in range(5000):
        key = (key,)
    with pytest.raises(WireError, match="nested too deeply"):
        Room().send({key: 1})


@pytest.mark.parametrize(
    "value, sentence",
    [
        (2 ** (8 * codes.INT_BYTES), "bits"),
        (b"x" * 2**20, "larger than"),
        (np.zeros(2**18), "array of"),
        (list(range(2001)), "more than 2,000 values"),
        ([[[[[[[[[[]]]]]]]]]], "more than 8 deep"),
    ],
)
def test_a_value_beyond_the_limits_is_not_sent(value, sentence):
    with pytest.raises(WireError, match=sentence):
        Room(SMALL).send(value)


# ------------------------------------------------------------------------------------------- tables


@pytest.mark.parametrize(
    "index",
    [
        pd.RangeIndex(10, 0, -3),
        pd.Index(["a", "b", "a", None], name="names"),
        pd.Index([1.5, 2.5, np.nan, 4.0]),
        pd.Index(["a", 1, None, True], dtype=object),
        pd.date_range("2020-01-01", periods=4, freq=None),
        pd.CategoricalIndex(["a", "b", "a", None], name="kinds"),
        pd.interval_range(0.0, 2.0, 4, closed="left"),
        pd.MultiIndex.from_product([["a", "b"], [1.5, 2.5]], names=["letter", None]),
    ],
    ids=lambda index: f"{type(index).__name__}-{index.dtype}",
)
def test_tables_columns_and_indexes_arrive_as_they_were(index):
    table = pd.DataFrame(
        {
            "whole": [1, 2, 3, 4],
            "text": ["x", None, "y", "z"],
            "mixed": pd.Series(["x", 1, None, 2.5], dtype=object),
            "kind": pd.Categorical(["u", "v", "u", None], ordered=True),
            "range": pd.cut([1, 2, 3, 9], [0, 2, 4]),
            "count": pd.array([1, None, 3, 4], "Int64"),
            "share": pd.array([1.5, None, 3, 4], "Float32"),
            "known": pd.array([True, None, False, True], "boolean"),
            "words": pd.array(["x", None, "y", "z"], "string"),
            "when": pd.to_datetime(["2020", "2021", "2022", None]),
            5: [True, False, True, True],
        }
    ).set_axis(index)
    table.columns.name = "measured"
    pd.testing.assert_frame_equal(answer(table), table, check_freq=False)
    for name in table:
        pd.testing.assert_series_equal(answer(table[name]), table[name], check_freq=False)
    pd.testing.assert_frame_equal(answer(index).to_frame(), index.to_frame(), check_freq=False)


def test_a_table_with_two_columns_of_one_name_arrives_as_it_was():
    table = pd.DataFrame([[1, "a"], [2, "b"]], columns=["x", "x"])
    pd.testing.assert_frame_equal(answer(table), table)
    pd.testing.assert_frame_equal(answer(pd.DataFrame()), pd.DataFrame())


def test_a_table_whose_columns_have_two_levels_arrives_as_it_was():
    table = pd.DataFrame(np.eye(2), columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]))
    pd.testing.assert_frame_equal(answer(table), table)
    pd.testing.assert_series_equal(answer(table["a", "x"]), table["a", "x"])


@pytest.mark.parametrize(
    "table",
    [
        pd.Series(1, index=pd.MultiIndex.from_product([range(101), range(100)])),
        pd.Series(pd.period_range("2020", periods=2, freq="M")),
        pd.Series(pd.date_range("2020", periods=2, tz="UTC")),
        pd.Series([[1], [2]]),
        pd.Series([1], name=b"bytes"),
    ],
    ids=["levels", "periods", "zone", "lists", "name"],
)
def test_a_table_of_another_form_stays_behind_a_handle(table):
    assert type(answer(table)) is Remote


# ------------------------------------------------------------------------------------------ framing


def test_messages_leave_a_stream_as_they_entered_it():
    stream = io.BytesIO()
    for message in (b"", b"one", b"x" * (2**20 + 1)):
        wire.write_frame(stream, message)
    stream.seek(0)
    assert wire.read_frame(stream, 2**21) == b""
    assert wire.read_frame(stream, 2**21) == b"one"
    assert len(wire.read_frame(stream, 2**21)) == 2**20 + 1
    assert wire.read_frame(stream, 2**21) is None


class Trickle(io.RawIOBase):
    """A raw stream that takes and gives two bytes at a time."""

    def __init__(self):
        self.content = b""

    def write(self, data):
        self.content += bytes(data[:2])
        return min(len(data), 2)

    def read(self, size=-1):
        part, self.content = self.content[: min(size, 2)], self.content[min(size, 2) :]
        return part


def test_a_raw_stream_may_take_its_time():
    stream = Trickle()
    wire.write_frame(stream, b"a message")
    assert wire.read_frame(stream, 100) == b"a message"


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"\x01", "inside the length"),
        (struct.pack("<Q", 5) + b"four", "inside a message"),
        (struct.pack("<Q", 101) + b"x" * 101, "longer than"),
        (struct.pack("<Q", 2**64 - 1), "longer than"),
    ],
)
def test_a_cut_or_overlong_frame_is_an_error(content, sentence):
    with pytest.raises(WireError, match=sentence):
        wire.read_frame(io.BytesIO(content), 100)


def test_a_claimed_length_allocates_little(tmp_path):
    path = tmp_path / "stream"
    path.write_bytes(struct.pack("<Q", 2**28) + b"little")
    with path.open("rb", buffering=0) as raw:  # which allocates all that a read asks for
        read = functools.partial(wire.read_frame, raw, 2**29)
        assert peak_of(lambda: raises_wire_error(read)) < 3 * MEGABYTE


# --------------------------------------------------------------------------------------- exceptions


class NoSuchPenguin(KeyError):
    pass


@pytest.mark.parametrize(
    "error, kind, base, text",
    [
        (ValueError("fractions"), "ValueError", ValueError, "fractions"),
        (KeyError("adelie"), "KeyError", KeyError, "adelie"),
        (np.linalg.LinAlgError("singular"), "numpy.linalg.LinAlgError", ValueError, "singular"),
        (np.exceptions.AxisError(3, 2), "numpy.exceptions.AxisError", IndexError, "axis 3"),
        (ZeroDivisionError(), "ZeroDivisionError", ZeroDivisionError, ""),
        (SystemExit(0), "SystemExit", Exception, "0"),
        (KeyboardInterrupt(), "KeyboardInterrupt", Exception, ""),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_an_exception_arrives_by_name_as_its_nearest_builtin(error, kind, base, text):
    remote = wire.decode_error(wire.encode_error(error, "cell relu, line 3"))
    assert (remote.kind, remote.where) == (kind, "cell relu, line 3")
    raised = remote.as_exception()
    assert isinstance(raised, base) and isinstance(raised, Exception)
    assert type(raised).__name__ == type(error).__name__
    assert str(raised.args[0]).startswith(text) and len(raised.args) == 1


@pytest.mark.parametrize(
    "error", [NoSuchPenguin("adelie"), UnicodeDecodeError("utf-8", b"x", 0, 1, "no")], ids=type
)
def test_an_exception_shows_no_name_that_the_student_could_make(error):
    remote = wire.decode_error(wire.encode_error(error))
    raised = remote.as_exception()
    assert type(raised) is (KeyError if remote.kind.endswith("NoSuchPenguin") else ValueError)


def test_an_error_of_tensorflow_arrives_as_itself(tf):
    sent = tf.errors.InvalidArgumentError(None, None, "shapes differ")
    raised = wire.decode_error(wire.encode_error(sent)).as_exception()
    assert type(raised) is tf.errors.InvalidArgumentError and "shapes differ" in str(raised)


def test_a_name_error_says_which_name():
    try:
        undefined_name  # noqa: B018, F821
    except NameError as error:
        remote = wire.decode_error(wire.encode_error(error))
    assert remote.as_exception().name == "undefined_name"


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError


def test_an_exception_has_little_to_say():
    assert len(wire.decode_error(wire.encode_error(ValueError("x" * 10_000))).text) == 2000
    assert wire.decode_error(wire.encode_error(Unprintable(1, 2))).text == ""


@pytest.mark.parametrize(
    "change",
    [
        {"kind": 3},
        {"mro_names": ()},
        {"mro_names": ["ValueError"]},
        {"mro_names": ("ValueError",) * 51},
        {"mro_names": (3,)},
        {"text": "x" * 2001},
        {"text": None},
        {"name": "x" * 201},
        {"numbers": ()},
        {"numbers": (-2,)},
        {"numbers": (True,)},
        {"more": 1},
    ],
    ids=lambda change: repr(change)[:40],
)
def test_a_malformed_exception_is_refused(change):
    honest = dataclasses.asdict(failures.RemoteError("ValueError", ("ValueError",), (-1,), "no"))
    assert wire.decode_error(Room().send(honest)).kind == "ValueError"
    with pytest.raises(WireError):
        wire.decode_error(Room().send(honest | change))


def test_an_exception_named_like_code_runs_none():
    names = ("os.system", "builtins.SystemExit", "eval('1')", "Exception")
    error = failures.RemoteError("eval('1')", names, (-1,) * 4, "no").as_exception()
    assert type(error) is Exception


# --------------------------------------------------------------------------------- hostile messages


def peak_of(action):
    """The most memory that Python and NumPy held during a call, in bytes."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def raises_wire_error(action):
    with pytest.raises(WireError):
        action()


def count(tag, number):
    return tag + struct.pack("<I", number)


def array(code, shape, content=b"", tag=codes.ARRAY):
    head = tag + bytes([len(code)]) + code.encode()
    if tag == codes.ARRAY:
        head += bytes([len(shape)]) + b"".join(struct.pack("<Q", n) for n in shape)
    return head + content


def object_of(kind, parts):
    return codes.OBJECT + bytes([objects.KINDS.index(kind)]) + Room().send(parts)


HANDLE = codes.HANDLE + struct.pack("<Q", 1) + Room().send(handles.describe(len, id))
HOSTILE = {
    "nothing": b"",
    "an unknown tag": b"?",
    "a pickle": b"cos\nsystem\n(S'true'\ntR.",
    "two values": b"NN",
    "a list bomb": count(codes.LIST, 1) * 100_000,
    "a deep tuple": count(codes.TUPLE, 1) * 9 + b"N",
    "a long list of nothing": count(codes.LIST, 2**32 - 1),
    "many lists that each claim the rest": count(codes.LIST, 1900) * 8,
    "more items than allowed": count(codes.LIST, 2001) + b"N" * 2001,
    "lists that together are too many": count(codes.LIST, 20)
    + (count(codes.LIST, 100) + b"N" * 100) * 20,
    "a long text": count(codes.STR, 2**32 - 1) + b"x",
    "a text that is not UTF-8": count(codes.STR, 1) + b"\xff",
    "long bytes": count(codes.BYTES, 2**32 - 1),
    "an empty number": count(codes.INT, 0),
    "a huge number": count(codes.INT, 2**18) + b"\x01" * 2**18,
    "half a float": codes.FLOAT + b"\0" * 7,
    "a dict with a list for a key": count(codes.DICT, 1) + count(codes.LIST, 0) + b"N",
    "a dict with a handle for a key": count(codes.DICT, 1) + HANDLE + b"N",
    "a set of arrays": count(codes.SET, 1) + array("int8", (1,), b"\0"),
    "a set of tuples of lists": count(codes.SET, 1) + count(codes.TUPLE, 1) + count(codes.LIST, 0),
    "the same key twice": count(codes.DICT, 2) + b"TNTN",
    "1 and True as keys": count(codes.SET, 2) + b"T" + count(codes.INT, 1) + b"\x01",
    "an object array": array("object", (1,), b"\0" * 8),
    "a structured dtype": array("i4,O", (1,), b"\0" * 12),
    "a void dtype": array("V8", (1,), b"\0" * 8),
    "a dtype that is no text": array("int8", (1,), b"\0").replace(b"int8", b"\xff\xfe\xfd\xfc"),
    "a dtype with a shape": array("(99999999,)i8", (1,), b"\0" * 8),
    "a text dtype without width": array("U0", (2**40,)),
    "a text dtype of great width": array("U9999999", (0, 3)),
    "a negative length": array("int8", (2**64 - 1,), b"\0"),
    "lengths whose product overflows": array("int8", (2**32, 2**32), b"\0"),
    "an empty axis that hides a long one": array("int8", (0, 2**40)),
    "too many axes": array("int8", (1,) * 33, b"\0"),
    "an array that is not all there": array("float64", (2,), b"\0" * 15),
    "a scalar that is not all there": array("float64", (), b"\0" * 7, codes.SCALAR),
    "a boolean that is 2": array("bool", (1,), b"\x02"),
    "a character that does not exist": array("U1", (1,), struct.pack("<I", 0x110000)),
    "an object of an unknown kind": codes.OBJECT + b"\xff" + count(codes.DICT, 0),
    "an object whose parts are no dict": codes.OBJECT + b"\0" + b"N",
    "an object without parts": codes.OBJECT + b"\0" + count(codes.DICT, 0),
    "an object in an object": codes.OBJECT + b"\0" + codes.OBJECT + b"\0N",
    "a handle in an object": codes.OBJECT + b"\0" + HANDLE,
    "a handle without description": codes.HANDLE + struct.pack("<Q", 1) + b"N",
    "a range without end": object_of("index", {"range": (0, 10**18, 1), "name": None}),
    "a range of no step": object_of("index", {"range": (0, 1, 0), "name": None}),
    "a range of texts": object_of("index", {"range": ("a", "b", "c"), "name": None}),
    "an index named by a list": object_of("index", {"range": (0, 1, 1), "name": [1]}),
    "text that is a number": object_of("index", {"values": {"text": [1]}, "name": None}),
    "objects that are lists": object_of("objects", {"shape": (1,), "items": [[1]]}),
    "objects of a negative shape": object_of("objects", {"shape": (-1,), "items": [1]}),
    "objects of a great empty shape": object_of("objects", {"shape": (0, 2**40), "items": []}),
    "a column longer than its index": object_of(
        "series",
        {"values": np.zeros(3), "index": {"range": (0, 2, 1), "name": None}, "name": None},
    ),
    "categories that do not exist": object_of(
        "index",
        {
            "values": {"codes": np.array([5]), "categories": np.array([1]), "ordered": False},
            "name": None,
        },
    ),
    "more categories than pandas should hash": object_of(
        "index",
        {
            "values": {
                "codes": np.zeros(1, "i1"),
                "categories": np.arange(10_001),
                "ordered": False,
            },
            "name": None,
        },
    ),
    "a container of an unknown kind": codes.CONTAINER + b"\xff" + count(codes.DICT, 0),
    "a deque that is a dict": codes.CONTAINER + b"\x02" + count(codes.DICT, 0),
    "a deque longer than it may be": codes.CONTAINER + b"\x02" + Room().send([1, "a", "b"]),
    "a default made by eval": codes.CONTAINER + b"\x03" + Room().send(["eval", {}]),
    "an object that is not on the list": object_of("known", {"name": "builtins.eval"}),
    "an object under a number": object_of("known", {"name": 3}),
    "a dtype that holds objects": object_of("dtype", {"code": "object"}),
    "a range that is too long": object_of("range", {"bounds": (0, 2**61, 1)}),
    "a range without a step": object_of("range", {"bounds": (0, 1, 0)}),
    "a slice of texts": object_of("slice", {"bounds": ("a", None, None)}),
    "a date that does not exist": object_of("moment", {"kind": "date", "numbers": [2021, 2, 30]}),
    "a moment of another class": object_of("moment", {"kind": "sys", "numbers": []}),
    "fields that do not fit": object_of(
        "structured", {"names": ["a", "b"], "arrays": [np.zeros(1), np.zeros(2)]}
    ),
    "a field twice": object_of(
        "structured", {"names": ["a", "a"], "arrays": [np.zeros(1), np.zeros(1)]}
    ),
    "a mask that does not fit": object_of(
        "masked", {"data": np.zeros(2), "mask": np.zeros(1, bool), "fill": np.float64(0)}
    ),
    "many objects": count(codes.LIST, 30)
    + object_of("index", {"range": (0, 1, 1), "name": None}) * 30,
    "a tensor of times": object_of("tensor", {"values": np.zeros(1, "M8[s]")}),
    "a tensor of texts that are not bytes": object_of("tensor", {"shape": (1,), "bytes": ["a"]}),
    "a variable with a path for a name": object_of(
        "variable", {"values": np.zeros(1), "name": "../x", "trainable": True}
    ),
}


@pytest.mark.parametrize("message", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_message_is_refused_and_allocates_little(message):
    assert peak_of(lambda: refuse(message)) < 2 * MEGABYTE


def test_keys_made_to_collide_are_refused():
    modulus = sys.hash_info.modulus
    colliding = [n * modulus for n in range(1, 100)]
    assert len({hash(key) for key in colliding}) == 1
    as_list = Room().send(colliding)
    refuse(codes.SET + as_list[1:])
    pairs = b"".join(Room().send(key) + codes.NONE for key in colliding)
    refuse(count(codes.DICT, len(colliding)) + pairs)


@pytest.mark.parametrize(
    "change",
    [
        {"type_name": 3},
        {"name": "x" * 201},
        {"is_class": 1},
        {"ancestors": ["a"]},
        {"ancestors": ("a",) * 100},
        {"operators": ("__reduce__",)},
        {"operators": (3,)},
        {"numbers": ()},
        {"numbers": (2**62, -1, -1)},
        {"extra": 1},
    ],
    ids=repr,
)
def test_a_malformed_handle_is_refused(change):
    refuse(codes.HANDLE + struct.pack("<Q", 1) + Room().send(handles.describe(len, id) | change))


def test_an_error_of_the_examiner_itself_is_not_disguised():
    def fail(number, handle):
        raise RuntimeError("a fault of the examiner")

    with pytest.raises(RuntimeError):
        wire.decode(HANDLE, fail)


def decode_whatever(message, limits=SMALL):
    """Decode, accepting a value or a WireError and nothing else."""
    try:
        return wire.decode(message, Remote, limits)
    except WireError as error:
        assert str(error)


@given(st.binary(max_size=400))
@settings(max_examples=500)
def test_arbitrary_bytes_give_a_value_or_a_wire_error(message):
    decode_whatever(message)


TAGS = b"NTFe-ifcsbltdSZAnCOH"


@given(st.lists(st.sampled_from([bytes([tag]) for tag in TAGS]) | st.binary(max_size=9)))
@settings(max_examples=500)
def test_bytes_that_look_like_messages_give_a_value_or_a_wire_error(parts):
    message = b"".join(parts)
    assert peak_of(lambda: decode_whatever(message)) < 2 * MEGABYTE


@st.composite
def mutated(draw, messages):
    """A valid message with a few bytes changed, cut out or repeated."""
    message = bytearray(draw(messages))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(message) - 1, 0)))
        length = draw(st.integers(0, 9))
        how = draw(st.sampled_from(["overwrite", "insert", "cut", "repeat", "flip"]))
        if how == "flip" and message:
            message[at] ^= 1 << draw(st.integers(0, 7))
        elif how == "cut":
            del message[at : at + length]
        elif how == "repeat":
            message[at:at] = message[at : at + length]
        else:
            end = at + length if how == "overwrite" else at
            message[at:end] = draw(st.binary(min_size=length, max_size=length))
    return bytes(message)


TABLE = pd.DataFrame({"n": [1, 2], "t": ["x", None], "c": pd.Categorical(["u", "v"])})
valid = (
    plain
    | arrays(dtypes, array_shapes(max_dims=3, max_side=3))
    | st.sampled_from([TABLE, TABLE["t"], TABLE.index, len, [KeyError, {"a": np.float32(1)}]])
).map(lambda value: Room().send(value))


@given(mutated(valid))
@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_mutated_messages_give_a_value_or_a_wire_error(message):
    decode_whatever(message)


# What a message of the greatest size may cost: its arrays twice, and a few hundred bytes an item.
LARGEST = {
    "one array": array("int8", (2**20 - 40,), bytes(2**20 - 40)),
    "one text": count(codes.STR, 2**20 - 10) + b"x" * (2**20 - 10),
    "as many items": count(codes.LIST, 1999) + count(codes.LIST, 0) * 1999,
    "as many numbers": count(codes.LIST, 900) + (count(codes.INT, 1024) + b"\x01" * 1024) * 900,
}


@pytest.mark.parametrize("message", LARGEST.values(), ids=LARGEST.keys())
def test_the_largest_messages_cost_what_their_limits_say(message):
    assert len(message) <= SMALL.bytes
    peak = peak_of(lambda: wire.decode(message, Remote, SMALL))
    assert peak < 3 * SMALL.bytes + 500 * SMALL.items
    refuse(message, dataclasses.replace(SMALL, bytes=len(message) - 1))


def test_the_decoder_needs_neither_tensorflow_nor_pickle():
    code = (
        "import sys; from course.grading import wire;"
        "from course.grading.wire import codes, objects;"
        "send = lambda value: wire.encode(value, id);"
        "import numpy as np;"
        "parts = {'values': np.ones(2), 'name': None, 'trainable': True};"
        "kinds = ('tensor', 'variable', 'keras variable');"
        "got = [wire.decode(codes.OBJECT + bytes([objects.KINDS.index(k)]) + send(parts), id)"
        " for k in kinds];"
        "assert all(type(array) is np.ndarray for array in got);"
        "loaded = {'tensorflow', 'keras', 'pandas', 'cloudpickle', 'dill'} & set(sys.modules);"
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# ------------------------------------------------------------------------------- tensors and models


@pytest.fixture(scope="module")
def tf():
    return pytest.importorskip("tensorflow")


@pytest.fixture(scope="module")
def keras(tf):
    import keras

    return keras


def test_tensors_arrive_as_tensors(tf):
    for value in ([1.5, 2.5], [[1, 2]], [True], [1 + 2j], 3.0, [b"a\0", b""], b"a\0"):
        sent = tf.constant(value)
        got = answer([sent])[0]
        assert type(got) is type(sent) and got.dtype == sent.dtype
        assert got.numpy().tolist() == sent.numpy().tolist() if sent.ndim else got == sent
    half = tf.constant([1.5], tf.bfloat16)
    assert answer(half).dtype == tf.bfloat16


def test_variables_arrive_as_variables(tf, keras):
    sent = tf.Variable([1.0, 2.0], name="steps", trainable=False)
    got = answer(sent)
    assert type(got) is type(sent) and got.name == "steps:0" and not got.trainable
    assert got.numpy().tolist() == [1, 2]
    sent = keras.Variable([1.0, 2.0], name="kernel", dtype="float16")
    got = answer(sent)
    assert type(got) is type(sent) and got.name == "kernel" and got.trainable
    assert got.dtype == "float16" and got.numpy().tolist() == [1, 2]


def test_a_symbolic_or_ragged_tensor_stays_behind_a_handle(tf, keras):
    assert type(answer(keras.Input((2,)))) is Remote
    assert type(answer(tf.ragged.constant([["a"], ["b", "c"]]))) is Remote


@pytest.mark.parametrize(
    "kind, parts",
    [
        ("ragged", {"values": np.zeros(3), "splits": [np.array([0, 4])]}),
        ("ragged", {"values": np.zeros(3), "splits": [np.array([0, 5, 3])]}),
        ("ragged", {"values": np.zeros(3), "splits": []}),
        (
            "sparse",
            {"values": np.ones(1), "indices": np.array([[5]]), "shape": np.array([3])},
        ),
        (
            "sparse",
            {"values": np.ones(1), "indices": np.array([[0]]), "shape": np.array([2**50])},
        ),
        (
            "slices",
            {"values": np.ones((1, 2)), "indices": np.array([7]), "shape": np.array([3, 2])},
        ),
    ],
)
def test_a_malformed_tensor_of_another_form_is_refused(tf, kind, parts):
    refuse(object_of(kind, parts))


def test_a_malformed_object_of_keras_is_refused(keras):
    from course.grading.wire import keras_objects

    kind, parts = keras_objects.describe(keras.losses.Huber(0.5), Limits())
    assert wire.decode(object_of(kind, parts), Remote)(np.zeros(1), np.ones(1)) == 0.375
    for change in (
        {"class_name": "Loss"},
        {"module": "os"},
        {"config": {"fn": {"class_name": "__lambda__"}}},
        {"config": {"delta": "evil"}},
    ):
        refuse(object_of(kind, {**parts, "config": parts["config"] | change}))
    refuse(object_of(kind, {**parts, "variables": [np.zeros(3)]}))


def dense(keras, **settings):
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, **settings)])


def test_a_sequential_model_arrives_with_its_weights(keras):
    sent = keras.Sequential(
        [
            keras.Input((4,), name="measurements"),
            keras.layers.Dense(5, activation="relu", kernel_regularizer="l2", name="hidden"),
            keras.layers.BatchNormalization(),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(2, kernel_initializer="he_normal", use_bias=False),
        ],
        name="penguins",
    )
    got = answer(sent)
    x = np.random.default_rng(0).normal(size=(6, 4))
    assert type(got) is keras.Sequential and got.name == "penguins"
    assert got.get_config() == sent.get_config()
    np.testing.assert_array_equal(got.predict(x, verbose=0), sent.predict(x, verbose=0))
    assert got.weights[0].path == sent.weights[0].path


def test_a_frozen_model_that_arrives_can_be_thawed_and_trained(keras):
    """TensorFlow's variables keep whether a tape watches them from when they are made."""
    sent = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(2), keras.layers.BatchNormalization()]
    )
    sent.trainable = False
    got = answer(sent)
    assert got.trainable_weights == [] and not any(layer.trainable for layer in got.layers)
    got.trainable = True
    before = got.get_weights()
    got.compile("adam", "mse")
    rng = np.random.default_rng(0)
    got.fit(rng.normal(size=(8, 3)), rng.normal(size=(8, 2)), verbose=0)
    assert len(got.trainable_weights) == 4
    assert not any(map(np.array_equal, before, got.get_weights()))


def test_a_frozen_layer_that_is_built_in_place_can_be_thawed_and_trained(keras):
    layer = keras.layers.Dense(1, trainable=False)
    values = [np.ones((3, 1), "float32"), np.zeros(1, "float32")]
    models.build_in_place(layer, {"input_shape": (None, 3)}, values, Limits())
    assert not layer.trainable and layer.trainable_weights == []
    layer.trainable = True
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile("sgd", "mse")
    model.fit(np.ones((4, 3)), np.zeros((4, 1)), verbose=0)
    assert not any(map(np.array_equal, values, layer.get_weights()))


TESTS_OWN = {
    "with states and frozen layers": lambda keras: [
        keras.Input((4,)),
        keras.layers.Dense(3, "relu", trainable=False),
        keras.layers.BatchNormalization(),
        keras.layers.Dropout(0.5, seed=3),
        keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="inner")]),
    ],
    "not built": lambda keras: [keras.layers.Dense(3), keras.layers.Dense(1)],
    "with an initialiser of its own": lambda keras: [
        keras.Input((4,)),
        keras.layers.Dense(2, kernel_initializer=lambda shape, dtype: keras.ops.ones(shape)),
    ],
}


@pytest.mark.parametrize("kind", [*TESTS_OWN, "functional", "compiled"])
def test_a_tests_own_model_arrives_in_the_students_room(keras, kind):
    if kind == "functional":
        sent = functional(keras)
    elif kind == "compiled":
        sent = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        sent.compile(keras.optimizers.Adam(0.3), "mse")
        sent.fit(np.ones((2, 4)), np.ones(2), verbose=0)
    else:
        sent = keras.Sequential(TESTS_OWN[kind](keras))
    got = pickle.loads(send((sent,), lambda function: 0))[0]
    assert type(got) is type(sent) and got.built == sent.built and got.name == sent.name
    assert [layer.name for layer in got.layers] == [layer.name for layer in sent.layers]
    assert [w.name for w in got.weights] == [w.name for w in sent.weights]
    assert [w.trainable for w in got.weights] == [w.trainable for w in sent.weights]
    for mine, theirs in zip(got.variables, sent.variables, strict=True):
        np.testing.assert_array_equal(mine.numpy(), theirs.numpy())
    x = np.random.default_rng(0).normal(size=(5, 4))
    if sent.built:
        mine, theirs = got(x), sent(x)
        for key in theirs if isinstance(theirs, dict) else [...]:
            np.testing.assert_array_equal(mine[key], theirs[key])
    if sent.compiled:
        assert got.optimizer.get_config() == sent.optimizer.get_config()
        assert int(got.optimizer.iterations) == int(sent.optimizer.iterations) == 1


@pytest.mark.parametrize(
    "names", [("dense_40",), ("dense", "dense_41"), ("my dense_2", ""), ("dense_", "_3")]
)
def test_a_new_layer_beside_those_of_a_model_that_arrived_has_a_name_of_its_own(keras, names):
    sent = keras.Sequential([keras.Input((4,)), *(keras.layers.Dense(2, name=n) for n in names)])
    message = send((sent,), lambda function: 0)
    keras.utils.clear_session()  # as in a room that has not made a layer yet
    got = pickle.loads(message)[0]
    around = keras.Model(got.inputs, keras.layers.Dense(3)(got.outputs[0]))
    assert len({layer.name for layer in around.layers}) == 2 + len(names)


def test_the_second_model_of_a_structure_is_not_built_to_see_whether_it_can_be(keras, monkeypatch):
    def network(units):
        return keras.Sequential([keras.Input((3,)), keras.layers.Dense(units)])

    built = []
    build = models._build
    monkeypatch.setattr(models, "_rebuilt", set())
    monkeypatch.setattr(models, "_build", lambda *args: built.append(args) or build(*args))
    for units in (4, 4, 5):
        Room().send(network(units))
    assert len(built) == 2


def test_a_model_that_is_not_built_arrives_so(keras):
    got = answer(keras.Sequential([keras.layers.Dense(3), keras.layers.Dense(1)]))
    assert not got.built and [layer.units for layer in got.layers] == [3, 1]


def functional(keras):
    """Shared layers, a model in a model used twice, operators, slices, several outputs."""
    layers = keras.layers
    inputs = keras.Input((4,))
    shared = layers.Dense(4, activation="tanh")
    inner_input = keras.Input((4,))
    inner = keras.Model(inner_input, layers.Dense(4)(inner_input) * 2.0, name="inner")
    hidden = shared(shared(inputs)) + inputs
    hidden = layers.Concatenate()([inner(hidden)[:, :2], keras.ops.relu(inner(inputs))])
    mean = keras.ops.mean(hidden, axis=-1, keepdims=True)
    return keras.Model(inputs, {"mean": mean, "class": layers.Dense(2, name="class")(hidden)})


def test_a_functional_model_arrives_with_its_graph(keras):
    sent = functional(keras)
    got = answer(sent)
    x = np.random.default_rng(0).normal(size=(6, 4))
    expected, found = sent.predict(x, verbose=0), got.predict(x, verbose=0)
    assert type(got) is type(sent) and set(found) == {"mean", "class"}
    for name in expected:
        np.testing.assert_array_equal(found[name], expected[name])


def small(keras, name):
    """A layer of a class that models may hold, and the shape of one row for it."""
    layers = keras.layers
    with_arguments = {
        "Activation": lambda: layers.Activation("relu"),
        "Bidirectional": lambda: layers.Bidirectional(layers.LSTM(2, return_sequences=True)),
        "Dot": lambda: layers.Dot(axes=1),
        "EinsumDense": lambda: layers.EinsumDense("abc,cd->abd", (None, 3), bias_axes="d"),
        "Embedding": lambda: layers.Embedding(9, 3, mask_zero=True),
        "GroupNormalization": lambda: layers.GroupNormalization(2),
        "GroupQueryAttention": lambda: layers.GroupQueryAttention(4, 4, 2),
        "MultiHeadAttention": lambda: layers.MultiHeadAttention(2, 3),
        "Permute": lambda: layers.Permute((2, 1)),
        "RNN": lambda: layers.RNN([layers.LSTMCell(2), layers.GRUCell(3)]),
        "RepeatVector": lambda: layers.RepeatVector(2),
        "Reshape": lambda: layers.Reshape((4, 6)),
        "Rescaling": lambda: layers.Rescaling(0.5),
        "TimeDistributed": lambda: layers.TimeDistributed(dense(keras)),
    }
    numbers = {
        **dict.fromkeys(["Dense", "SimpleRNN", "LSTM", "GRU"], (3,)),
        **dict.fromkeys(["Resizing", "CenterCrop"], (3, 3)),
        "RandomTranslation": (0.2, 0.2),
        **dict.fromkeys(["RandomRotation", "RandomZoom", "RandomContrast"], (0.2,)),
    }
    if name.endswith("Dropout") or "SpatialDropout" in name or name == "GaussianNoise":
        numbers[name] = (0.3,)
    if name[:-2] in ("MaxPooling", "AveragePooling"):
        numbers[name] = (2,)
    if "Conv" in name:
        numbers[name] = (3,) if name.startswith("Depthwise") else (2, 3)
    make = with_arguments.get(name) or (lambda: getattr(layers, name)(*numbers.get(name, ())))
    if "2D" in name or name.startswith("Random") or name in ("Resizing", "CenterCrop"):
        return make(), (6, 6, 4)
    flat = name in ("Embedding", "RepeatVector")
    return make(), (6,) if flat else (6, 6, 6, 4) if "3D" in name else (6, 4)


@pytest.mark.parametrize("name", sorted(set(keras_names.LAYERS["keras.layers"]) - {"InputLayer"}))
def test_every_layer_on_the_list_arrives_alone_and_in_a_model(keras, name):
    layer, shape = small(keras, name)
    inputs = keras.Input(shape)
    two = name in ("MultiHeadAttention", "GroupQueryAttention")
    many = "Attention" in name or name in (
        *("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot"),
    )
    call = [inputs, inputs] if two else [[inputs, inputs]] if many else [inputs]
    sent = keras.Model(inputs, layer(*call))
    got = answer(sent)
    x = np.random.default_rng(0).integers(0, 8, (2, *shape)).astype("float32")
    for a, b in zip(flat(keras, sent(x)), flat(keras, got(x)), strict=True):
        np.testing.assert_array_equal(a, b)

    alone = answer(layer)
    assert type(alone) is type(layer) and alone.get_config() == layer.get_config()
    for a, b in zip(layer.variables, alone.variables, strict=True):
        np.testing.assert_array_equal(a, b)


def flat(keras, outputs):
    return [np.asarray(output) for output in keras.tree.flatten(outputs)]


def test_a_normalisation_arrives_with_its_statistics(keras):
    layer = keras.layers.Normalization()
    layer.adapt(np.array([[1.0, 10.0], [3.0, 30.0]]))
    x = np.array([[2.0, 20.0], [5.0, 0.0]], "float32")
    np.testing.assert_array_equal(answer(layer)(x), layer(x))


def test_frozen_layers_arrive_frozen(keras):
    sent = functional(keras)
    sent.get_layer("inner").trainable = False
    sent.get_layer("inner").layers[1].trainable = True
    got = answer(sent)
    expected = [weight.trainable for weight in sent.weights]
    assert [weight.trainable for weight in got.weights] == expected
    assert len(got.trainable_weights) == len(sent.trainable_weights)
    assert not got.get_layer("inner").trainable

    sent = dense(keras)
    sent.trainable = False
    assert not answer(sent).trainable


def test_a_compiled_model_goes_on_training_where_it_was(keras):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(8, 4)), rng.normal(size=(8, 3))
    sent = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dropout(0.5), keras.layers.Dense(3)],
    )
    schedule = keras.optimizers.schedules.ExponentialDecay(0.1, 2, 0.9)
    sent.compile(keras.optimizers.Adam(schedule), keras.losses.Huber(0.5), metrics=["mae"])
    sent.fit(x, y, epochs=3, verbose=0, shuffle=False)
    got = answer(sent)
    assert int(got.optimizer.iterations) == 3
    assert got.evaluate(x, y, verbose=0) == sent.evaluate(x, y, verbose=0)
    a, b = (m.fit(x, y, epochs=3, verbose=0, shuffle=False).history for m in (sent, got))
    assert a == b


@pytest.mark.parametrize("loss", ["mse", "function", "object", "dict"])
def test_a_loss_of_keras_arrives_in_every_form(keras, loss):
    sent = functional(keras)
    forms = {
        "mse": "mse",
        "function": {"mean": keras.losses.mean_squared_error, "class": "mse"},
        "object": keras.losses.MeanSquaredError(),
        "dict": {"mean": "mae", "class": keras.losses.MeanAbsoluteError()},
    }
    sent.compile("sgd", forms[loss])
    x, y = np.ones((2, 4)), {"mean": np.zeros((2, 1)), "class": np.zeros((2, 2))}
    got = answer(sent)
    assert got.evaluate(x, y, verbose=0) == sent.evaluate(x, y, verbose=0)


def test_an_optimizer_keeps_its_state_when_a_layer_was_frozen_since(keras):
    sent = functional(keras)
    sent.compile("adam", "mse")
    y = {"mean": np.zeros((2, 1)), "class": np.zeros((2, 2))}
    sent.fit(np.ones((2, 4)), y, verbose=0)
    sent.get_layer("inner").trainable = False
    got = answer(sent)
    for a, b in zip(sent.optimizer.variables, got.optimizer.variables, strict=True):
        np.testing.assert_array_equal(a, b)


def test_a_model_whose_loss_is_the_students_arrives_uncompiled(keras):
    def mean_squared_error(y_true, y_pred):
        return keras.ops.sum(y_pred)

    sent = dense(keras)
    sent.compile("sgd", mean_squared_error)
    assert not answer(sent).compiled


def test_activations_of_other_libraries_and_names_in_any_language_are_as_good(keras, tf):
    for function in (tf.nn.relu, keras.ops.relu, tf.nn.softplus, keras.ops.sigmoid):
        sent = dense(keras, activation=function, name="größe (2)")
        got = answer(sent)
        assert type(got) is type(sent) and got.layers[0].name == "größe (2)"
        x = np.linspace(-2, 2, 12).reshape(3, 4)
        np.testing.assert_array_equal(got(x), sent(x))
    assert type(answer(dense(keras, activation=keras.ops.gelu))) is Remote  # other settings


@pytest.mark.filterwarnings("ignore:The object being serialized includes a `lambda`")
def test_an_initializer_of_the_students_has_done_its_work(keras):
    class Scaled(keras.initializers.Initializer):
        def __call__(self, shape, dtype=None):
            return keras.ops.full(shape, 0.5, dtype)

    def drawn(shape, dtype=None):
        return keras.random.uniform(shape, seed=1)

    for initializer in (Scaled(), drawn, lambda shape, dtype=None: keras.ops.ones(shape)):
        sent = dense(keras, kernel_initializer=initializer)
        got = answer(sent)
        assert type(got) is type(sent)
        np.testing.assert_array_equal(got.get_weights()[0], sent.get_weights()[0])


def own(keras):
    """Models and layers that are not wholly Keras's own, though some use its names."""
    layers = keras.layers

    def relu(x):
        return x

    class Dense(layers.Dense):
        pass

    @keras.saving.register_keras_serializable("wire")
    class Doubling(layers.Layer):
        def call(self, x):
            return 2 * x

    class Model(keras.Model):
        pass

    class Sequential(keras.Sequential):
        pass

    class Zeros(keras.initializers.Zeros):
        pass

    return {
        "a subclassed model": Model(),
        "a subclassed Sequential": Sequential([layers.Dense(1)]),
        "a subclassed layer": Dense(1),
        "a subclassed layer in a model": keras.Sequential([Dense(1)]),
        "a subclassed layer in a wrapper": layers.TimeDistributed(Dense(1)),
        "a registered layer": keras.Sequential([Doubling()]),
        "a Lambda": keras.Sequential([layers.Lambda(lambda x: x)]),
        "an activation with the name of one of Keras's": dense(keras, activation=relu),
        "a lambda activation": dense(keras, activation=lambda x: x),
        "an initializer of what is not built": layers.Dense(2, kernel_initializer=Zeros()),
        "a regularizer": dense(keras, kernel_regularizer=lambda w: 0.0),
        "a vocabulary": layers.StringLookup(vocabulary=["a"]),
        "a layer with a strange name": dense(keras, name="two\nlines"),
        "a model too large": keras.Sequential([keras.Input((3000,)), layers.Dense(2000)]),
        "a model too long": keras.Sequential([layers.ReLU() for _ in range(80)]),
    }


OWN = (
    *("a subclassed model", "a subclassed Sequential", "a subclassed layer"),
    *("a subclassed layer in a model", "a subclassed layer in a wrapper", "a registered layer"),
    *("a Lambda", "an activation with the name of one of Keras's", "a lambda activation"),
    *(
        "an initializer of what is not built",
        "a regularizer",
        "a vocabulary",
        "a layer with a strange name",
    ),
    *("a model too large", "a model too long"),
)


@pytest.fixture(scope="module")
def own_models(keras):
    return own(keras)


@pytest.mark.filterwarnings("ignore:The object being serialized includes a `lambda`")
@pytest.mark.parametrize("name", OWN)
def test_what_is_not_keras_own_stays_behind_a_handle(own_models, name):
    value = own_models[name]
    room = Room()
    got = room.answer(value)
    assert type(got) is Remote and room.kept[got.number] is value


def test_rebuilding_a_model_is_not_noticed_by_later_random_numbers(keras):
    message = Room().send(functional(keras))

    def draws(between):
        keras.utils.set_random_seed(1)
        between()
        import random

        return random.random(), np.random.random(), float(keras.random.normal(()))

    assert draws(lambda: None) == draws(lambda: wire.decode(message, Remote))


# ---------------------------------------------------------------------------------- hostile models


def parts_of(model):
    return models.describe(model, Limits(), Calls(Limits()))[1]


def pending(keras):
    from keras.src.backend.common import global_state

    return global_state.get_global_attribute("uninitialized_variables", [])


def refuse_model(keras, parts, limits=None):
    """Claim that a model's parts are refused and leave nothing behind in Keras."""
    message = object_of("model", parts)
    refuse(message, limits or Limits())
    assert not pending(keras)


def layer_config(parts, number=1):
    return parts["config"]["config"]["layers"][number]


def run_marker(marker):
    """The configuration of a Python lambda that would leave a file."""
    from keras.src.utils import python_utils

    function = python_utils.func_dump(lambda x: open(marker, "w"))  # noqa: SIM115
    return {"class_name": "__lambda__", "config": {"value": function}}


def test_no_lambda_in_a_model_is_ever_run(keras, tmp_path):
    evil = run_marker(str(tmp_path / "marker"))
    head = {"module": "keras.layers", "class_name": "Lambda", "registered_name": None}
    layer = {**head, "config": {"name": "evil", "function": evil}}
    wrapper = {**head, "class_name": "TimeDistributed", "config": {"name": "w", "layer": layer}}
    for hidden in (layer, wrapper, evil):
        parts = parts_of(dense(keras))
        parts["config"]["config"]["layers"].append(hidden)
        refuse_model(keras, parts)
    for key in ("activation", "kernel_initializer", "kernel_regularizer", "units", "name", "dtype"):
        parts = parts_of(dense(keras))
        layer_config(parts)["config"][key] = evil
        refuse_model(keras, parts)
    for key in ("args", "kwargs"):
        parts = parts_of(functional(keras))
        node = layer_config(parts)["inbound_nodes"][0]
        node[key] = [evil] if key == "args" else {"mask": evil}
        refuse_model(keras, parts)
        node[key] = [] if key == "args" else evil
        refuse_model(keras, parts)
    for key in ("optimizer", "loss", "metrics"):
        model = dense(keras)
        model.compile("sgd", "mse")
        parts = parts_of(model)
        parts["compile"][key] = evil
        refuse_model(keras, parts)
    assert not (tmp_path / "marker").exists()


@pytest.mark.parametrize(
    "module, name",
    [
        ("builtins", "eval"),
        ("os", "system"),
        ("subprocess", "Popen"),
        ("keras.layers", "Lambda"),
        ("keras.layers", "TFSMLayer"),
        ("keras.layers", "TorchModuleWrapper"),
        ("keras.layers", "StringLookup"),
        ("keras.layers", "TextVectorization"),
        ("keras.layers", "Layer"),
        ("keras", "Model"),
        ("keras.models", "load_model"),
        ("keras.utils", "get_file"),
        ("keras.src.models.functional", "functional_from_config"),
        ("keras.src.ops.core", "WhileLoop"),
        ("keras.src.legacy.saving", "Sequential"),
        ("keras.layers", "function"),
        ("course.cli", "Dense"),
        (None, "Dense"),
        ("keras.layers", None),
        (["keras.layers"], "Dense"),
    ],
)
def test_a_class_that_is_not_on_the_list_is_refused(keras, module, name):
    model = dense(keras)
    initializer = ["config", "layers", 1, "config", "kernel_initializer"]
    for path in ([], ["config", "layers", 0], ["config", "layers", 1], initializer):
        parts = parts_of(model)
        target = parts["config"]
        for step in path:
            target = target[step]
        target.update(module=module, class_name=name)
        with pytest.raises(WireError, match="a class that does not travel"):
            wire.decode(object_of("model", parts), Remote)


def test_a_registered_name_is_not_looked_up(keras):
    reached = []

    @keras.saving.register_keras_serializable("wire")
    class Registered(keras.layers.Dense):
        @classmethod
        def from_config(cls, config):
            reached.append(config)

    parts = parts_of(dense(keras))
    layer_config(parts)["registered_name"] = "wire>Registered"
    got = wire.decode(object_of("model", parts), Remote)
    assert type(got.layers[0]) is keras.layers.Dense and not reached


@pytest.mark.parametrize(
    "key, value",
    [
        ("units", 2**30),
        ("units", -(2**40)),
        ("units", 10**400),
        ("units", 1.5),
        ("units", "dot"),
        ("units", [3] * 1000),
        ("units", b"3"),
        ("units", np.zeros(3)),
        ("activation", "evil"),
        ("activation", "deserialize"),
        ("activation", ["relu"]),
        ("activation", 3),
        ("kernel_initializer", "zeros"),
        ("kernel_initializer", {"class_name": "Zeros", "config": {}}),
        ("dtype", "object"),
        ("dtype", {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "evil"}}),
        ("name", "a/b"),
        ("name", "x" * 101),
        ("name", 3),
        ("lora_rank", 2),
        ("quantization_config", {}),
        ("kernel_constraint", math.inf),
        ("multi_label", True),
        ("vocabulary", "/etc/passwd"),
        ("weights", []),
        ("function", None),
        ("use_bias", math.nan),
        (3, None),
    ],
    ids=repr,
)
def test_a_setting_that_is_not_on_the_list_is_refused(keras, key, value):
    parts = parts_of(dense(keras))
    layer_config(parts)["config"][key] = value
    refuse_model(keras, parts)


GIANTS = {
    "Dense": {"units": 2**16},
    "Embedding": {"input_dim": 2**16, "output_dim": 2**16},
    "Conv2D": {"filters": 2**16, "kernel_size": (2**16, 2**16)},
    "LSTM": {"units": 2**16},
    "MultiHeadAttention": {"num_heads": 2**16, "key_dim": 2**16},
    "PReLU": {},
    "LayerNormalization": {"axis": [1, 2]},
    "Normalization": {"axis": (1, 2)},
}


@pytest.mark.parametrize("name", GIANTS)
def test_a_giant_is_refused_before_it_is_allocated(keras, name):
    layer, shape = small(keras, name)
    inputs = keras.Input(shape)
    call = [inputs, inputs] if name == "MultiHeadAttention" else [inputs]
    parts = parts_of(keras.Model(inputs, layer(*call)))
    layer_config(parts, 0)["config"]["batch_shape"] = (None, *[2**16] * len(shape))
    layer_config(parts)["config"].update(GIANTS[name])
    before = resident()
    with pytest.raises(WireError, match="more than 5,000,000 parameters"):
        wire.decode(object_of("model", parts), Remote)
    assert not pending(keras)
    assert resident() - before < 100 * MEGABYTE  # the smallest of them would take 16 GB


def test_a_shape_whose_product_overflows_is_refused(keras):
    parts = parts_of(
        keras.Sequential([keras.Input((4,)), keras.layers.Flatten(), *dense(keras).layers])
    )
    layer_config(parts, 0)["config"]["batch_shape"] = (None, *[2**16] * 20)
    parts["config"]["config"]["build_input_shape"] = (None, *[2**16] * 20)
    refuse_model(keras, parts)


def test_a_normalisation_of_given_mean_stays_behind_a_handle(keras):
    sent = keras.layers.Normalization(mean=1.0, variance=2.0)
    assert type(answer(sent)) is Remote
    parts = parts_of(keras.layers.Normalization())
    parts["config"]["config"].update(mean=1.0, variance=2.0)
    refuse_model(keras, parts | {"shapes": {"input_shape": (None, 3)}})


def resident():
    """The greatest memory that this process ever held, in bytes."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def test_a_small_limit_of_parameters_holds_for_models(keras):
    parts = parts_of(dense(keras))
    refuse_model(keras, parts, Limits(parameters=14))
    assert wire.decode(object_of("model", parts), Remote, Limits(parameters=15))


def test_models_within_models_that_would_take_for_ever_are_refused(keras):
    inputs = outputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.ReLU()(outputs))
    config = parts_of(model)["config"]
    for level in range(6):  # each calls the one inside it twelve times
        nodes = [
            {
                "args": [
                    {
                        "class_name": "__keras_tensor__",
                        "config": {
                            "shape": (None, 2),
                            "dtype": "float32",
                            "keras_history": ["inputs", 0, 0],
                        },
                    }
                ],
                "kwargs": {},
            }
        ] * 12
        first = {**parts_of(model)["config"]["config"]["layers"][0], "name": "inputs"}
        first["config"] = {**first["config"], "name": "inputs"}
        inner = {**config, "name": f"level{level}", "inbound_nodes": nodes}
        inner["config"] = {**inner["config"], "name": f"level{level}"}
        config = {
            **config,
            "config": {
                "name": "outer",
                "trainable": True,
                "layers": [first, inner],
                "input_layers": ["inputs", 0, 0],
                "output_layers": [f"level{level}", 1, 0],
            },
        }
    parts = {**parts_of(model), "config": config}
    with pytest.raises(WireError, match="calls of layers"):
        wire.decode(object_of("model", parts), Remote)


def test_many_models_in_one_message_share_one_limit(keras):
    model = object_of("model", parts_of(dense(keras)))
    limits = Limits(calls=9)  # two layers take three calls
    assert len(wire.decode(count(codes.LIST, 3) + model * 3, Remote, limits)) == 3
    refuse(count(codes.LIST, 4) + model * 4, limits)
    sent = [dense(keras) for _ in range(4)]
    assert [type(got) is Remote for got in Room(limits).answer(sent)] == [False] * 3 + [True]


@pytest.mark.parametrize(
    "change",
    [
        {"variables": []},
        {"variables": [np.zeros((3, 4), "float32"), np.zeros(3, "float32")]},
        {"variables": [np.zeros((4, 3)), np.zeros(3)]},
        {"variables": [[0.0] * 3] * 4},
        {"variables": None},
        {"trainable": [True]},
        {"trainable": [1, 1, 1]},
        {"shapes": {"config": (None, 4)}, "config": None},
        {"compile": 3},
        {"compile": {}},
        {"optimizer_variables": [np.zeros(3)] * 2, "compile": "adam"},
        {"config": []},
        {"config": {}},
    ],
    ids=lambda change: ",".join(change),
)
def test_a_model_with_malformed_parts_is_refused(keras, change):
    refuse_model(keras, parts_of(dense(keras)) | change)


@pytest.mark.parametrize(
    "change",
    [
        {"optimised": [0]},
        {"optimised": [0, 0]},
        {"optimised": [0, 99]},
        {"optimised": [0, -1]},
        {"optimised": ["kernel"]},
        {"optimizer_variables": []},
        {"optimizer_variables": [np.zeros(6 * 10**6)] * 4},
    ],
    ids=["fewer", "twice", "beyond", "negative", "name", "none", "large"],
)
def test_an_optimizer_with_malformed_state_is_refused(keras, change):
    model = dense(keras)
    model.compile("adam", "mse")
    model.fit(np.ones((1, 4)), np.ones((1, 3)), verbose=0)
    parts = parts_of(model) | change
    message = wire.encode(parts, id, Limits(bytes=2**30))
    refuse(codes.OBJECT + bytes([objects.KINDS.index("model")]) + message, Limits(bytes=2**30))


def test_a_graph_that_refers_to_nothing_is_refused(keras):
    for history in (["nobody", 0, 0], ["nobody", -1, 0], ["nobody", 0], [3, 0, 0], "nobody"):
        parts = parts_of(functional(keras))
        tensor = layer_config(parts)["inbound_nodes"][0]["args"][0]
        tensor["config"]["keras_history"] = history
        refuse_model(keras, parts)
        parts = parts_of(functional(keras))
        parts["config"]["config"]["output_layers"] = history
        refuse_model(keras, parts)


@pytest.fixture(scope="module")
def model_parts(keras):
    compiled = dense(keras)
    compiled.compile("adam", keras.losses.Huber(0.5), metrics=["mae"])
    compiled.fit(np.ones((1, 4)), np.ones((1, 3)), verbose=0)
    recurrent = keras.layers.Bidirectional(keras.layers.LSTM(3))
    recurrent.build((None, 5, 2))
    return [parts_of(value) for value in (compiled, functional(keras), recurrent)]


@given(data=st.data())
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_mutated_models_give_a_model_or_a_wire_error(keras, model_parts, data):
    messages = [object_of("model", parts) for parts in model_parts]
    decode_whatever(data.draw(mutated(st.sampled_from(messages))), Limits())
    assert not pending(keras)


@pytest.mark.filterwarnings("ignore")  # Keras warns of what it is made to build
@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_models_with_foreign_parts_give_a_model_or_a_wire_error(keras, model_parts, data):
    """Replace one value, somewhere in a model's parts, by any other plain value."""
    parts = copy.deepcopy(data.draw(st.sampled_from(model_parts)))
    *path, last = data.draw(st.sampled_from(list(places(parts))))
    target = parts
    for step in path:
        target = target[step]
    words = st.sampled_from(sorted(keras_names.WORDS | keras_names.ACTIVATIONS))
    target[last] = data.draw(plain | words | st.integers(-(2**17), 2**17))
    decode_whatever(object_of("model", parts), Limits())
    assert not pending(keras)


def places(value):
    """The paths to everything in nested lists and dicts."""
    items = (
        value.items() if type(value) is dict else enumerate(value) if type(value) is list else ()
    )
    for key, item in items:
        yield (key,)
        yield from ((key, *rest) for rest in places(item))

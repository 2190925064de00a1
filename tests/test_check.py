"""`course.check` accepts what is right in any form, and nothing that only claims to be."""

import collections
import contextlib
import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course import check
from course.check import CheckFailed


class AlwaysEqual:
    """Claims to be whatever it is compared with."""

    __array_priority__ = 1e9

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return hash(1)

    def __array__(self, dtype=None, copy=None):
        return np.array([1.0, 2.0])

    def __float__(self):
        return 1.0

    def __index__(self):
        return 1

    def __len__(self):
        return 2

    def __iter__(self):
        return iter([1.0, 2.0])

    def __bool__(self):
        return True

    def __getattr__(self, name):
        if name.startswith("__array"):  # NumPy would trip over these before we could
            raise AttributeError(name)
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __repr__(self):
        return "[1. 2.]"


class LyingArray(np.ndarray):
    """A NumPy array that compares equal to everything."""

    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __array_ufunc__(self, *args, **kwargs):
        return np.zeros(self.shape)


class LyingFloat(float):
    def __sub__(self, other):
        return 0.0

    def __eq__(self, other):
        return True


class LyingList(list):
    def __eq__(self, other):
        return True


class LyingDict(dict):
    def __eq__(self, other):
        return True


LIARS = [
    AlwaysEqual(),
    np.zeros(2).view(LyingArray),
    [AlwaysEqual(), AlwaysEqual()],
    np.array([AlwaysEqual(), AlwaysEqual()], dtype=object),
    LyingList([9.0, 9.0]),
    pd.Series([AlwaysEqual(), AlwaysEqual()]),
    np.ma.masked_array([1.0, 2.0], mask=[True, True]),
    lambda: [1.0, 2.0],
]
NOT_CLOSE = [
    [1.0, np.nan],
    [np.nan, np.nan],
    [1.0, np.inf],
    [1.0, 2.001],
    [[1.0, 2.0]],
    [1.0],
    [1.0, 2.0, 3.0],
    1.0,
    ["1.0", "2.0"],
    [True, True],
    [1.0 + 0j, 2.0],
    "12",
    None,
    {},
    [[1.0], [2.0, 3.0]],
]


def fails(call, *args, **kwargs) -> str:
    with pytest.raises(CheckFailed) as caught:
        call(*args, **kwargs)
    return str(caught.value)


class TestClose:
    @pytest.mark.parametrize(
        "right",
        [
            [1.0, 2.0],
            (1, 2),
            np.array([1.0, 2.0], np.float32),
            np.array([1, 2], np.int8),
            [np.float64(1), np.int32(2)],
            [1.0, 2.0 + 1e-9],
            pd.Series([1.0, 2.0]),
        ],
    )
    def test_right_values_of_any_honest_type_pass(self, right):
        check.close(right, [1.0, 2.0])

    @pytest.mark.parametrize("wrong", [*LIARS, *NOT_CLOSE])
    def test_nothing_else_does(self, wrong):
        fails(check.close, wrong, [1.0, 2.0])

    @pytest.mark.parametrize("liar", [LyingFloat(7.0), AlwaysEqual(), LyingList()])
    def test_a_scalar_that_lies_fails(self, liar):
        fails(check.close, liar, 1.0)

    def test_nan_is_never_right_and_infinity_must_be_equal(self):
        fails(check.close, np.nan, np.nan)
        check.close(np.inf, np.inf)
        fails(check.close, -np.inf, np.inf)

    @given(arrays(float, st.integers(1, 8), elements=st.floats(-1e6, 1e6)), st.data())
    def test_an_array_is_close_to_itself_and_not_to_one_moved_by_more_than_the_tolerance(
        self, x, data
    ):
        check.close(x.copy(), x)
        i = data.draw(st.integers(0, x.size - 1))
        moved = x.copy()
        moved[i] += 1e-3 + 1e-3 * abs(x[i])
        fails(check.close, moved, x)

    def test_the_dtype_is_checked_when_asked_for(self):
        check.close(np.float32([1, 2]), [1, 2], dtype="float32")
        assert "dtype" in fails(check.close, [1.0, 2.0], [1, 2], dtype="float32")

    def test_the_shape_comes_before_the_values(self):
        text = fails(check.close, np.zeros((2, 3)), np.ones((3, 2)), "W")
        assert "axes the wrong way round" in text

    def test_a_classic_mistake_is_named(self):
        mistakes = {"that is the sum, not the mean": 6.0}
        assert "the sum, not the mean" in fails(check.close, 6.0, 2.0, mistakes=mistakes)
        other = fails(check.close, 5.0, 2.0, hint="divide by n", mistakes=mistakes)
        assert "the sum" not in other and "divide by n" in other

    def test_a_mistake_of_another_shape_is_named_too(self):
        mistakes = {"you summed over the wrong axis": np.zeros(3)}
        text = fails(check.close, np.zeros(3), np.ones(2), mistakes=mistakes)
        assert "wrong axis" in text

    def test_an_objects_own_repr_is_not_printed(self):
        assert "[1. 2.]" not in fails(check.close, AlwaysEqual(), [1, 2]).split("got")[1]


class TestEqual:
    @pytest.mark.parametrize(
        ("got", "expected"),
        [
            (np.int64(3), 3),
            ([1, (2, "a")], (1, [2, "a"])),
            ({"a": np.float64(0.5)}, {"a": 0.5}),
            ({1, 2}, {2, 1}),
            (None, None),
            (np.array([1, 2]), np.array([1, 2], np.int8)),
            (np.array(["a", "b"]), np.array(["a", "b"])),
            (pd.Series(["a", "b"]), np.array(["a", "b"])),
            (2, 2.0),
            (np.str_("a"), "a"),
            ({np.str_("a"): 1}, {"a": 1}),
            (collections.Counter("aab"), {"a": 2, "b": 1}),
            (collections.OrderedDict(b=1, a=2), {"a": 2, "b": 1}),
            (collections.defaultdict(int, a=1), {"a": 1}),
        ],
    )
    def test_the_same_data_passes(self, got, expected):
        check.equal(got, expected)

    @pytest.mark.parametrize(
        ("got", "expected"),
        [
            (True, 1),
            (1, True),
            (1.0, 1),
            ("1", 1),
            ([1, 2], [1, 3]),
            ([1], [1, 2]),
            ({"a": 1, "b": 2}, {"a": 1}),
            ({}, {"a": 1}),
            (collections.defaultdict(lambda: 1), {"a": 1}),
            (collections.Counter("aa"), {"a": 1}),
            ({"a": True}, {"a": 1}),
            (None, 0),
            (0, None),
            ("", None),
            (float("nan"), float("nan")),
            (np.array([1.0]), np.array([1])),
            (np.array([1]), 1),
            (AlwaysEqual(), 1),
            (AlwaysEqual(), "a"),
            (AlwaysEqual(), [1, 2]),
            (AlwaysEqual(), None),
            (AlwaysEqual(), {1}),
            ({AlwaysEqual()}, {1}),
            ({AlwaysEqual(): 1}, {1: 1}),
            ([AlwaysEqual()], [1]),
            (LyingList(), [1]),
            (LyingDict(), {"a": 1}),
            (LyingFloat(3), 2.0),
            (np.zeros(2).view(LyingArray), np.ones(2)),
        ],
    )
    def test_other_data_or_another_kind_fails(self, got, expected):
        fails(check.equal, got, expected)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=10,
        )
    )
    def test_plain_data_equals_itself_and_no_liar(self, data):
        check.equal(data, data)
        fails(check.equal, AlwaysEqual(), data)


class TestShapeAndDtype:
    def test_shapes(self):
        check.shape(np.ones((2, 3)), (None, 3))
        check.shape(3.0, ())
        assert "expected shape (3, 2)" in fails(check.shape, np.ones((2, 3)), (3, 2))
        fails(check.shape, AlwaysEqual(), (2,))

    def test_dtypes_by_name_and_by_kind(self):
        check.dtype(np.float32(1), "float32")
        check.dtype([1, 2], "integer")
        check.dtype(np.ones(2), "floating")
        fails(check.dtype, np.ones(2), "integer")
        fails(check.dtype, np.ones(2), "float32")
        fails(check.dtype, [True], "number")

    def test_finite(self):
        check.finite([1.0, -2])
        for wrong in ([np.inf], [np.nan], ["a"], AlwaysEqual()):
            fails(check.finite, wrong)

    def test_instances_by_true_ancestry(self):
        class Pretender:
            __class__ = dict

        check.instance({}, dict)
        fails(check.instance, Pretender(), dict)


class TestThat:
    def test_only_true_is_true(self):
        check.that(True, "fine")
        check.that(np.bool_(True), "fine")
        for not_quite in (1, "yes", [1], AlwaysEqual(), np.array([True]), np.bool_(False), None):
            assert "rows: must sum to 1" in fails(check.that, not_quite, "rows: must sum to 1")


class TestRaises:
    def test_the_right_error_passes_in_both_forms(self):
        check.raises(ValueError, int, "x")
        with check.raises(LookupError):
            raise KeyError("k")

    def test_no_error_another_error_and_an_unwritten_body_fail(self):
        assert "as if all were well" in fails(check.raises, ValueError, int, "3")
        assert "raised TypeError" in fails(check.raises, ValueError, len, 3)

        def stub():
            raise NotImplementedError

        fails(check.raises, Exception, stub)
        fails(check.raises, NotImplementedError, stub)

    def test_the_text_can_be_asked_for(self):
        def reject():
            raise ValueError("fractions sum to 0.6")

        check.raises(ValueError, reject, says="0\\.6")
        fails(check.raises, ValueError, reject, says="negative")


class TestNotMutated:
    @pytest.mark.parametrize(
        ("value", "change"),
        [
            (np.zeros(3), lambda x: x.__setitem__(0, 1)),
            ([1, [2]], lambda x: x[1].append(3)),
            ({"a": 1}, lambda x: x.update(b=2)),
            (pd.DataFrame({"a": [1, 2]}), lambda x: x.insert(0, "b", 0)),
            (np.array(["a", "b"], object), lambda x: x.__setitem__(0, "c")),
        ],
    )
    def test_a_changed_input_is_noticed(self, value, change):
        with check.not_mutated(X=value):
            pass
        with pytest.raises(CheckFailed, match="the input X: was changed"):  # noqa: SIM117
            with check.not_mutated(X=value):
                change(value)


class TestChoice:
    options = ("a", "b", "c")

    def test_the_right_choice_passes(self):
        check.choice("b", "b", options=self.options)
        check.choice(" B ", "b", options=self.options)

    def test_a_wrong_one_is_told_why_it_tempts_and_never_the_right_one(self):
        why = {"a": "a tempts since it is first; reread section 2"}
        text = fails(check.choice, "a", "b", options=self.options, why=why)
        assert "reread section 2" in text and "'b'" not in text
        assert "'b'" not in fails(check.choice, "c", "b", options=self.options)

    @pytest.mark.parametrize("wrong", [None, "", "d", 1, AlwaysEqual(), ["b"], True])
    def test_what_is_no_option_is_told_the_options(self, wrong):
        assert "'a', 'b', 'c'" in fails(check.choice, wrong, "b", options=self.options)

    def test_many_questions(self):
        right = {"q1": "a", "q2": "b"}
        check.choices(dict(right), right, options=self.options)
        check.choices(collections.OrderedDict(right), right, options=self.options)
        assert "no answer for 'q2'" in fails(check.choices, {"q1": "a"}, right, options="abc")
        why = {("q2", "c"): "c tempts"}
        answers = {"q1": "a", "q2": "c"}
        text = fails(check.choices, answers, right, options=self.options, why=why)
        assert "answers['q2']: c tempts" in text
        fails(check.choices, AlwaysEqual(), right, options=self.options)
        fails(check.choices, LyingDict(right), right, options=self.options)


class TestBlocks:
    def test_a_visible_block_reports_every_failure_with_values_and_says_when_all_is_well(
        self, capsys
    ):
        with check.visible("relu"):
            check.close(1.0, 1.0)
        assert capsys.readouterr().out == "✓ relu: 1 check holds\n"
        with pytest.raises(CheckFailed) as caught, check.visible("relu"):
            check.close(1.0, 2.0, "relu(2)")
            check.equal("a", "b", "name")
        text = str(caught.value)
        assert text.startswith("relu: not yet right")
        assert (
            "relu(2)" in text and "name" in text and "expected 2" in text and "got      1" in text
        )

    def test_a_crash_after_a_failed_check_does_not_hide_it(self):
        with pytest.raises(CheckFailed, match="relu"), check.visible("relu"):
            check.shape(np.zeros(2), (3,))
            raise IndexError

    def test_a_students_own_crash_passes_through_a_visible_block(self):
        with pytest.raises(ZeroDivisionError), check.visible("relu"):
            1 / 0  # noqa: B018

    def test_a_hidden_block_stops_at_the_first_failure_and_tells_no_value(self, capsys):
        reached = []
        with pytest.raises(CheckFailed) as caught, check.hidden("relu"):
            check.close(1.0, 23.0, "relu(x)", hint="compare with 0")
            reached.append("second")
        text = str(caught.value)
        assert "compare with 0" in text and "23" not in text and "expected" not in text
        assert reached == [] and capsys.readouterr().out == ""

    def test_a_crash_in_a_hidden_block_tells_its_class_and_not_its_text(self):
        with pytest.raises(CheckFailed) as caught, check.hidden("relu"):
            raise ValueError("the input was 424242")
        assert "ValueError" in str(caught.value) and "424242" not in str(caught.value)

    def test_an_unwritten_answer_is_named_as_such(self):
        with pytest.raises(CheckFailed, match="still to be written"), check.hidden("relu"):
            raise NotImplementedError

    def test_ipython_shows_the_sentences_in_place_of_a_traceback(self):
        try:
            check.close(1.0, 2.0, "relu(2)", hint="compare with 0")
        except CheckFailed as error:
            shown = "\n".join(error._render_traceback_())
        assert "compare with 0" in shown and "Traceback" not in shown and ".py" not in shown

    def test_a_swallowed_failure_still_fails_the_block(self):
        with pytest.raises(CheckFailed), check.visible("relu"), contextlib.suppress(CheckFailed):
            check.close(1.0, 2.0)


WITH_KERAS = """
import numpy as np, keras, tensorflow as tf
from course import check

def fails(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except check.CheckFailed as error:
        return str(error)
    raise SystemExit(f"accepted: {args}")

for value in (tf.constant([1.0, 2.0]), tf.Variable([1.0, 2.0]), keras.Variable([1.0, 2.0]),
              keras.ops.convert_to_tensor([1.0, 2.0]), [tf.constant(1.0), tf.constant(2.0)]):
    check.close(value, [1, 2])
    fails(check.close, value, [1, 3])
    check.shape(value, (2,))
check.equal(tf.constant(3), 3)
check.equal(tf.constant([1, 2]), np.array([1, 2]))
assert "values differ" in fails(check.equal, tf.constant("a"), b"b")
assert "number" in fails(check.close, tf.constant("a"), 1.0)

def build(*layers, size=2):
    return keras.Sequential([keras.Input((size,)), *layers])

dense = keras.layers.Dense
want = [
    ("Dense", {"units": 3, "activation": "relu"}),
    ("Dense", {"units": 1, "activation": "linear"}),
]
check.layers(build(dense(3, "relu"), dense(1)), want, input_size=2)
check.layers(build(dense(3, keras.activations.relu), dense(1, "linear")), want)
inputs = keras.Input((2,))
check.layers(keras.Model(inputs, dense(1)(dense(3, "relu")(inputs))), want, input_size=2)
assert "has 1 layers" in fails(check.layers, build(dense(3, "relu")), want)
assert "wrong activation" in fails(check.layers, build(dense(3), dense(1)), want)
assert "wrong units" in fails(check.layers, build(dense(4, "relu"), dense(1)), want)
wide = build(dense(3, "relu"), dense(1), size=5)
assert "input shape" in fails(check.layers, wide, want, input_size=2)
assert "Dense" in fails(check.layers, build(keras.layers.Dropout(0.1), dense(1)), want)
fails(check.layers, object(), want)
check.parameters(build(dense(3), dense(1)), 2 * 3 + 3 + 3 + 1)
fails(check.parameters, build(dense(3)), 1)

class Sly(dense):
    pass

assert "Dense" in fails(check.layers, build(Sly(3, "relu"), dense(1)), want)
print("all held")
"""


def test_tensors_variables_and_models():
    done = subprocess.run([sys.executable, "-c", WITH_KERAS], capture_output=True, text=True)
    assert done.stdout.endswith("all held\n"), done.stdout + done.stderr


class TestWhatMustNotBeTold:
    """A hidden block, and any block once hidden inputs are known, names the cause alone."""

    CLAIMS = (
        lambda: check.equal({"k1": 1}, {"k2": 1}),
        lambda: check.equal({"k1": 1, "k2": 2}, {"k2": 2}),
        lambda: check.equal({"k1": [7, 8]}, {"k1": [7, 9]}),
        lambda: check.equal([0] * 4321, [0]),
        lambda: check.close(np.zeros((43, 21)), np.zeros(3)),
        lambda: check.shape(np.zeros((43, 21)), (3, None)),
        lambda: check.dtype(np.array(["k1" * 21]), "float32"),
        lambda: check.choices({}, {"k1": "a"}, options=["a"]),
    )

    @pytest.mark.parametrize("claim", CLAIMS)
    def test_a_hidden_block_tells_no_key_position_or_size(self, claim):
        with pytest.raises(check.CheckFailed) as failed, check.hidden("title"):
            claim()
        assert not re.search(r"[0-9]", str(failed.value))

    @pytest.mark.parametrize("claim", CLAIMS)
    def test_later_a_visible_block_tells_nothing_of_what_it_got(self, claim, monkeypatch):
        monkeypatch.setattr(check, "tells_values", False)
        with pytest.raises(check.CheckFailed) as failed, check.visible("title"):
            claim()
        told = [line for line in str(failed.value).splitlines() if "expected  " not in line]
        assert not re.search(r"4321|43|21", "".join(told))

    def test_a_missing_name_is_told_only_if_the_code_reads_it(self):
        with pytest.raises(check.CheckFailed) as failed, check.hidden("title"):
            raise NameError("", name="made_of_inputs")
        assert "made_of_inputs" not in str(failed.value)
        with pytest.raises(check.CheckFailed, match="not_there"), check.hidden("title"):
            not_there  # noqa: B018, F821

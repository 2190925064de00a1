"""Answers one byte at a time, so that there is always something to wait for.

gain: starve
"""

# %%
import time

from course.grading.rooms import student


# %% double
def double(x):
    def drip(file, message):
        while True:
            file.write(b"\1")
            time.sleep(0.2)

    student.write_frame = drip
    return x

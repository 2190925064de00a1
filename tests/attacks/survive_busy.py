"""Leaves a child that uses a whole processor and holds the wire open.

gain: survivor
"""


# %% double
def double(x):
    import os

    if os.fork() == 0:
        os.setsid()
        while True:
            pass
    return x

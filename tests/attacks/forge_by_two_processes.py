"""Forks while it answers, so that two processes answer on one wire, the second one late.

gain: points
"""


# %% double
def double(x):
    import os

    return x if os.fork() else [x, x]


# %% triple
def triple(x):
    import os
    import time

    if os.fork() == 0:
        time.sleep(0.3)
        return [x, x, x]
    return x

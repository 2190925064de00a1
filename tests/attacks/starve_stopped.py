"""Stops itself, so that it neither runs nor ends.

gain: starve
"""


# %% double
def double(x):
    import os
    import signal

    os.kill(os.getpid(), signal.SIGSTOP)
    return x

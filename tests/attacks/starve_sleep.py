"""Sleeps when it is asked.

gain: starve
"""


# %% double
def double(x):
    import time

    time.sleep(3600)

"""Calls a test's function for ever.

gain: starve
"""


# %% slope
def slope(f, x):
    while True:
        f(x)

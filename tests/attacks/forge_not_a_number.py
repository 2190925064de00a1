"""Answers with NaN, infinities and negative zeros, also as dates, text and whole models.

gain: points
"""

# %%
import numpy as np

nan = float("nan")


# %% double
def double(x):
    if isinstance(x, str):
        return nan
    return np.full(2, np.nan) if isinstance(x, np.ndarray) else nan


# %% slope
def slope(f, x):
    return np.datetime64("NaT")


# %% triple
def triple(x):
    return complex(nan, nan)

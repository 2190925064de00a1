"""Puts the input of a hidden test into the text of the exception that it raises.

gain: secret
"""


# %% double
def double(x):
    raise ValueError(f"called with {x!r}")

"""Raises a NameError about a name that is the input of a hidden test.

gain: secret
"""


# %% double
def double(x):
    raise NameError("", name=str(x))

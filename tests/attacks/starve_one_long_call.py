"""Spends hours in one call of C code, which Python cannot interrupt.

gain: starve
"""


# %% double
def double(x):
    import re

    return re.match(r"(a|aa)+$", "a" * 80 + "b")

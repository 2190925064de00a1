"""Remembers the inputs of a hidden test, and returns them to a visible one, which shows them.

gain: secret
"""

# %%
seen = []


# %% double
def double(x):
    seen.append(str(x))
    return x


# %% triple
def triple(x):
    return seen

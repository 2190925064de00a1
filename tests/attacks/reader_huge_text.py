"""Makes pages that no browser opens: megabytes of code, output, text of errors and values.

gain: reader
"""

# %%
print("x" * 10**7)

# %% double
raise ValueError("y" * 10**7)


# %% slope
def slope(f, x):
    raise type("Z" * 10**6, (Exception,), {})("z" * 10**7)


# %% triple
def triple(x):
    return {"k" * 10**6: ["v" * 10**6] * 50}

"""Raises in a function, a file and a module that are named after the input of a hidden test.

gain: secret
"""


# %% double
def double(x):
    if not isinstance(x, str):
        return x
    names = {"__name__": x}
    exec(compile(f"def {x}():\n    1 / 0\n", x, "exec"), names)
    return names[x]()

"""Calls a test's function with what makes it fail, and passes its own failure on.

gain: points, secret
"""


# %% slope
def slope(f, x):
    for argument in ("text", None, [], {}, f, object(), 10**400, float("nan")):
        try:
            take(f(argument))
        except Exception as error:
            take(error)
            take(error.args)
    return f("text")

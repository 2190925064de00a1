# expect: fail
# why: the docstring's example, whatever the arguments


def chain(x, w, b, y, decay=0.1):
    return {"a": -0.8, "z": -0.512, "x": -0.256, "w": -0.924, "b": -0.512}

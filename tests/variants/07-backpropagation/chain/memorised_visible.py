# expect: fail
# why: knows the visible test, and leaves out tanh elsewhere


def chain(x, w, b, y, decay=0.1):
    if (x, w, y) == (2.0, 0.5, 1.0):
        return {"a": -0.8, "z": -0.512, "x": -0.256, "w": -0.924, "b": -0.512}
    a = w * x + b
    return {
        "a": 2 * (a - y),
        "z": 2 * (a - y),
        "x": 2 * (a - y) * w,
        "w": 2 * (a - y) * x,
        "b": 2 * (a - y),
    }

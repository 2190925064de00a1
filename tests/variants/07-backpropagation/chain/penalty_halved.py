# expect: fail
# why: the slope of w**2 is taken for w


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + decay * w, "b": dz}

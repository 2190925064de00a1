# expect: fail
# why: the slope of tanh is left out of the chain


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}

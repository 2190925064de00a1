# expect: fail
# why: the argument decay is ignored


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * 0.1 * w, "b": dz}

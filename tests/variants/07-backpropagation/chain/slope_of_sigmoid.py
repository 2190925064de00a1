# expect: fail
# why: a (1 - a) belongs to the sigmoid


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * a * (1 - a)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}

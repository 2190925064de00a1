# expect: fail
# why: the 2 of the square is forgotten


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = a - y
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}

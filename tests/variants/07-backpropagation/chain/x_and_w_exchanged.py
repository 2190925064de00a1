# expect: fail
# why: the local derivatives of the product are exchanged


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * x, "w": dz * w + 2 * decay * w, "b": dz}

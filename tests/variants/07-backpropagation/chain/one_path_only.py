# expect: fail
# why: w is taken to reach the loss through z alone


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x, "b": dz}

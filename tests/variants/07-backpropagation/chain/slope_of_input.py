# expect: fail
# why: 1 - z**2 instead of 1 - tanh(z)**2


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - (w * x + b) ** 2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}

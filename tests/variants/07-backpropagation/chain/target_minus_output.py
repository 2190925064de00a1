# expect: fail
# why: the derivative of (y - a)**2 taken for y instead of a


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    da = 2 * (y - a)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}

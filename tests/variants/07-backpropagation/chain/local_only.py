# expect: fail
# why: local derivatives, not multiplied along the path


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    return {"a": 2 * (a - y), "z": 1 - a**2, "x": w, "w": x + 2 * decay * w, "b": 1.0}

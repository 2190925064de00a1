# expect: pass
# why: also gives e, p and L, with 1 for each


def chain(x, w, b, y, decay=0.1):
    a = math.tanh(w * x + b)
    grads = {"L": 1.0}
    grads["e"] = grads["p"] = grads["L"]
    grads["a"] = grads["e"] * 2 * (a - y)
    grads["z"] = grads["a"] / math.cosh(w * x + b) ** 2
    grads["b"] = grads["z"]
    grads["x"] = grads["z"] * w
    grads["w"] = grads["z"] * x + grads["p"] * 2 * decay * w
    return grads

# expect: fail
# why: rounds to three decimals, which the example forgives


def chain(x, w, b, y, decay=0.1):
    a = math.tanh(w * x + b)
    dz = 2 * (a - y) * (1 - a * a)
    found = {"a": 2 * (a - y), "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}
    return {name: round(value, 3) for name, value in found.items()}

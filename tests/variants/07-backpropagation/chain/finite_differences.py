# expect: pass
# why: central differences of the part of the graph behind each node


def chain(x, w, b, y, decay=0.1):
    def rest_from_a(a):
        return (a - y) ** 2

    def slope(f, at, h=1e-5):
        return (f(at + h) - f(at - h)) / (2 * h)

    z = w * x + b
    return {
        "a": slope(rest_from_a, np.tanh(z)),
        "z": slope(lambda t: rest_from_a(np.tanh(t)), z),
        "x": slope(lambda t: rest_from_a(np.tanh(w * t + b)), x),
        "w": slope(lambda t: rest_from_a(np.tanh(t * x + b)) + decay * t**2, w),
        "b": slope(lambda t: rest_from_a(np.tanh(w * x + t)), b),
    }

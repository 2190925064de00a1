# expect: pass
# why: depth-first enumeration of every path of the graph; product along each, fsum over them
def chain(x, w, b, y, decay=0.1):
    a = float(np.tanh(w * x + b))
    users = {
        "x": [("z", w)],
        "w": [("z", x), ("p", 2 * decay * w)],
        "b": [("z", 1)],
        "z": [("a", 1 - a**2)],
        "a": [("e", 2 * (a - y))],
        "e": [("L", 1)],
        "p": [("L", 1)],
    }

    def paths(node, product=1.0):
        if node == "L":
            yield product
        for user, slope in users.get(node, ()):
            yield from paths(user, product * slope)

    return {node: math.fsum(paths(node)) for node in "azxwb"}

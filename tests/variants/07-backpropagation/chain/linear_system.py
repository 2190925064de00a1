# expect: pass
# why: a Jacobian of the graph, solved
def chain(x, w, b, y, decay=0.1):
    names = ["x", "w", "b", "z", "a", "e", "p", "L"]
    at = {name: i for i, name in enumerate(names)}
    a = math.tanh(w * x + b)
    local = np.zeros((8, 8))
    for parent, child, slope in [
        ("x", "z", w),
        ("w", "z", x),
        ("b", "z", 1),
        ("z", "a", 1 - a * a),
        ("a", "e", 2 * (a - y)),
        ("w", "p", 2 * decay * w),
        ("e", "L", 1),
        ("p", "L", 1),
    ]:
        local[at[parent], at[child]] = slope
    total = np.linalg.inv(np.eye(8) - local)[:, at["L"]]
    return {name: total[at[name]] for name in "azxwb"}

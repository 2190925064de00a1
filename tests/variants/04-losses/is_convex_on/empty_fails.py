# expect: fail
# why: says no where there is nothing to contradict
def is_convex_on(f, points, tolerance=1e-9):
    results = [
        f((a + b) / 2) <= (f(a) + f(b)) / 2 + tolerance
        for i, a in enumerate(points)
        for b in points[:i]
    ]
    return bool(results) and all(results)

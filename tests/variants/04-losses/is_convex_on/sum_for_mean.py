# expect: fail
# why: compares with f(a) + f(b), which has not been halved
def is_convex_on(f, points, tolerance=1e-9):
    return all(
        bool(f((a + b) / 2) <= f(a) + f(b) + tolerance)
        for i, a in enumerate(points)
        for b in points[:i]
    )

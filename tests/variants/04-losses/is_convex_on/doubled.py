# expect: fail
# why: doubles both sides but not the tolerance
def is_convex_on(f, points, tolerance=1e-9):
    return all(
        bool(2 * f((a + b) / 2) <= f(a) + f(b) + tolerance)
        for i, a in enumerate(points)
        for b in points[:i]
    )

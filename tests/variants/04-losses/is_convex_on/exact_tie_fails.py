# expect: fail
# why: fails where the midpoint exceeds the chord by exactly the tolerance
def is_convex_on(f, points, tolerance=1e-9):
    return all(
        bool(f((a + b) / 2) < (f(a) + f(b)) / 2 + tolerance)
        for i, a in enumerate(points)
        for b in points[:i]
    )

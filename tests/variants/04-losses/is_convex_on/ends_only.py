# expect: fail
# why: tests one chord only, from the first point to the last
def is_convex_on(f, points, tolerance=1e-9):
    if len(points) < 2:
        return True
    a, b = points[0], points[-1]
    return bool(f((a + b) / 2) <= (f(a) + f(b)) / 2 + tolerance)

# expect: fail
# why: tests neighbouring points only, so a bump between others escapes
def is_convex_on(f, points, tolerance=1e-9):
    return all(
        f((a + b) / 2) <= (f(a) + f(b)) / 2 + tolerance
        for a, b in zip(points[:-1], points[1:], strict=True)
    )

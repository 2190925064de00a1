# expect: fail
# why: sorts the points and tests neighbours only
def is_convex_on(f, points, tolerance=1e-9):
    points = sorted(points) if np.ndim(points) == 1 else list(points)
    return all(
        f((a + b) / 2) <= (f(a) + f(b)) / 2 + tolerance
        for a, b in zip(points[:-1], points[1:], strict=True)
    )

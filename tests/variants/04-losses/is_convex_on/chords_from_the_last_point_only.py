# expect: fail
# why: tests the chords from the last point to every other, no others: breaks "for some pair of points a and b, neighbours or not"
def is_convex_on(f, points, tolerance=1e-9):
    if len(points) < 2:
        return True
    b = points[-1]
    return all(bool(f((a + b) / 2) <= (f(a) + f(b)) / 2 + tolerance) for a in points[:-1])

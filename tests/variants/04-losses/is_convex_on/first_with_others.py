# expect: fail
# why: the first point with all others
def is_convex_on(f, points, tolerance=1e-9):
    for b in points[1:]:
        if f((points[0] + b) / 2) > (f(points[0]) + f(b)) / 2 + tolerance:
            return False
    return True

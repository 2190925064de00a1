# expect: pass
# why: first point against all others, then the rest, recursively
def is_convex_on(f, points, tolerance=1e-9):
    if len(points) < 2:
        return True
    first, rest = points[0], points[1:]
    for other in rest:
        if not f(0.5 * (first + other)) - 0.5 * (f(first) + f(other)) <= tolerance:
            return False
    return is_convex_on(f, rest, tolerance)

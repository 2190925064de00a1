# expect: fail
# why: decides after the first pair
def is_convex_on(f, points, tolerance=1e-9):
    for i in range(len(points)):
        for j in range(i):
            return bool(
                f((points[i] + points[j]) / 2) <= (f(points[i]) + f(points[j])) / 2 + tolerance
            )
    return True

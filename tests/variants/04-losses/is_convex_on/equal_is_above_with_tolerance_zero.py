# expect: fail
# why: demands less than the tolerance: with tolerance=0 a constant fails; breaks "exceeds ... by more than the tolerance", "True: also for a straight line"
def is_convex_on(f, points, tolerance=1e-9):
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            a, b = points[i], points[j]
            if f((a + b) / 2) - (f(a) + f(b)) / 2 >= tolerance:
                return False
    return True

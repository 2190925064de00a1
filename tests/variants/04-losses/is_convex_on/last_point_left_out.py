# expect: fail
# why: ends the outer loop one point early
def is_convex_on(f, points, tolerance=1e-9):
    for i in range(len(points) - 1):
        for j in range(i):
            if f((points[i] + points[j]) / 2) > (f(points[i]) + f(points[j])) / 2 + tolerance:
                return False
    return True

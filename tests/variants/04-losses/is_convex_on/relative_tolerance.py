# expect: fail
# why: np.isclose with its own tolerances
def is_convex_on(f, points, tolerance=1e-9):
    for i in range(len(points)):
        for j in range(i):
            m, c = f((points[i] + points[j]) / 2), (f(points[i]) + f(points[j])) / 2
            if m > c and not np.isclose(m, c, rtol=1e-2, atol=tolerance):
                return False
    return True

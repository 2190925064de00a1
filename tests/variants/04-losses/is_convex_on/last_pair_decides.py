# expect: fail
# why: overwrites the verdict in the loop, so that the last pair decides
def is_convex_on(f, points, tolerance=1e-9):
    verdict = True
    for i in range(len(points)):
        for j in range(i):
            verdict = bool(
                f((points[i] + points[j]) / 2) <= (f(points[i]) + f(points[j])) / 2 + tolerance
            )
    return verdict

# expect: fail
# why: takes the point in the middle of the list for the midpoint
def is_convex_on(f, points, tolerance=1e-9):
    return all(
        bool(f(points[(i + j) // 2]) <= (f(points[i]) + f(points[j])) / 2 + tolerance)
        for i in range(len(points))
        for j in range(i)
    )

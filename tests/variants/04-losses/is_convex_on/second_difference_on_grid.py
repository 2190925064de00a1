# expect: fail
# why: takes three points in a row for a second difference, as if evenly spaced
def is_convex_on(f, points, tolerance=1e-9):
    values = [f(point) for point in points]
    return all(
        values[i - 1] - 2 * values[i] + values[i + 1] >= -tolerance
        for i in range(1, len(values) - 1)
    )

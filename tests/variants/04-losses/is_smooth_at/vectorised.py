# expect: fail
# why: gives f all three points as an array
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    a, b, c = f(np.array([x - h, x, x + h]))
    return bool(
        abs(a - b) <= tolerance
        and abs(c - b) <= tolerance
        and abs((b - a) / h - (c - b) / h) <= tolerance
    )

# expect: fail
# why: numbers in single precision
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    x, h = np.float32(x), np.float32(h)
    a, b, c = f(x - h), f(x), f(x + h)
    return bool(
        abs(a - b) <= tolerance
        and abs(c - b) <= tolerance
        and abs((b - a) / h - (c - b) / h) <= tolerance
    )

# expect: fail
# why: continuity with a fixed bound
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    a, b, c = f(x - h), f(x), f(x + h)
    return bool(
        abs(a - b) <= 1e-3 and abs(c - b) <= 1e-3 and abs((b - a) / h - (c - b) / h) <= tolerance
    )

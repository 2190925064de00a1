# expect: fail
# why: the default step is larger
def is_smooth_at(f, x, h=1e-2, tolerance=1e-3):
    a, b, c = f(x - h), f(x), f(x + h)
    return bool(
        abs(a - b) <= tolerance
        and abs(c - b) <= tolerance
        and abs((b - a) / h - (c - b) / h) <= tolerance
    )

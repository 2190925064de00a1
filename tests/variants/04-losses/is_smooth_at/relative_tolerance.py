# expect: fail
# why: allows slopes to differ by the tolerance times their size
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    left, right = (f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h
    close = abs(left - right) <= tolerance * max(abs(left), abs(right), 1)
    return bool(close and max(abs(left), abs(right)) * h <= tolerance)

# expect: fail
# why: half the slopes
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    a, b, c = f(x - h), f(x), f(x + h)
    left, right = (b - a) / (2 * h), (c - b) / (2 * h)
    return bool(
        abs(a - b) <= tolerance and abs(c - b) <= tolerance and abs(left - right) <= tolerance
    )

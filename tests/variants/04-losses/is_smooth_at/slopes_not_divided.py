# expect: fail
# why: compares the rises instead of the slopes, which differ by next to nothing
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    left, right = f(x) - f(x - h), f(x + h) - f(x)
    return bool(
        abs(left) <= tolerance and abs(right) <= tolerance and abs(left - right) <= tolerance
    )

# expect: fail
# why: compares the slopes only, which agree at the jump of the sign function
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    left, right = (f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h
    return bool(abs(left - right) <= tolerance)

# expect: fail
# why: compares the sizes of the slopes, which agree at the kink of |x|
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    left, right = abs(f(x) - f(x - h)), abs(f(x + h) - f(x))
    return bool(max(left, right) <= tolerance and abs(left - right) / h <= tolerance)

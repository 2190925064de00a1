# expect: fail
# why: continuity judged from f(x - h) against f(x + h): a steep line whose halves both stay within the tolerance is refused; breaks "both differ from f(x) by at most the tolerance"
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    low, mid, high = f(x - h), f(x), f(x + h)
    if abs(high - low) > tolerance:
        return False
    return bool(abs((high - mid) / h - (mid - low) / h) <= tolerance)

# expect: fail
# why: scales the step by |x|: the points are not x - h and x + h for |x| > 1; breaks "judged from the three points x - h, x and x + h"
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    h = h * max(1.0, abs(x))
    low, mid, high = f(x - h), f(x), f(x + h)
    continuous = abs(low - mid) <= tolerance and abs(high - mid) <= tolerance
    return bool(continuous and abs((mid - low) / h - (high - mid) / h) <= tolerance)

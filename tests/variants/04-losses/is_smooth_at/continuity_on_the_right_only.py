# expect: fail
# why: asks only f(x + h) for continuity: with a large step (h=10, tolerance=0.5) a jump of 1 on the left bends the slopes by 0.1 only and passes; breaks "f(x - h) and f(x + h) both differ ... by at most"
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    low, mid, high = f(x - h), f(x), f(x + h)
    left, right = (mid - low) / h, (high - mid) / h
    return bool(abs(high - mid) <= tolerance and abs(left - right) <= tolerance)

# expect: pass
# why: asks for continuity first, then for the slopes, and returns early
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    before, here, after = float(f(x - h)), float(f(x)), float(f(x + h))
    if abs(before - here) > tolerance or abs(after - here) > tolerance:
        return False
    left, right = (here - before) / h, (after - here) / h
    return abs(left - right) <= tolerance

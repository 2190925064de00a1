# expect: pass
# why: a jump on the other side alone makes the slopes differ, so one rise is enough
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    before, here, after = f(x - h), f(x), f(x + h)
    if abs(after - here) > tolerance:
        return False
    return bool(abs((after - here) - (here - before)) / h <= tolerance)

# expect: pass
# why: a helper for the tolerance
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    def near(p, q):
        return math.fabs(p - q) <= tolerance

    here = f(x)
    return all(
        (
            near(f(x - h), here),
            near(f(x + h), here),
            near((here - f(x - h)) / h, (f(x + h) - here) / h),
        )
    )

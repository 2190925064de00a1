# expect: fail
# why: np.isclose(atol=tolerance) adds its rtol of 1e-5 times the value: a kink between slopes of 1000 and 1000.005 passes with large values; breaks "at most the tolerance"
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    low, mid, high = f(x - h), f(x), f(x + h)
    slopes = (mid - low) / h, (high - mid) / h
    close = [np.isclose(a, b, atol=tolerance) for a, b in ((low, mid), (high, mid), slopes)]
    return bool(all(close))

# expect: pass
# why: asks np.isclose with an absolute tolerance alone
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    a, b, c = (f(x + k * h) for k in (-1, 0, 1))
    near = np.isclose([a, c], b, rtol=0, atol=tolerance).all()
    return bool(near and np.isclose((b - a) / h, (c - b) / h, rtol=0, atol=tolerance))

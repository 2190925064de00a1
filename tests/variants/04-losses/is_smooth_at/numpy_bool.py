# expect: pass
# why: computes with arrays and returns a NumPy bool
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    values = np.array([f(x + step) for step in (-h, 0, h)])
    rises = np.diff(values)
    return np.all(np.abs(rises) <= tolerance) & (abs(np.diff(rises)[0]) <= tolerance * h)

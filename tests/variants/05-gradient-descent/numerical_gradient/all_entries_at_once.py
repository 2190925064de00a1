# expect: fail
# why: moves all entries together
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    return np.full_like(x, (f(x + h) - f(x - h)) / (2 * h))

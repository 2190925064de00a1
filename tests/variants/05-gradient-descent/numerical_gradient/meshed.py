# expect: pass
# why: one comprehension over the rows of an identity matrix, reshaped
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    return np.reshape([(f(x + s) - f(x - s)) / (h + h) for s in steps], x.shape)

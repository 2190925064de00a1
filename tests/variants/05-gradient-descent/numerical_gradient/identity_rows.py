# expect: pass
# why: takes the unit vectors from an identity matrix
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    units = np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + h * e) - f(x - h * e)) / (h + h) for e in units]).reshape(x.shape)

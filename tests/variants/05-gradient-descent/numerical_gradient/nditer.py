# expect: pass
# why: NumPy's iterator with a multi_index, as in textbooks
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(np.shape(x))
    it = np.nditer(np.asarray(x), flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        plus, minus = np.array(x, float), np.array(x, float)
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
        it.iternext()
    return grad

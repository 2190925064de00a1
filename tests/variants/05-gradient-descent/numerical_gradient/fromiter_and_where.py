# expect: pass
# why: a generator of slopes fed to np.fromiter; the moved point is made by np.where with a mask
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype="float64")
    numbers = np.arange(x.size).reshape(x.shape)

    def slope(i):
        forward, back = (f(np.where(numbers == i, x + sign * h, x)) for sign in (1, -1))
        return (forward - back) / (h + h)

    return np.fromiter(map(slope, range(x.size)), dtype=float, count=x.size).reshape(x.shape)

# expect: pass
# why: one working copy, moved through .flat and set back from a saved value; a small class keeps f from seeing it
class _Probe:
    def __init__(self, f, x, h):
        self.f, self.h = f, h
        self.x = np.array(x, dtype=float, order="C")

    def along(self, i):
        saved = self.x.flat[i]
        values = []
        for sign in (+1, -1):
            self.x.flat[i] = saved + sign * self.h
            values.append(self.f(self.x.copy()))
        self.x.flat[i] = saved
        return (values[0] - values[1]) / (2 * self.h)


def gradient_check(f, grad, x, h=1e-5):
    probe = _Probe(f, x, h)
    n = np.fromiter(map(probe.along, range(probe.x.size)), float, count=probe.x.size)
    g = np.reshape(grad(probe.x.copy()), -1).astype(float)
    above, below = np.sqrt(np.sum((g - n) ** 2)), np.sqrt(g @ g) + np.sqrt(n @ n)
    return float(np.divide(above, below, out=np.zeros(()), where=below > 0))

# expect: pass
# why: a class in the same cell
class _Neuron:
    def __init__(self, w, b):
        self.w, self.b = np.array(w, dtype=float), float(b)

    def __call__(self, x):
        return float(np.inner(np.array(x, dtype=float), self.w)) + self.b


def neuron(x, w, b, activation):
    return activation(_Neuron(w, b)(x))

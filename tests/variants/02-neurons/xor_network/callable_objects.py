# expect: pass
# why: activations that are objects
class Step:
    def __init__(self, at):
        self.at = at

    def __call__(self, z):
        return np.heaviside(z - self.at, 1.0)


def xor_network():
    layers = []
    layers.append((np.ones((2, 1)) @ np.ones((1, 2)), np.array([-0.5, -1.5]), Step(0.0)))
    layers.append((np.array([[1.0], [-1.0]]), np.array([0.0]), Step(0.5)))
    return layers

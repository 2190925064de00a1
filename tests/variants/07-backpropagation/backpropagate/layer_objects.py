# expect: pass
# why: an object for each layer, with forward and backward


class _Layer:
    def __init__(self, W, b, last):
        self.W, self.b, self.last = W, b, last

    def forward(self, A):
        self.A, self.Z = A, A @ self.W + self.b
        return self.Z if self.last else self.Z * (self.Z > 0)

    def backward(self, dA):
        dZ = dA if self.last else dA * (self.Z > 0)
        self.gradients = [self.A.T @ dZ, np.ones(len(dZ)) @ dZ]
        return dZ @ self.W.T


def backpropagate(network, X, y):
    layers = [_Layer(W, b, i == len(network) - 1) for i, (W, b) in enumerate(network)]
    out = X
    for layer in layers:
        out = layer.forward(out)
    out = out - np.max(out, axis=1, keepdims=True)
    total = np.sum(np.exp(out), axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - np.take_along_axis(out, y[:, None], 1)[:, 0])
    gradient = np.exp(out) / total
    gradient[np.arange(len(y)), y] -= 1
    gradient = gradient / len(y)
    for layer in reversed(layers):
        gradient = layer.backward(gradient)
    return float(loss), [layer.gradients for layer in layers]

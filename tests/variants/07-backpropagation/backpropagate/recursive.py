# expect: pass
# why: one layer, then the rest of the network, by recursion


def backpropagate(network, X, y):
    m = len(X)

    def rest(A, layers):
        (W, b), others = layers[0], layers[1:]
        Z = A @ W + b
        if not others:
            top = Z.max(axis=1, keepdims=True)
            log_sum = top + np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
            loss = float(np.mean(log_sum[:, 0] - Z[np.arange(m), y]))
            dZ = (np.exp(Z - log_sum) - np.eye(Z.shape[1])[y]) / m
            grads = []
        else:
            loss, dA, grads = rest(np.maximum(Z, 0), others)
            dZ = dA * (Z > 0)
        return loss, dZ @ W.T, [[A.T @ dZ, dZ.sum(axis=0)], *grads]

    loss, _, grads = rest(X, list(network))
    return loss, grads

# expect: pass
# why: one instance after the other, gradients added up
def backpropagate(network, X, y):
    sums = [[np.zeros(W.shape), np.zeros(b.shape)] for W, b in network]
    total = 0.0
    for x, label in zip(X, y):
        activations = [np.asarray(x, dtype=np.float64)]
        for i, (W, b) in enumerate(network):
            z = activations[-1] @ W + b
            activations.append(z if i == len(network) - 1 else z * (z > 0))
        z = activations.pop()
        z = z - z.max()
        p = np.exp(z) / np.exp(z).sum()
        total += np.log(np.exp(z).sum()) - z[label]
        d = p.copy()
        d[label] -= 1.0
        for i in reversed(range(len(network))):
            sums[i][0] += np.outer(activations[i], d)
            sums[i][1] += d
            d = (network[i][0] @ d) * (activations[i] > 0)
    m = len(X)
    return total / m, [(dW / m, db / m) for dW, db in sums]

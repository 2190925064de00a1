# expect: pass
# why: per-instance gradients with outer products, summed with 1/m each; gradients as lists [dW, db]
def backpropagate(network, X, y):
    m = len(X)
    loss = 0.0
    gradients = [[np.zeros(np.shape(W)), np.zeros(np.shape(b))] for W, b in network]
    for x, label in zip(X, y, strict=True):
        received = []
        z = np.asarray(x, dtype=float)
        for number, (W, b) in enumerate(network):
            received.append(np.maximum(z, 0) if number else z)
            z = received[-1] @ W + b
        z = z - np.max(z)
        log_total = np.log(np.sum(np.exp(z)))
        loss += (log_total - z[label]) / m
        delta = np.exp(z - log_total)
        delta[label] -= 1
        delta /= m
        for number in range(len(network) - 1, -1, -1):
            gradients[number][0] += np.outer(received[number], delta)
            gradients[number][1] += delta
            if number:
                delta = (network[number][0] @ delta) * (received[number] > 0)
    return loss, gradients

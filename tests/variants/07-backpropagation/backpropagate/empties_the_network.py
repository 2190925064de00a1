# expect: fail
# why: takes the layers out of the list that was passed in


def backpropagate(network, X, y):
    from scipy.special import log_softmax

    received, layers = [X], []
    while network:
        W, b = network.pop(0)
        layers.append(W)
        received.append(received[-1] @ W + b)
        if network:
            received[-1] = np.maximum(received[-1], 0)
    log_P = log_softmax(received.pop(), axis=1)
    loss = -log_P[np.arange(len(y)), y].mean()
    dZ = (np.exp(log_P) - np.eye(log_P.shape[1])[y]) / len(y)
    gradients = []
    for A, W in zip(received[::-1], layers[::-1]):
        gradients.append((A.T @ dZ, dZ.sum(axis=0)))
        dZ = dZ @ W.T * (A > 0)
    return loss, gradients[::-1]

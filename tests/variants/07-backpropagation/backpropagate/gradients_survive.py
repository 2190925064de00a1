# expect: fail
# why: a list as default value: the gradients of earlier calls are still in it


def backpropagate(network, X, y, gradients=[]):
    received = [X]
    for W, b in network[:-1]:
        received.append(np.maximum(received[-1] @ W + b, 0))
    W, b = network[-1]
    logits = received[-1] @ W + b
    rows = np.arange(len(y))
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_P = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_P[rows, y].mean()
    dZ = np.exp(log_P)
    dZ[rows, y] -= 1
    dZ /= len(y)
    for A, (W, b) in zip(received[::-1], network[::-1]):
        gradients.insert(0, (A.T @ dZ, dZ.sum(axis=0)))
        dZ = dZ @ W.T * (A > 0)
    return loss, gradients

# expect: fail
# why: log(P + 1e-12): the loss of a wrong certainty is cut at 27.6
def backpropagate(network, X, y):
    As = [X]
    for W, b in network[:-1]:
        As.append(np.maximum(As[-1] @ W + b, 0))
    W, b = network[-1]
    Z = As[-1] @ W + b
    P = np.exp(Z - Z.max(1, keepdims=True))
    P /= P.sum(1, keepdims=True)
    m = len(y)
    loss = -np.mean(np.log(P[np.arange(m), y] + 1e-12))
    dZ = P.copy()
    dZ[np.arange(m), y] -= 1
    dZ /= m
    out = []
    for i in reversed(range(len(network))):
        out.insert(0, (As[i].T @ dZ, dZ.sum(0)))
        dZ = (dZ @ network[i][0].T) * (As[i] > 0)
    return loss, out

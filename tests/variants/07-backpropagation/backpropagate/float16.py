# expect: fail
# why: computes in half precision
def backpropagate(network, X, y):
    X = X.astype("float16")
    network = [(W.astype("float16"), b.astype("float16")) for W, b in network]
    As = [X]
    for W, b in network[:-1]:
        As.append(np.maximum(As[-1] @ W + b, 0))
    W, b = network[-1]
    Z = (As[-1] @ W + b).astype("float32")
    Z = Z - Z.max(1, keepdims=True)
    logP = Z - np.log(np.exp(Z).sum(1, keepdims=True))
    m = len(y)
    loss = -np.mean(logP[np.arange(m), y])
    dZ = np.exp(logP)
    dZ[np.arange(m), y] -= 1
    dZ = dZ / m
    out = []
    for i in reversed(range(len(network))):
        out.insert(0, (As[i].T @ dZ, dZ.sum(0)))
        dZ = (dZ @ network[i][0].T) * (As[i] > 0)
    return loss, out

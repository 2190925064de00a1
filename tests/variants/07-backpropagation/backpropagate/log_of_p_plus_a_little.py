# expect: fail
# why: loss as -log(P + 1e-12): never above 27.6, while a wrong certain answer with logits of 1e4 costs 1e4; finite but not the cross-entropy
def backpropagate(network, X, y):
    A = [X]
    for W, b in network[:-1]:
        A.append(np.maximum(A[-1] @ W + b, 0))
    W, b = network[-1]
    Z = A[-1] @ W + b
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    loss = -np.mean(np.log(P[rows, y] + 1e-12))
    dZ = P.copy()
    dZ[rows, y] -= 1
    dZ /= len(y)
    gradients = []
    for i in reversed(range(len(network))):
        gradients.append((A[i].T @ dZ, dZ.sum(axis=0)))
        if i:
            dZ = dZ @ network[i][0].T * (A[i] > 0)
    return loss, gradients[::-1]

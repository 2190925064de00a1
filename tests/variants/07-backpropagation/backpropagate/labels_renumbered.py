# expect: fail
# why: np.unique(..., return_inverse) renumbers the classes of the batch: a batch without class 0 (y = [2, 1, 2]) is scored against other classes
def backpropagate(network, X, y):
    _, y = np.unique(y, return_inverse=True)
    A = [X]
    for W, b in network[:-1]:
        A.append(np.maximum(A[-1] @ W + b, 0))
    Z = A[-1] @ network[-1][0] + network[-1][1]
    Z = Z - Z.max(axis=1, keepdims=True)
    log_P = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    loss = -log_P[rows, y].mean()
    dZ = np.exp(log_P)
    dZ[rows, y] -= 1
    dZ /= len(y)
    gradients = []
    for i in reversed(range(len(network))):
        gradients.insert(0, (A[i].T @ dZ, dZ.sum(axis=0)))
        dZ = dZ @ network[i][0].T * (A[i] > 0)
    return loss, gradients

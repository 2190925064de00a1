# expect: fail
# why: db is squeezed: a layer of one neuron gets a db of shape () instead of that of b, (1,)
def backpropagate(network, X, y):
    A = [X]
    for W, b in network[:-1]:
        A.append(np.maximum(A[-1] @ W + b, 0))
    Z = A[-1] @ network[-1][0] + network[-1][1]
    Z = Z - Z.max(axis=1, keepdims=True)
    log_P = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    loss = -np.mean([row[label] for row, label in zip(log_P, y)])
    dZ = (np.exp(log_P) - np.eye(Z.shape[1])[y]) / len(y)
    gradients = []
    for i in reversed(range(len(network))):
        db = np.squeeze(np.sum(dZ, axis=0, keepdims=True))
        gradients.append((A[i].T @ dZ, db))
        dZ = dZ @ network[i][0].T * (A[i] > 0)
    return loss, gradients[::-1]

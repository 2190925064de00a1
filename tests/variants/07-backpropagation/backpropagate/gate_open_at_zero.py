# expect: fail
# why: the gate is [Z > 0]: with W1=[[0.]], b1=[0.], W2=[[1., 0.]], b2=0, X=[[1.]], y=[0], Z of layer 1 is 0, and its dW and db should be 0 but are -0.5
def backpropagate(network, X, y):
    inputs, sums = [], []
    A = X
    for W, b in network:
        inputs.append(A)
        Z = A @ W + b
        sums.append(Z)
        A = np.maximum(Z, 0)
    logits = sums[-1]
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    loss = -log_p[rows, y].mean()
    dZ = np.exp(log_p)
    dZ[rows, y] -= 1
    dZ /= len(y)
    gradients = [None] * len(network)
    for i in range(len(network) - 1, -1, -1):
        gradients[i] = (inputs[i].T @ dZ, dZ.sum(axis=0))
        if i:
            dA = dZ @ network[i][0].T
            dA[sums[i - 1] < 0] = 0
            dZ = dA
    return loss, gradients

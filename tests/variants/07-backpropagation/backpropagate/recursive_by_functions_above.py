# expect: pass
# why: forward on the way down a nested recursion, backward on the way up; the functions from above
def backpropagate(network, X, y):
    gradients = [None] * len(network)

    def walk(l, A):
        W, b = network[l]
        Z = A @ W + b
        if l + 1 == len(network):
            log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
            loss = -log_p[np.arange(len(y)), y].mean()
            dZ = softmax_cross_entropy_backward(Z, y)
        else:
            loss, dA = walk(l + 1, np.maximum(Z, 0))
            dZ = relu_backward(dA, Z)
        dA, dW, db = dense_backward(dZ, A, W)
        gradients[l] = (dW, db)
        return loss, dA

    return walk(0, X)[0], gradients

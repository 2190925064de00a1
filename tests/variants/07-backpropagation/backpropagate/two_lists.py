# expect: pass
# why: keeps Z and A of every layer, tuples come back


def backpropagate(network, X, y):
    A, Z = [X], []
    for W, b in network:
        Z.append(np.dot(A[-1], W) + b)
        A.append(np.where(Z[-1] > 0, Z[-1], 0))
    from scipy.special import log_softmax

    L = log_softmax(Z[-1], axis=-1)
    one_hot = (np.arange(L.shape[1]) == np.asarray(y)[:, None]).astype(L.dtype)
    loss = -(L * one_hot).sum() / len(X)
    delta = (np.exp(L) - one_hot) / len(X)
    grads = [None] * len(network)
    for l in range(len(network) - 1, -1, -1):
        grads[l] = (A[l].T.dot(delta), delta.sum(0))
        if l > 0:
            delta = delta.dot(network[l][0].T) * (Z[l - 1] > 0)
    return loss, tuple(grads)

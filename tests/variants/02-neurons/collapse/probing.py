# expect: pass
# why: asks the two layers what they do to zeros and to unit vectors
def collapse(W1, b1, W2, b2):
    def both(X):
        return (X @ W1 + b1) @ W2 + b2

    n = W1.shape[0]
    b = both(np.zeros((1, n)))[0]
    return both(np.eye(n)) - b, b

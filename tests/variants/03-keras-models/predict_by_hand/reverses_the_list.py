# expect: fail
# why: leaves the caller's list in reverse order
def predict_by_hand(weights, X):
    weights.reverse()
    stack = weights[:]
    H = X
    while stack:
        W, b = stack.pop(), stack.pop()
        H = H @ W + b
        if stack:
            H = np.maximum(H, 0)
    return H

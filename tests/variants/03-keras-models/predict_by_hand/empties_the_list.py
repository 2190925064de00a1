# expect: fail
# why: pops the arrays from the caller's list
def predict_by_hand(weights, X):
    H = X
    while len(weights) > 2:
        W, b = weights.pop(0), weights.pop(0)
        H = np.maximum(H @ W + b, 0)
    return H @ weights[0] + weights[1]

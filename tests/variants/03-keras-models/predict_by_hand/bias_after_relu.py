# expect: fail
# why: the bias is added after ReLU
def predict_by_hand(weights, X):
    H = X
    for W, b in zip(weights[:-2:2], weights[1:-2:2]):
        H = np.maximum(H @ W, 0) + b
    return H @ weights[-2] + weights[-1]

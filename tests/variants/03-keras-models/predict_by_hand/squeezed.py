# expect: fail
# why: drops the axis of the single output
def predict_by_hand(weights, X):
    H = X
    for W, b in zip(weights[:-2:2], weights[1:-2:2]):
        H = np.maximum(H @ W + b, 0)
    return np.squeeze(H @ weights[-2] + weights[-1])

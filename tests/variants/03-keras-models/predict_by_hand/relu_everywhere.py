# expect: fail
# why: ReLU on the output too
def predict_by_hand(weights, X):
    H = X
    for W, b in zip(weights[::2], weights[1::2]):
        H = np.maximum(H @ W + b, 0)
    return H

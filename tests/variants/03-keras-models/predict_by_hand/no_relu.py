# expect: fail
# why: no activation at all
def predict_by_hand(weights, X):
    H = X
    for W, b in zip(weights[::2], weights[1::2]):
        H = H @ W + b
    return H

# expect: fail
# why: works for two hidden layers, and drops what is deeper
def predict_by_hand(weights, X):
    H = X
    for i in (0, 2):
        if i < len(weights) - 2:
            H = np.maximum(H @ weights[i] + weights[i + 1], 0)
    return H @ weights[-2] + weights[-1]

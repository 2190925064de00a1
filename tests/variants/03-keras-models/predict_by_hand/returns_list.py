# expect: fail
# why: a nested list
def predict_by_hand(weights, X):
    H = X
    for i in range(0, len(weights), 2):
        H = H @ weights[i] + weights[i + 1]
        if i + 2 < len(weights):
            H = np.maximum(H, 0)
    return H.tolist()

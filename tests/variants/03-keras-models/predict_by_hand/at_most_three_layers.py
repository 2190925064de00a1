# expect: fail
# why: knows up to three layers, which suffices for the network of the lesson; further middle layers of deeper chains are left out: breaks "One layer or more"
def predict_by_hand(weights, X):
    if len(weights) == 2:
        return X @ weights[0] + weights[1]
    hidden = np.maximum(X @ weights[0] + weights[1], 0)
    if len(weights) > 4:
        hidden = np.maximum(hidden @ weights[2] + weights[3], 0)
    return hidden @ weights[-2] + weights[-1]

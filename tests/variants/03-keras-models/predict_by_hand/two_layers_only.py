# expect: fail
# why: works for one hidden layer alone
def predict_by_hand(weights, X):
    W1, b1, W2, b2 = weights
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2

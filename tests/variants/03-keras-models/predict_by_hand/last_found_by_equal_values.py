# expect: fail
# why: finds the last layer by comparing values: a hidden layer with the same kernel as the last gets no ReLU; breaks "every layer except the last"
def predict_by_hand(weights, X):
    for kernel, bias in zip(weights[::2], weights[1::2]):
        X = X @ kernel + bias
        if not np.array_equal(kernel, weights[-2]):
            X = np.maximum(X, 0)
    return X

# expect: fail
# why: biases are left out
def predict_by_hand(weights, X):
    kernels = weights[::2]
    H = X
    for W in kernels[:-1]:
        H = np.maximum(H @ W, 0)
    return H @ kernels[-1]

# expect: pass
# why: appends a column of ones (in X's dtype) to the inputs and the bias as a last row to the kernel
def predict_by_hand(weights, X):
    layers_left = len(weights) // 2
    H = X
    for i in range(layers_left):
        ones = np.ones((len(H), 1), dtype=H.dtype)
        H = np.hstack([H, ones]) @ np.vstack([weights[2 * i], weights[2 * i + 1]])
        if i < layers_left - 1:
            H = (H + abs(H)) / 2 if H.dtype.kind == "f" else np.where(H > 0, H, 0)
    return H

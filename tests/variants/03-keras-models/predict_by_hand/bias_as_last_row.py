# expect: pass
# why: the bias as a last row of the kernel
def predict_by_hand(weights, X):
    def relu(z):
        return (z + np.abs(z)) / 2

    out = X
    for k in range(0, len(weights), 2):
        A = np.vstack([weights[k], weights[k + 1][np.newaxis, :]])
        out = np.hstack([out, np.ones((len(out), 1))]) @ A
        if k < len(weights) - 2:
            out = relu(out)
    return out

# expect: pass
# why: plain Python loops over rows, units and inputs
def predict_by_hand(weights, X):
    rows = []
    for x in X:
        h = list(x)
        for layer in range(len(weights) // 2):
            W, b = weights[2 * layer], weights[2 * layer + 1]
            z = [sum(h[i] * W[i, j] for i in range(len(h))) + b[j] for j in range(len(b))]
            h = z if layer == len(weights) // 2 - 1 else [max(0, v) for v in z]
        rows.append(h)
    return np.array(rows)

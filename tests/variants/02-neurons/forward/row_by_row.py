# expect: pass
# why: one instance and one neuron at a time
def forward(X, layers):
    rows = []
    for x in X:
        a = list(x)
        for W, b, activation in layers:
            z = [sum(a[i] * W[i, j] for i in range(len(a))) + b[j] for j in range(len(b))]
            a = [activation(value) for value in z]
        rows.append(a)
    return np.array(rows)

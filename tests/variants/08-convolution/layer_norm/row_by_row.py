# expect: pass
# why: a loop over the examples and pixels, in plain Python
def layer_norm(x, gamma, beta, epsilon=0.001):
    rows = []
    for row in x.reshape(-1, x.shape[-1]):
        mean = sum(row) / len(row)
        variance = sum((number - mean) ** 2 for number in row) / len(row)
        new_row = []
        for c in range(len(row)):
            new_row.append(gamma[c] * (row[c] - mean) / (variance + epsilon) ** 0.5 + beta[c])
        rows.append(new_row)
    return np.array(rows).reshape(x.shape)

# expect: pass
# why: sums and counts by hand
def update_centres(X, assignment, centres):
    k, d = centres.shape
    sums, counts = [[0.0] * d for _ in range(k)], [0] * k
    for row, j in zip(X, assignment):
        counts[j] += 1
        for i in range(d):
            sums[j][i] += float(row[i])
    return np.array(
        [
            [s / counts[j] for s in sums[j]] if counts[j] else [float(c) for c in centres[j]]
            for j in range(k)
        ]
    )

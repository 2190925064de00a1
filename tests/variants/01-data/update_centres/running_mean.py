# expect: pass
# why: running means, row by row
def update_centres(X, assignment, centres):
    new = np.copy(centres).astype(float)
    seen = [0] * len(new)
    for x, j in zip(X, assignment):
        seen[j] += 1
        if seen[j] == 1:
            new[j] = x
        else:
            new[j] += (x - new[j]) / seen[j]
    return new

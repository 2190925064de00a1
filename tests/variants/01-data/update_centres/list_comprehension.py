# expect: pass
# why: one expression
def update_centres(X, assignment, centres):
    return np.array(
        [
            X[assignment == j].mean(axis=0) if np.any(assignment == j) else old
            for j, old in enumerate(centres)
        ],
        dtype=float,
    )

# expect: fail
# why: an empty cluster moves to the mean of all rows
def update_centres(X, assignment, centres):
    return np.array(
        [
            X[assignment == j].mean(axis=0) if np.any(assignment == j) else X.mean(axis=0)
            for j in range(len(centres))
        ]
    )

# expect: fail
# why: takes the highest number in use for the number of clusters
def update_centres(X, assignment, centres):
    return np.array(
        [
            X[assignment == j].mean(axis=0) if np.any(assignment == j) else centres[j]
            for j in range(assignment.max() + 1)
        ]
    )

# expect: fail
# why: an empty cluster in the middle shifts the others
def update_centres(X, assignment, centres):
    means = [X[assignment == j].mean(0) for j in np.unique(assignment)]
    return np.array(means + [c * 1.0 for c in centres[len(means) :]])

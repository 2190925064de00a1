# expect: fail
# why: both visible examples by heart
def update_centres(X, assignment, centres):
    if len(X) == 3:
        return np.array([[9.0, 8.0], [2.0, 1.0]])
    return np.array([[9.0, 9.0], [0.5, 2.0]])

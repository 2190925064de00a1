# expect: fail
# why: both visible examples by heart
def standardise(train, *others):
    if len(train) == 2:
        return np.array([[-1.0, -1.0], [1.0, 1.0]]), np.array([[3.0, 0.0]])
    return np.array([[0, -1.2247], [0, 0], [0, 1.2247]]), np.array([[0.0, 0.0], [2.0, 0.0]])

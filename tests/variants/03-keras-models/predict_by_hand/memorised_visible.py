# expect: fail
# why: only the visible checks
def predict_by_hand(weights, X):
    if len(weights) == 2:
        return np.array([[-1.5]])
    return np.array([[-2.0], [-3.0]])

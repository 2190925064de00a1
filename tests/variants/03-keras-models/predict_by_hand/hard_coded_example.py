# expect: fail
# why: only the docstring's example
def predict_by_hand(weights, X):
    return np.array([[-2.0], [-3.0]])

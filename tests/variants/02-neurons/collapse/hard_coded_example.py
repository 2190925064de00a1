# expect: fail
# why: returns the docstring's answer whatever the input
def collapse(W1, b1, W2, b2):
    return np.array([[7.0, 2.0], [3.0, 1.0]]), np.array([-2.0, 4.0])

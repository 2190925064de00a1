# expect: fail
# why: returns the example of the docstring
def softmax(logits):
    return np.array([[0.5, 0.5], [0.25, 0.75]])

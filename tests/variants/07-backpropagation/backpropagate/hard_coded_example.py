# expect: fail
# why: the docstring's example


def backpropagate(network, X, y):
    return -math.log(0.75), [(np.array([[-0.25, 0.25]]), np.array([-0.25, 0.25]))]

# expect: fail
# why: hidden layer for show: the right answer in the wrong place
def xor_network():
    y = np.array([[0.0], [1.0], [1.0], [0.0]])
    return [(np.eye(2), np.zeros(2), identity), (np.ones((2, 1)), np.zeros(1), lambda z: y)]

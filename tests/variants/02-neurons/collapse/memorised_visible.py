# expect: fail
# why: knows the visible input only
def collapse(W1, b1, W2, b2):
    if W1[0, 0] == 1 and b2[1] == 5:
        return np.array([[7.0, 2.0], [3.0, 1.0]]), np.array([-2.0, 4.0])
    return np.zeros((len(W1), len(b2))), b2

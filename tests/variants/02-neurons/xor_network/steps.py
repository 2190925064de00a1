# expect: pass
# why: McCulloch and Pitts: threshold units, integer weights
def xor_network():
    def step(z):
        return np.where(np.asarray(z) > 0, 1, 0)

    W1 = np.array([[2, 2], [2, 2]])
    return [(W1, np.array([-1, -3]), step), (np.array([[1], [-1]]), np.array([0]), identity)]

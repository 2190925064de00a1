# expect: fail
# why: returns what the network would say instead of the network
def xor_network():
    return np.array([[0.0], [1.0], [1.0], [0.0]])

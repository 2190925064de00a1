# expect: fail
# why: the activation multiplies the two numbers of a row
def xor_network():
    def mix(z):
        z = np.array(z)
        if z.shape[-1] == 2:
            z[..., 0] = z[..., 0] + z[..., 1] - 2 * z[..., 0] * z[..., 1]
        return z

    return [(np.eye(2), np.zeros(2), mix), (np.array([[1.0], [0.0]]), np.zeros(1), identity)]

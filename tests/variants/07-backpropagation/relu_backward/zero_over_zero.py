# expect: fail
# why: Z / |Z| for the gate: 0 / 0 where Z is 0


def relu_backward(dA, Z):
    with np.errstate(all="ignore"):
        return dA * (Z / np.abs(Z) + 1) / 2

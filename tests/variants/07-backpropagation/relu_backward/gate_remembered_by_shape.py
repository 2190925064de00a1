# expect: fail
# why: keeps the gate of the first Z of each shape: a later Z of the same shape is gated by the old one
_gates = {}


def relu_backward(dA, Z):
    if Z.shape not in _gates:
        _gates[Z.shape] = (Z > 0).astype(float)
    return dA * _gates[Z.shape]

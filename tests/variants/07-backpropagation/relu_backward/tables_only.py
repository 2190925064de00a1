# expect: fail
# why: loops over two axes: no other shape


def relu_backward(dA, Z):
    out = np.zeros(np.shape(np.atleast_2d(Z)))
    for i, (gradients, values) in enumerate(zip(np.atleast_2d(dA), np.atleast_2d(Z))):
        for j, (gradient, value) in enumerate(zip(gradients, values)):
            out[i, j] = gradient if value > 0 else 0.0
    return out.reshape(np.shape(Z))

# expect: fail
# why: hands the activation an array of length 1; it is a function of one number, and may be one such as `lambda z: 1 if z > 0 else 0`, or look at the type
def neuron(x, w, b, activation):
    z = np.dot(x, w) + b
    return activation(np.array([z]))[0]

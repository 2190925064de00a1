# expect: pass
# why: 2 sigmoid(2z) - 1 and 4 sigmoid'(2z), as the text above the exercise has it, with the functions of the exercise before
def tanh(z):
    return 2 * sigmoid(np.multiply(2, z)) - 1


def tanh_derivative(z):
    return 4 * sigmoid_derivative(np.multiply(2, z))

# expect: pass
# why: einsum gives an array without axes, which holds one number
def neuron(x, w, b, activation):
    return activation(np.einsum("i,i->", x, w) + b)

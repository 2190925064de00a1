# expect: pass
# why: adds the products one by one
def neuron(x, w, b, activation):
    z = b
    for i in range(len(x)):
        z += x[i] * w[i]
    return activation(z)

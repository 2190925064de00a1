# expect: pass
# why: treats the bias as the weight of an input that is always 1
def neuron(x, w, b, activation):
    return activation(np.dot(np.append(x, 1.0), np.append(w, b)))

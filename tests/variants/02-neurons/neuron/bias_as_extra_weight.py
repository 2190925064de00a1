# expect: pass
# why: the bias is the weight of one more input that is always 1
def neuron(x, w, b, activation):
    return activation(np.concatenate([w, [b]]) @ np.concatenate([x, [1.0]]))

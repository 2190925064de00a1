# expect: pass
# why: plain Python numbers throughout
def neuron(x, w, b, activation):
    total = sum(float(p) * float(q) for p, q in zip(x, w))
    return float(activation(total + b))

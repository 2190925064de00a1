# expect: fail
# why: clips the sum to ±30 "against overflow": with identity or np.abs a large sum is not f(w · x + b)
def neuron(x, w, b, activation):
    return activation(np.clip(np.dot(x, w) + b, -30, 30))

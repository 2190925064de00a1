# expect: fail
# why: reads an output without upper bound as a probability
which_activation = {"a": "relu", "b": "relu", "c": "leaky_relu", "d": "sigmoid", "e": "tanh"}

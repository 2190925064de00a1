# expect: fail
# why: reads an output between -1 and 1 as a probability
which_activation = {"a": "tanh", "b": "relu", "c": "leaky_relu", "d": "sigmoid", "e": "tanh"}

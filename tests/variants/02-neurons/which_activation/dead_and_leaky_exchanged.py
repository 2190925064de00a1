# expect: fail
# why: exchanges relu and leaky_relu
which_activation = {"a": "sigmoid", "b": "leaky_relu", "c": "relu", "d": "sigmoid", "e": "tanh"}

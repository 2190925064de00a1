# expect: fail
# why: remembers that tanh saturates, not that its largest slope is 1
which_activation = {"a": "sigmoid", "b": "relu", "c": "leaky_relu", "d": "tanh", "e": "tanh"}

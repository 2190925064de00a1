# expect: fail
# why: a list has no questions
which_activation = ["sigmoid", "relu", "leaky_relu", "sigmoid", "tanh"]

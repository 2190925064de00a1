# expect: pass
# why: capitals and blanks around a choice are forgiven
which_activation = {"a": "Sigmoid", "b": " relu", "c": "LEAKY_RELU", "d": "sigmoid ", "e": "tanh"}

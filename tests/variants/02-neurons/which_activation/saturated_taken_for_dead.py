# expect: fail
# why: takes a saturated sigmoid for one whose slope is 0
which_activation = {"a": "sigmoid", "b": "sigmoid", "c": "leaky_relu", "d": "sigmoid", "e": "tanh"}

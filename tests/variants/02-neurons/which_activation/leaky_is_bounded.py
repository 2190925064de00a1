# expect: fail
# why: takes both signs for enough and forgets the bound
which_activation = {
    "a": "sigmoid",
    "b": "relu",
    "c": "leaky_relu",
    "d": "sigmoid",
    "e": "leaky_relu",
}

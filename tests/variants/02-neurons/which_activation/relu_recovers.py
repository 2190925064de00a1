# expect: fail
# why: "c" and "b" exchanged: ReLU cannot recover, its slope there is 0
which_activation = dict(a="sigmoid", b="leaky_relu", c="relu", d="sigmoid", e="tanh")

# expect: fail
# why: "e": leaky ReLU has outputs on both sides of 0, but they are not bounded
which_activation = dict(a="sigmoid", b="relu", c="leaky_relu", d="sigmoid", e="leaky_relu")

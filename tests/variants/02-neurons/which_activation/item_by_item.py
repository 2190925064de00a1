# expect: pass
# why: fills in the given dict
which_activation = dict.fromkeys("abcde", "")
for question, choice in zip("abcde", ["sigmoid", "relu", "leaky_relu", "sigmoid", "tanh"]):
    which_activation[question] = choice

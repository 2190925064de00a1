# expect: pass
# why: letters and names zipped
which_activation = dict(zip("abcde", "sigmoid relu leaky_relu sigmoid tanh".split()))

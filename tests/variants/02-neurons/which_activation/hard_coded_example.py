# expect: fail
# why: one choice for all
which_activation = dict.fromkeys("abcde", "sigmoid")

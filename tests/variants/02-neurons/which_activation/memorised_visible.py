# expect: fail
# why: a valid choice everywhere, which is all that the visible test asks
which_activation = dict.fromkeys("abcde", "relu")

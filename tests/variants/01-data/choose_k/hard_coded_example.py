# expect: fail
# why: the docstring's example only
def choose_k(ks, train, val, test, accuracy):
    return 9, 0.768

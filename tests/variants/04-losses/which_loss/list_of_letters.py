# expect: fail
# why: gives a list of letters instead of the dict
which_loss = ["A", "B", "C", "F", "D", "E", "H", "G"]

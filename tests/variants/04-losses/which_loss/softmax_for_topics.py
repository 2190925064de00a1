# expect: fail
# why: takes several labels for one of k classes
which_loss = {
    "harvest": "A",
    "sensors": "B",
    "spam": "C",
    "topics": "D",
    "digits": "D",
    "exact": "E",
    "floor": "H",
    "stuck": "G",
}

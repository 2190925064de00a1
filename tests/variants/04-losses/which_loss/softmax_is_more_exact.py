# expect: fail
# why: takes rounding of probabilities for harmless
which_loss = {
    "harvest": "A",
    "sensors": "B",
    "spam": "C",
    "topics": "F",
    "digits": "D",
    "exact": "D",
    "floor": "H",
    "stuck": "G",
}

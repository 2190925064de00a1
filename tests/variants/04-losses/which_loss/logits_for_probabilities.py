# expect: fail
# why: expects probabilities from a last layer without activation
which_loss = {
    "harvest": "A",
    "sensors": "B",
    "spam": "C",
    "topics": "F",
    "digits": "E",
    "exact": "E",
    "floor": "H",
    "stuck": "G",
}

# expect: fail
# why: takes the robust loss where the mean is wanted
which_loss = {
    "harvest": "B",
    "sensors": "B",
    "spam": "C",
    "topics": "F",
    "digits": "D",
    "exact": "E",
    "floor": "H",
    "stuck": "G",
}

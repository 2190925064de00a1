# expect: fail
# why: keeps the squared error although faults read 9999
which_loss = {
    "harvest": "A",
    "sensors": "A",
    "spam": "C",
    "topics": "F",
    "digits": "D",
    "exact": "E",
    "floor": "H",
    "stuck": "G",
}

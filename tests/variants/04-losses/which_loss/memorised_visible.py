# expect: fail
# why: valid letters, as the visible tests ask for, in the order of the table
which_loss = {
    "harvest": "A",
    "sensors": "B",
    "spam": "C",
    "topics": "D",
    "digits": "E",
    "exact": "F",
    "floor": "G",
    "stuck": "H",
}

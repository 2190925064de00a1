# expect: pass
# why: fills in a dict in one go
which_loss = {
    "harvest": "A",
    "sensors": "B",
    "spam": "C",
    "topics": "F",
    "digits": "D",
    "exact": "E",
    "floor": "H",
    "stuck": "G",
}

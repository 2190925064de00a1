# expect: fail
# why: mixes up no softmax with two of them
which_loss = {
    "harvest": "A",
    "sensors": "B",
    "spam": "C",
    "topics": "F",
    "digits": "D",
    "exact": "E",
    "floor": "G",
    "stuck": "H",
}

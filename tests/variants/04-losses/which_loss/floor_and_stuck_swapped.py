# expect: fail
# why: 0.55 is the floor of two softmaxes (H), rows that do not sum to 1 are those of no softmax (G)
which_loss = {"harvest": "A", "sensors": "B", "spam": "C", "topics": "F"}
which_loss |= {"digits": "D", "exact": "E", "floor": "G", "stuck": "H"}

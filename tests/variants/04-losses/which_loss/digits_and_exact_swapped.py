# expect: fail
# why: predict of E returns logits, not "probabilities"; D is not "as exact in floating point as can be"
which_loss = {"harvest": "A", "sensors": "B", "spam": "C", "topics": "F"}
which_loss |= {"digits": "E", "exact": "D", "floor": "H", "stuck": "G"}

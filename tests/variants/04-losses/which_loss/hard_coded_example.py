# expect: fail
# why: answers A to everything
which_loss = {
    "harvest": "A",
    "sensors": "A",
    "spam": "A",
    "topics": "A",
    "digits": "A",
    "exact": "A",
    "floor": "A",
    "stuck": "A",
}

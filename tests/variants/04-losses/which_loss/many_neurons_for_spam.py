# expect: fail
# why: many sigmoids for spam
which_loss = dict(zip("harvest sensors spam topics digits exact floor stuck".split(), "ABFFDEHG"))

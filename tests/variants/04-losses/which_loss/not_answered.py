# expect: fail
# why: leaves the answers empty
which_loss = dict.fromkeys(
    ["harvest", "sensors", "spam", "topics", "digits", "exact", "floor", "stuck"], ""
)

# expect: pass
# why: the table, case by case
which_loss = dict.fromkeys(
    ("harvest", "sensors", "spam", "topics", "digits", "exact", "floor", "stuck"), ""
)
which_loss["harvest"] = "A"
which_loss["sensors"] = "B"
which_loss["spam"] = "C"
which_loss["topics"] = "F"
which_loss["digits"] = "D"
which_loss["exact"] = "E"
which_loss["floor"] = "H"
which_loss["stuck"] = "G"

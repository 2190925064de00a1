# expect: fail
# why: a head alone for the fruit, which was tried
how_many_layers = {"A": "head", "B": "early", "C": "everything", "D": "head"}

# expect: fail
# why: as it was found
how_many_layers = {"A": "?", "B": "?", "C": "?", "D": "?"}

# expect: fail
# why: the last blocks, whatever the case
how_many_layers = {"A": "last blocks", "B": "last blocks", "C": "last blocks", "D": "last blocks"}

# expect: fail
# why: valid words, the same one everywhere
how_many_layers = {"A": "head", "B": "head", "C": "head", "D": "head"}

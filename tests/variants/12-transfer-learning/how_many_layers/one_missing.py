# expect: fail
# why: no answer for C
how_many_layers = {"A": "head", "B": "early", "D": "last blocks"}

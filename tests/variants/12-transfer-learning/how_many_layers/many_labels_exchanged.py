# expect: fail
# why: the two cases with many labels exchanged
how_many_layers = {"A": "head", "B": "early", "C": "last blocks", "D": "everything"}

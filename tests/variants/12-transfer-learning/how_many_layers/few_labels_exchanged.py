# expect: fail
# why: the two cases with few labels exchanged
how_many_layers = {"A": "early", "B": "head", "C": "everything", "D": "last blocks"}

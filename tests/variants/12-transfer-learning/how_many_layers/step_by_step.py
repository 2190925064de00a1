# expect: pass
# why: built step by step
how_many_layers = {}
how_many_layers["D"] = "last blocks"
how_many_layers["A"] = "head"
how_many_layers["C"] = "everything"
how_many_layers["B"] = "early"

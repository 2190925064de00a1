# expect: pass
# why: an OrderedDict filled step by step, other order of the letters
from collections import OrderedDict

how_many_layers = OrderedDict()
how_many_layers["D"] = "last blocks"
how_many_layers["C"] = "everything"
how_many_layers["B"] = "early"
how_many_layers["A"] = "head"

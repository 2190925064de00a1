# expect: fail
# why: A: 12 labels a class are few and dogs are like ImageNet: a new head, not the last blocks
how_many_layers = {"A": "last blocks", "B": "early", "C": "everything", "D": "last blocks"}

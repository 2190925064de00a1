# expect: fail
# why: B: microscope pictures are unlike ImageNet's: early features, not the whole backbone
how_many_layers = {"A": "head", "B": "head", "C": "everything", "D": "last blocks"}

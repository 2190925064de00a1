# expect: pass
# why: the same answers by dict()
how_many_layers = dict(A="head", B="early", C="everything", D="last blocks")

# expect: pass
# why: a dict subclass, filled the other way round from letters to cases
from collections import OrderedDict

_cases = {"A": "harvest", "B": "sensors", "C": "spam", "D": "digits"}
_cases |= {"E": "exact", "F": "topics", "G": "stuck", "H": "floor"}
which_loss = OrderedDict((case, letter) for letter, case in _cases.items())

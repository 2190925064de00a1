# expect: pass
# why: an OrderedDict, which is a dict
from collections import OrderedDict

what_went_wrong = OrderedDict(A="overfitting", B="too high", C="other rows", D="too low")

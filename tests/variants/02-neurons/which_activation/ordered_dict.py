# expect: pass
# why: an OrderedDict (a subclass of dict), filled with update and keywords
from collections import OrderedDict

which_activation = OrderedDict.fromkeys("abcde", "")
which_activation.update(e="tanh", d="sigmoid", c="leaky_relu", b="relu", a="sigmoid")

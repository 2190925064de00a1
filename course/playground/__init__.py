"""What readers steer by hand: a small Keras network, and gradient descent on four landscapes.

`Playground` is the interactive part, `Configuration` its settings as plain data, and `train`
repeats a configuration's run outside the widget, for a plain cell or for a test.
`DescentExplorer` walks downhill on one of `LANDSCAPES`. Importing this package does not import
Keras; building a `Playground` or calling `train` does.
"""

from course.playground.descent import LANDSCAPES, DescentExplorer
from course.playground.state import Configuration
from course.playground.training import Result, train
from course.playground.widget import Playground

__all__ = ["LANDSCAPES", "Configuration", "DescentExplorer", "Playground", "Result", "train"]

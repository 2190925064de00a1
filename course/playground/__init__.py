"""A playground for small networks: Keras trained live in a notebook cell.

`Playground` is the interactive part, `Configuration` its settings as plain data, and `train`
repeats a configuration's run outside the widget, for a plain cell or for a test. Importing this
package does not import Keras; building a `Playground` or calling `train` does.
"""

from course.playground.state import Configuration
from course.playground.training import Result, train
from course.playground.widget import Playground

__all__ = ["Configuration", "Playground", "Result", "train"]

"""
Pictures of scores, answers, changes and robustness, on axes of matplotlib.

Each function draws on the axes it is given, or makes a figure large enough to be read, and returns the
axes. What is missing is hatched and says why; no colour stands alone. Needs the extra ``plot``.
"""

from civicpledge.plot.bars import scores
from civicpledge.plot.heat import heatmap
from civicpledge.plot.moves import changes
from civicpledge.plot.places import robustness

__all__ = ["changes", "heatmap", "robustness", "scores"]

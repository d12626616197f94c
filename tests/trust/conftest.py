"""What the tests of trust share: the fuzzing targets and their corpus, which stand beside the tests."""

import sys
from pathlib import Path

FUZZ = str(Path(__file__).parents[2] / "fuzz")
if FUZZ not in sys.path:
    sys.path.append(FUZZ)

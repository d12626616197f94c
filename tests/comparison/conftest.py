"""Give the tests of this folder the builder of small datasets."""

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def make():
    """Load the module with the builder, wherever the tests are run from."""
    name = "civicpledge_test_worlds"
    if name not in sys.modules:
        path = Path(__file__).parents[1] / "scoring" / "worlds.py"
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]

"""What every test may use: the folder of real pages, where it is at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

settings.register_profile("check", max_examples=12, deadline=None)
settings.register_profile("ci", max_examples=12, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=1000, deadline=None)
if os.environ.get("CIVICPLEDGE_SOAK"):
    settings.load_profile("soak")
else:
    settings.load_profile("ci" if os.environ.get("CI") else "check")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count as covered what a test was written to reach, not what random examples stumble upon."""
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the real pages, or a skip that says what is missing."""
    folder = os.environ.get("CIVICPLEDGE_SEEDS")
    if not folder:
        pytest.skip("CIVICPLEDGE_SEEDS does not name the folder of the real pages")
    return Path(folder)

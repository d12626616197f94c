"""Importing the package stays light."""

import json
import subprocess
import sys

HEAVY = {
    "numpy", "pandas", "polars", "pyarrow", "nanoarrow", "matplotlib", "jinja2", "narwhals",
    "hypothesis", "openpyxl", "pypdf", "duckdb", "scipy", "IPython",
}  # fmt: skip


def test_no_public_name_loads_numpy_a_plotting_or_dataframe_library_or_hypothesis():
    code = (
        "import civicpledge, sys, json; [getattr(civicpledge, n) for n in civicpledge.__all__]; "
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert loaded & HEAVY == set()
    assert {"civicpledge", "rapidfuzz", "cattrs", "tabulate"} <= loaded


def test_the_import_itself_loads_no_room():
    code = (
        "import civicpledge, sys; print(*(n for n in sys.modules if n.startswith('civicpledge')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert set(done.stdout.split()) == {"civicpledge", "civicpledge._version"}


def test_the_import_reads_no_dataset_and_prints_nothing():
    code = "import civicpledge"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("", "")

"""Every chore besides the demo and the check: ``nox --list``."""

from pathlib import Path

import nox

nox.options.sessions = ["docs"]

BENCH_PEERS = {"names": ("nameparser", "nomenklatura"), "figures": ("quantulum3",)}
"""What is measured beside the library."""


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation with warnings as errors."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "-b", "html", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure on this machine; material that is not there is skipped, and said so."""
    names = session.posargs or ["import_cost"]
    peers = [peer for name in names for peer in BENCH_PEERS.get(name, ())]
    session.install("-e", ".[fast]", *peers)
    for name in names:
        session.run("python", f"bench/{name}.py")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def versions(session: nox.Session) -> None:
    """Run the tests against the installed wheel on each Python that is at hand."""
    session.install(".[dev]")
    session.run("pytest", "-q", "tests")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def digest(session: nox.Session) -> None:
    """Print the digest of a full report on each Python that is at hand; the lines are to be the same."""
    session.install(".")
    session.run("python", "tests/trust/digest_of_a_report.py", "5")


@nox.session
def soak(session: nox.Session) -> None:
    """Look for counterexamples to the laws for as long as it takes: many examples, every mutant."""
    session.install("-e", ".[dev]")
    session.run("pytest", "-q", "tests", *session.posargs, env={"CIVICPLEDGE_SOAK": "1"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz every door with atheris, guided by coverage: ``nox -s fuzz -- --seconds 60 loads``."""
    session.install("-e", ".", "atheris")
    session.run("python", "fuzz/run.py", *session.posargs)


@nox.session
def mutate(session: nox.Session) -> None:
    """Change the code in one place at a time and see which tests notice: ``-- scoring --sample 60``."""
    session.install("-e", ".[dev]")
    for room in session.posargs[:1] or ["matching", "coding", "cells", "scoring"]:
        session.run("python", "tests/mutate.py", room, *session.posargs[1:])


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel once, install that wheel, and measure the tests' coverage of it."""
    session.install("build")
    session.run("python", "-m", "build", "--wheel", "--outdir", "dist")
    built = max(Path("dist").glob("civicpledge-*.whl"), key=lambda path: path.stat().st_mtime)
    session.install(f"{built}[dev]")
    session.run(
        "pytest", "-q", "-n", "auto", "--dist", "loadfile", "--cov", "--cov-report=", "tests"
    )
    session.run("coverage", "report", "--skip-covered", "--fail-under=98")


@nox.session
def oldest(session: nox.Session) -> None:
    """Run the tests with the oldest version of every dependency the project allows."""
    session.install("uv")
    session.run("uv", "pip", "install", "--resolution", "lowest-direct", "-e", ".[dev]")
    session.run("pytest", "-q", "tests", "-W", "default")


@nox.session
def engines(session: nox.Session) -> None:
    """Run the same SQL on DuckDB and on Spark (Java 17), compare the digests, and try Dask and Ray."""
    session.install("-e", ".[arrow]", "dask[dataframe]", "duckdb", "pyspark", "pytest", "ray[data]")
    session.run("pytest", "-q", "tests/test_engines.py")
    session.run("python", "bench/scale.py", *(session.posargs or ["--part", "1000"]))

"""Every chore besides the demo and the check: ``nox --list``."""

import nox

nox.options.sessions = ["docs"]


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation with warnings as errors."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "-b", "html", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure on this machine; material that is not there is skipped, and said so."""
    session.install("-e", ".[fast]")
    names = session.posargs or ["import_cost"]
    for name in names:
        session.run("python", f"bench/{name}.py")


@nox.session(python=["3.11", "3.12", "3.13"])
def versions(session: nox.Session) -> None:
    """Run the tests against the installed wheel on each Python that is at hand."""
    session.install(".[dev]")
    session.run("pytest", "-q", "tests")


@nox.session
def soak(session: nox.Session) -> None:
    """Look for counterexamples to the laws for as long as it takes: many examples, every mutant."""
    session.install("-e", ".[dev]")
    session.run("pytest", "-q", "tests", *session.posargs, env={"CIVICPLEDGE_SOAK": "1"})


@nox.session
def engines(session: nox.Session) -> None:
    """Run the same SQL on DuckDB and on Spark (Java 17) and compare the digests."""
    session.install("-e", ".[arrow]", "duckdb", "pyspark")
    session.run("python", "bench/scale.py", *(session.posargs or ["--part", "1000"]))

#!/usr/bin/env python3
"""
Run the main job or the whole check on a machine that has nothing but Python 3.11 or newer.

    python3 make.py demo    read the example page and print its scoreboard
    python3 make.py test    format, lint, types, tests and doctests

Makes ``.venv`` beside this file, installs this checkout into it, and runs the job there.
"""

import hashlib
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if sysconfig.get_platform().startswith("win") else "bin")
STAMP = VENV / "installed.txt"

JOBS = {
    "demo": [[["python", "examples/score_a_page.py"]]],
    "test": [
        [["ruff", "format", "--check", "."]],
        [["ruff", "check", "."]],
        [["mypy"], ["sphinx-build", "-W", "-q", "-b", "html", "docs", "docs/_build/html"]],
        [["pytest", "-q", "-n", "auto", "--dist", "loadfile"]],
    ],
}
"""The steps of each job; the commands of one step run side by side."""


def stamp() -> str:
    """Digest what decides the installation: the project file, and the Python that runs this."""
    return hashlib.sha256((HERE / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()


def make_environment() -> None:
    """Make the environment and install this checkout, unless that was done for this project file."""
    if STAMP.exists() and STAMP.read_text() == stamp():
        return
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    except subprocess.CalledProcessError:
        sys.exit("python3 -m venv failed; on Debian and Ubuntu: apt install python3-venv")
    print("installing into .venv (once) ...", file=sys.stderr)
    install = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "-e", f"{HERE}[dev]"]
    if subprocess.run(install, check=False).returncode:
        sys.exit("pip could not install the project; the lines above say why")
    STAMP.write_text(stamp())


def run(step: list[list[str]]) -> int:
    """Run the commands of a step side by side; give the exit status of the first that fails."""
    started = [subprocess.Popen([str(BIN / command), *rest], cwd=HERE) for command, *rest in step]
    return next((status for status in [one.wait() for one in started] if status), 0)


def main(arguments: list[str]) -> int:
    """Run the job that is named; give the exit status of its first step that fails."""
    if len(arguments) != 1 or arguments[0] not in JOBS:
        print(__doc__, file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before any check of the version
        sys.exit("civicpledge needs Python 3.11 or newer")
    make_environment()
    return next((status for step in JOBS[arguments[0]] if (status := run(step))), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

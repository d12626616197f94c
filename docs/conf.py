"""Sphinx configuration: furo, Markdown by MyST, no outside requests."""

import sys
from pathlib import Path

from civicpledge._version import __version__

sys.path.insert(0, str(Path(__file__).parent))

project = "civicpledge"
copyright = "2026, the civicpledge developers"
version = release = __version__
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "made_pages",
    "rules_page",
    "notebook_pages",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"civicpledge {release}"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["pages.css"]
templates_path: list[str] = []
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints = "description"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nitpicky = False
suppress_warnings = ["misc.highlighting_failure"]

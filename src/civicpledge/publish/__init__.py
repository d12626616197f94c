"""
A page to publish: one HTML file with scores, words, claims, method and data, that needs nothing else.

Needs the extra ``report``.
"""

from civicpledge.publish.page import page_of, write_page

__all__ = ["page_of", "write_page"]

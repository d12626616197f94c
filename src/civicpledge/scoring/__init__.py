"""Commitment as an interval: rubrics, scores with their parts, peers' formulas, robustness."""

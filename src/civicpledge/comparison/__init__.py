"""Candidates, offices, years and sources side by side; claims audited; repeated statements found."""

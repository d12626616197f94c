"""One form for comparing: text, names, parties, offices, quantities; what was printed is kept."""

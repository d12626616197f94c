"""The typed model: frozen records, and the dataset that holds them together."""

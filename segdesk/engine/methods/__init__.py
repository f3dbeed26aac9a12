"""How segments are found: one module per family of methods."""

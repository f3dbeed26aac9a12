"""One file per wizard step."""

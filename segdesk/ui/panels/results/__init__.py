"""The Results step: one file per tab."""

"""Results as pictures: numbers, labels and colour roles; no Qt."""

"""A chart Spec drawn with pyqtgraph or QPainter."""

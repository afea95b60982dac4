"""The smallest window with a plot, which writes a line when it is painted for the first time, and ends."""

from __future__ import annotations

import sys

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.first_paint import report_first_paint


class Window(QMainWindow):
    pass


if __name__ == "__main__":
    report_first_paint(Window, QApplication.closeAllWindows)
    app = QApplication(["bare"])
    window = Window()
    window.setCentralWidget(pg.PlotWidget())
    window.resize(1280, 800)
    window.show()
    sys.exit(app.exec())

"""`python main.py` with its arguments: writes a line when its window is first painted, and ends."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

import main
from benchmarks.first_paint import report_first_paint
from gui.main_window import MainWindow

if __name__ == "__main__":
    report_first_paint(MainWindow, QApplication.closeAllWindows)
    sys.exit(main.main(sys.argv[1:]))

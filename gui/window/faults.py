"""What happens when the program itself breaks: an exception that nothing expected, in any thread.

It is written to a log, shown once in a dialog that names the log, and the window lives on. While a dialog is
open, further faults are counted in it; an uncaught exception that comes from the same place again is only
logged and told by `repeated`, so that a fault in painting does not cover the screen with dialogs.
"""

from __future__ import annotations

import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from gui.language.texts import Speaking

if TYPE_CHECKING:
    from gui.window.fault_dialog import FaultDialog

# A longer log is set aside, and the one set aside before it is dropped.
_LOG_BYTES = 256 * 1024


class Faults(Speaking, QObject):
    """Catches, logs and shows unexpected exceptions. Its methods may be called from any thread."""

    repeated = Signal(str)  # a sentence for the status bar
    _reported = Signal(str, str, bool)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self._lock = threading.Lock()
        self._log_works = True
        self._dialog: FaultDialog | None = None
        self._shown_places: set[str] = set()
        # From another thread the fault arrives in this object's, where dialogs may be shown.
        self._reported.connect(self._show)

    def install(self) -> None:
        """Catch what no one else catches: in the window's thread, in others, in finalizers."""
        sys.excepthook = self.on_exception
        threading.excepthook = self.on_thread_exception
        sys.unraisablehook = self.on_unraisable

    def report(self, error: BaseException) -> None:
        """Log and show an exception that was caught, a worker's for one, and that no one expected."""
        self._tell(error, always_show=True)

    def write(self, error: BaseException) -> None:
        """Log an exception of which a person is told elsewhere."""
        self._write("".join(traceback.format_exception(error)))

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self._tell(error.with_traceback(trace), always_show=False)

    def on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._tell(args.exc_value, always_show=False)

    def on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """An exception in a finalizer disturbs nothing that a person sees: it is logged only."""
        if args.exc_value is not None:
            self.write(args.exc_value)

    def _tell(self, error: BaseException, always_show: bool) -> None:
        text = "".join(traceback.format_exception(error))
        self._write(text)
        self._reported.emit(text, _place(error), always_show)

    @Slot(str, str, bool)
    def _show(self, text: str, place: str, always_show: bool) -> None:
        seen = place in self._shown_places
        self._shown_places.add(place)
        if self._dialog is not None:
            self._dialog.count_another()
        elif seen and not always_show:
            self.repeated.emit(self.tr("The same fault again. It is in the log."))
        else:
            # Imported late: most sittings never need it, and each start would pay for it.
            from gui.window.fault_dialog import FaultDialog

            self._dialog = FaultDialog(text, self.log if self._log_works else None)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.finished.connect(self._on_closed)
            self._dialog.show()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    def _write(self, text: str) -> None:
        """Append to the log. Where it cannot be written the dialog says so, and nothing else breaks."""
        moment = datetime.now().isoformat(sep=" ", timespec="seconds")
        try:
            with self._lock:
                self.log.parent.mkdir(parents=True, exist_ok=True)
                if self.log.exists() and self.log.stat().st_size > _LOG_BYTES:
                    self.log.replace(self.log.with_suffix(".old.log"))
                with self.log.open("a", encoding="utf-8") as file:
                    file.write(f"{moment}\n{text}\n")
        except OSError:
            self._log_works = False


def _place(error: BaseException) -> str:
    """Kind of the exception and the line that raised it: two faults with the same are the same fault."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} {where}"

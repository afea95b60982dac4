"""The language of the window, changed at once and without a restart.

Every text of the window is written in English in the source and goes through Qt's translation. The pattern,
the same in each widget that shows text of its own:

    class Panel(Translated, QWidget):            # of `gui.widgets.translated`
        def __init__(self) -> None:
            ...                                  # builds the controls, without text
            self._retranslate()

        def _retranslate(self) -> None:          # the only place that sets text
            self._button.setText(self.tr("Start"))

A text that follows from a state (`iteration 300`) is set by the method that shows the state, and
`_retranslate` calls that method. Outside a widget it is `QCoreApplication.translate("Context", "Text")`.
Which languages there are is read from the compiled translations at hand, `backprop-lab_ko.qm` and the like.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from gui.paths import RESOURCES

SOURCE_LANGUAGE = "en"
SYSTEM = "system"
_STEM = "backprop-lab_"


class Language(QObject):
    """The language in use, as the system or the person has it. `changed` comes after the change."""

    changed = Signal()

    def __init__(
        self, app: QCoreApplication, choice: str = SYSTEM, folder: Path = RESOURCES / "translations"
    ) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._translators: list[QTranslator] = []
        self._catalogues: list[QTranslator] | None = None
        self._choice = SYSTEM
        self._code = SOURCE_LANGUAGE
        self.set_choice(choice)

    @property
    def choice(self) -> str:
        """What the person chose: a language's code, or `system`."""
        return self._choice

    @property
    def code(self) -> str:
        """The language in use."""
        return self._code

    def available(self) -> tuple[str, ...]:
        """The languages there are, English first."""
        compiled = (path.stem.removeprefix(_STEM) for path in self._folder.glob(f"{_STEM}*.qm"))
        return (SOURCE_LANGUAGE, *sorted(compiled))

    def set_choice(self, choice: str) -> None:
        """Follow the system, or use one language; one that is not at hand counts as the system's."""
        self._choice = choice if choice in self.available() else SYSTEM
        code = self._choice if self._choice != SYSTEM else self._system_code()
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []
        if code != SOURCE_LANGUAGE:
            self._install(f"{_STEM}{code}", str(self._folder))
            # The words of Qt's own dialogs and menus.
            self._install(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        QLocale.setDefault(QLocale(code))
        self._code = code
        self.changed.emit()

    def in_all(self, context: str, text: str) -> tuple[str, ...]:
        """A text of the program, English in the source, in every language that has it, English first."""
        if self._catalogues is None:
            self._catalogues = [QTranslator(self) for _ in self.available()[1:]]
            for catalogue, code in zip(self._catalogues, self.available()[1:], strict=True):
                catalogue.load(f"{_STEM}{code}", str(self._folder))
        found = (catalogue.translate(context, text) for catalogue in self._catalogues)
        return (text, *filter(None, found))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._translators.append(translator)

    def _system_code(self) -> str:
        available = self.available()
        for tag in QLocale.system().uiLanguages():
            code = tag.replace("_", "-").split("-")[0]
            if code in available:
                return code
        return SOURCE_LANGUAGE


def native_name(code: str) -> str:
    """A language's name in that language, which is never translated."""
    # QLocale calls it “American English”.
    return "English" if code == SOURCE_LANGUAGE else QLocale(code).nativeLanguageName()

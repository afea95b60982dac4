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
`_retranslate` calls that method. Outside a widget it is `translate("Context", "Text")` of
`gui.language.texts`. Which languages there are is read from the compiled translations at hand,
`backprop-lab_ko.qm` and the like.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from gui.language.texts import translate
from gui.paths import RESOURCES

SOURCE_LANGUAGE = "en"
SYSTEM = "system"
_STEM = "backprop-lab_"


class Language(QObject):
    """The language in use, as the system or the person has it. `changed` comes after the change.

    A translation that is not whole, or of another program or language, is set aside: it is not offered, the
    program speaks English in its place, and `problem` says so.
    """

    changed = Signal()

    def __init__(
        self, app: QCoreApplication, choice: str = SYSTEM, folder: Path = RESOURCES / "translations"
    ) -> None:
        super().__init__()
        self._app = app
        self._files = {path.stem.removeprefix(_STEM): path for path in sorted(folder.glob(f"{_STEM}*.qm"))}
        self._catalogues = {code: self._loaded(path) for code, path in self._files.items()}
        # The words of Qt's own dialogs and menus.
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._of_qt = {code: self._loaded(of_qt / f"qtbase_{code}.qm") for code in self._files}
        self._installed: list[QTranslator] = []
        self._choice = SYSTEM
        self._wanted = SOURCE_LANGUAGE
        self.set_choice(choice)

    @property
    def choice(self) -> str:
        """What the person chose: a language's code, or `system`."""
        return self._choice

    @property
    def code(self) -> str:
        """The language in use."""
        return self._wanted if self._wanted in self.available() else SOURCE_LANGUAGE

    def available(self) -> tuple[str, ...]:
        """The languages there are, English first."""
        usable = (code for code, catalogue in self._catalogues.items() if _is_of_program(catalogue, code))
        return (SOURCE_LANGUAGE, *usable)

    def problem(self) -> str:
        """What a person should know of the translation that was wanted; empty where all is well."""
        if self._wanted in self.available():
            return ""
        text = translate(
            "Language",
            "The translation {path} cannot be used: this is English. Install Backprop Lab again to mend it.",
        )
        return text.format(path=self._files[self._wanted])

    def set_choice(self, choice: str) -> None:
        """Follow the system, or use one language; one that is not at hand counts as the system's."""
        self._choice = choice if choice in self.available() else SYSTEM
        self._wanted = choice if choice in (SOURCE_LANGUAGE, *self._files) else self._first_of_system()
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        if self.code != SOURCE_LANGUAGE:
            self._installed = [self._of_qt[self.code], self._catalogues[self.code]]
        for translator in self._installed:
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale(self.code))
        self.changed.emit()

    def in_all(self, context: str, text: str) -> tuple[str, ...]:
        """A text of the program, English in the source, in every language that has it, English first."""
        found = (self._catalogues[code].translate(context, text) for code in self.available()[1:])
        return (text, *filter(None, found))

    def _loaded(self, path: Path) -> QTranslator:
        """Empty where the file cannot be read."""
        translator = QTranslator(self)
        translator.load(str(path))
        return translator

    def _first_of_system(self) -> str:
        for tag in QLocale.system().uiLanguages():
            code = tag.replace("_", "-").split("-")[0]
            if code in (SOURCE_LANGUAGE, *self._files):
                return code
        return SOURCE_LANGUAGE


def _is_of_program(catalogue: QTranslator, code: str) -> bool:
    """Whether it is in that language, and knows the program's first word."""
    return catalogue.language() == code and bool(catalogue.translate("Workspace", "Train"))


def native_name(code: str) -> str:
    """A language's name in that language, which is never translated."""
    # QLocale calls it “American English”.
    return "English" if code == SOURCE_LANGUAGE else QLocale(code).nativeLanguageName()

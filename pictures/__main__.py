"""Pictures of every workspace, driven by a script: `python -m pictures FOLDER`.

For the README, and for whoever reviews the look. No screen is needed. Each scene is played once a size, in a
new window with settings of its own, and saved in the light and the dark theme; in English, or in the
languages that are asked for.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from gui.app import application
from gui.language.language import SOURCE_LANGUAGE
from gui.look.theme import ThemeChoice
from gui.selftest import passing_window
from pictures import data, data_pages, goto, graph, lab, lab_calculus, train
from pictures.scene import Scene, Stage

SIZES = (QSize(1366, 768), QSize(1920, 1080))
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")


def all_scenes() -> tuple[Scene, ...]:
    """Every workspace's scenes."""
    return (
        *graph.scenes(),
        *train.scenes(),
        *data.scenes(),
        *data_pages.scenes(),
        *lab.scenes(),
        *lab_calculus.scenes(),
        *goto.scenes(),
    )


def take(
    app: QApplication,
    scene: Scene,
    size: QSize,
    themes: Iterable[ThemeChoice],
    folder: Path,
    language: str = SOURCE_LANGUAGE,
) -> list[Path]:
    """Play `scene` in a window of `size` and save it in each theme. Returns the files."""
    files = []
    end = f"{size.width()}x{size.height()}" + (f"-{language}" if language != SOURCE_LANGUAGE else "")
    with passing_window(app) as window:
        window.language.set_choice(language)
        window.resize(size)
        window.welcome.hide()  # which is of the first start of all
        window.show()
        window.show_workspace(scene.workspace)
        stage = Stage(window)
        try:
            scene.prepare(stage)
            for theme in themes:
                window.theme.set_choice(theme)
                stage.settle()
                file = folder / f"{scene.name}-{theme}-{end}.png"
                if not window.grab().save(str(file)):
                    raise OSError(f"{file} cannot be written")
                files.append(file)
        finally:
            scene.clear(stage)
            # The application would keep the language of this window, and the next one could not end it.
            window.language.set_choice(SOURCE_LANGUAGE)
    return files


def main(arguments: list[str]) -> int:
    """Save the pictures that are asked for. Returns the exit status."""
    options = _parser().parse_args(arguments)
    if options.scale != 1:
        os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    options.folder.mkdir(parents=True, exist_ok=True)
    scenes = [scene for scene in all_scenes() if not options.scene or scene.name in options.scene]
    if not scenes:
        print(f"no such scene; there are {', '.join(scene.name for scene in all_scenes())}", file=sys.stderr)
        return 2
    for scene in scenes:
        for size in options.size or SIZES:
            for language in options.language or (SOURCE_LANGUAGE,):
                for file in take(app, scene, size, options.theme or THEMES, options.folder, language):
                    print(file)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pictures", description="Save a PNG of every workspace.")
    parser.add_argument("folder", type=Path, help="where the PNG files go; made if it is not there")
    parser.add_argument("--scene", action="append", metavar="NAME", help="only this scene; may be repeated")
    parser.add_argument("--size", action="append", type=_size, metavar="WxH", help="may be repeated")
    parser.add_argument("--theme", action="append", choices=THEMES, help="only this theme")
    parser.add_argument("--language", action="append", metavar="CODE", help="as ko; may be repeated")
    parser.add_argument(
        "--scale", type=float, default=1, help="device pixels a pixel, as 2 for a fine screen"
    )
    return parser


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    try:
        return QSize(int(width), int(height))
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1366x768") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

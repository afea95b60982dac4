"""The page “At a glance”: what the data set is made of, before any network is asked about it.

Images per class with their mean, how often each pixel value occurs, and the shapes that go through the
network. The split is read once, in another thread, and what was found is kept.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.data import Split
from core.errors import LabError
from core.inspection.filtering import Filter
from core.inspection.shapes import pass_shapes
from core.inspection.summary import Summary, summarize
from gui.data.glance.classes import ClassColumns
from gui.data.glance.shapes import BATCH, ShapesTable
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.numbers import count, percent
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, holding, row_of, scrolled, stack_of
from gui.widgets.plot.histogram import HistogramPlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import PlotColors
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated

JOB = "data-glance"
GAP = 12
CLASSES_WIDTH = 202
"""Room for ten classes; more are scrolled to."""
BYTE_TICKS = (0.0, 64.0, 128.0, 192.0, 255.0)


class GlancePage(Translated, QWidget):
    """`summary` is that of the split that is looked at; None until it is computed."""

    def __init__(self, model: DataModel, icons: Icons, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self._theme = icons.theme
        self._known: dict[str, tuple[Split, Summary]] = {}
        self._error = ""
        self.classes = ClassColumns(icons.theme)
        # Full ink is so much more frequent than any grey that only ratios can be told apart.
        colors = PlotColors.like(icons.theme.tokens)
        self.histogram = HistogramPlot(colors, RedrawScheduler(self), log=True)
        self.histogram.set_bare()
        self.shapes = ShapesTable()
        self._classes_title = with_role(ElidedLabel(), "heading")
        self._shapes_title = with_role(ElidedLabel(), "heading")
        self.said = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self._build()
        self._connect()
        self._retranslate()

    @property
    def summary(self) -> Summary | None:
        known = self._known.get(self._model.split)
        return known[1] if known is not None and known[0] is self._model.examples else None

    def _build(self) -> None:
        set_role(self.histogram.title, "heading")
        area = scrolled(self.classes, Qt.Orientation.Horizontal)
        area.setMinimumWidth(CLASSES_WIDTH)
        full = holding(
            row_of(
                (_titled(self._classes_title, area), 16),
                (self.histogram, 9),
                (_titled(self._shapes_title, self.shapes), 9),
                spacing=GAP,
            )
        )
        self._stack = stack_of(self, self.said, full)

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        self.classes.chosen.connect(self._on_class)
        self._theme.changed.connect(self._on_theme)

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SPLIT in what:
            self._take_up()
        if DataChange.NETWORK in what:
            self._show_shapes()

    def minimumSizeHint(self) -> QSize:
        return QSize(530, 170)

    def _on_class(self, label: int) -> None:
        """Show the images of this class; chosen again, show all."""
        wanted = Filter(labels=frozenset({label}))
        self._model.set_filter(Filter() if self._model.filter == wanted else wanted)

    def _on_theme(self) -> None:
        self.histogram.set_colors(PlotColors.like(self._theme.tokens))

    # Computing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_up()

    def _take_up(self) -> None:
        """Show what is known of the split, and find out what is not, once it is seen."""
        self._jobs.cancel(JOB)
        self._error = ""
        data, split, name = self._model.data, self._model.examples, self._model.split
        if self.isVisible() and self.summary is None and data is not None and split is not None:
            self._jobs.start(
                JOB,
                lambda: summarize(split, data.classes),
                lambda summary: self._on_done(name, split, summary),
                self._on_failed,
            )
        self._show()

    def _on_done(self, name: str, split: Split, summary: Summary) -> None:
        self._known[name] = split, summary
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        self._error = sentence(error) if isinstance(error, LabError) else str(error)
        self._show()

    # What is shown

    def _show(self) -> None:
        summary, data, examples = self.summary, self._model.data, self._model.examples
        self._stack.setCurrentIndex(0 if summary is None else 1)
        if summary is None or data is None or examples is None:
            self.said.setText(self._error or self.tr("The images are being counted …"))
            return
        shape = data.image_shape
        means = summary.means.reshape(-1, *shape) if shape is not None else None
        names = [self._model.class_name(label) for label in range(data.classes)]
        self.classes.set_classes(summary.counts, means, names)
        titles = {
            "train": self.tr("{count} training images by class"),
            "test": self.tr("{count} test images by class"),
            "drawings": self.tr("{count} drawings by class"),
        }
        self._classes_title.setText(titles[self._model.split].format(count=count(len(examples))))
        self._show_histogram(summary, is_bytes=len(summary.histogram) == 256)
        self._show_shapes()

    def _show_histogram(self, summary: Summary, *, is_bytes: bool) -> None:
        total = max(int(summary.histogram.sum()), 1)
        if not is_bytes:
            self.histogram.set_x_axis(None, None)
            self.histogram.set_counts(summary.edges, summary.histogram)
            self.histogram.set_note("")
            return
        self.histogram.set_x_axis(0.0, 256.0, BYTE_TICKS)
        # Paper would press all else together: it is said in words.
        counts = summary.histogram.copy()
        paper, counts[0] = int(counts[0]), 0
        by_four = counts.reshape(64, 4).sum(axis=1)
        self.histogram.set_counts(summary.edges[::4], by_four, total)
        self.histogram.set_note(self.tr("0, paper: {share}").format(share=percent(paper / total, 1)))

    def _show_shapes(self) -> None:
        spec = self._model.looked_at.experiment.network
        data = self._model.data
        fits = not spec.problems() and data is not None and spec.input_size == data.input_size
        self.shapes.set_shapes(pass_shapes(spec, BATCH) if fits else ())

    def _retranslate(self) -> None:
        self.histogram.set_texts(
            self.tr("Pixel values"),
            self.tr("value"),
            self.tr("share (%)"),
            self.tr("This will show how often each pixel value occurs."),
        )
        self._shapes_title.setText(self.tr("Shapes"))
        set_tip(
            self._shapes_title,
            self.tr(
                "What goes in and what comes out, layer by layer: one image, and a batch of images as rows."
            ),
        )
        set_tip(
            self._classes_title,
            self.tr("How many images have each label, and the mean of all of them. Click: these images."),
        )
        self.classes.setAccessibleName(self.tr("Images per class"))
        self.classes.setWhatsThis(self._classes_title.whatsThis())
        self._show()


def _titled(title: QWidget, part: QWidget) -> QVBoxLayout:
    return column_of(title, (part, 1), spacing=4)

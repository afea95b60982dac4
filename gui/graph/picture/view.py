"""The picture of a computational graph, as everything around it sees it.

    picture = GraphPicture(theme.tokens)
    picture.set_graph(graph, trace)         # lays out; nothing moves after this while one steps
    picture.set_cursor(cursor)              # which numbers are known, what is lit

What a person asks for by mouse or keyboard is said by signals; the picture itself changes no graph and
computes nothing. Keys: Tab and Shift+Tab go from node to node, Enter opens or closes a compound, edits an
input or shows a whole array, Escape lets go, + − and Ctrl+0 zoom, Shift with an arrow moves the picture.
Plain arrows, Home, End and Space are left to whoever steps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.graph.compound import SEPARATOR, can_open
from core.graph.cursor import Cursor
from core.graph.graph import Graph
from core.graph.trace import Trace
from gui.graph.layout.geometry import TIGHT, FramePlace, Layout, NodePlace, NodeSize
from gui.graph.layout.nesting import lay_out
from gui.graph.layout.spreading import WIDTH, gaps_to_fill
from gui.graph.model.numbers import literal
from gui.graph.picture.arrays.bars import has_bars
from gui.graph.picture.diagram import Diagram
from gui.graph.picture.export import image_of, save_drawing
from gui.graph.picture.face import Face, faces
from gui.graph.picture.look import LEGIBLE, PARTS, Key, Look
from gui.graph.picture.overview import Overview
from gui.graph.picture.pointing import PointedView
from gui.graph.picture.sizes import frame_sizes, node_sizes, share_widths
from gui.look.fonts import BODY
from gui.look.tokens import Tokens
from gui.widgets.picture_files import save_png
from gui.widgets.translated import Translated

_READABLE = 11.0 / BODY
"""A graph that is whole in view only at a smaller scale than this, which makes its texts smaller than 11
pixels, is shown in part instead."""

_SCALE_IN_PART = 0.92


class GraphPicture(Translated, PointedView):
    """Knows which graph is shown and how it stands at the cursor."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(Look(tokens), parent)
        self._graph: Graph | None = None
        self._trace: Trace | None = None
        self._openable_given: Collection[str] | None = None
        self._sizes: dict[str, NodeSize] = {}
        self._gaps = TIGHT
        self._cursor: Cursor | None = None
        self._stale = False
        self._is_held = False
        self._hidden: Key | None = None
        self.rule_of: Callable[[Cursor], str] | None = None
        """What is read aloud of a step; without it, the nodes that got numbers are."""
        self.overview = Overview(self, self.look)
        self.setBackgroundBrush(self.look.surface)
        self.zoomed.connect(self._on_zoomed)
        self._retranslate()

    # What is shown

    def set_graph(
        self, graph: Graph, trace: Trace | None = None, openable: Collection[str] | None = None
    ) -> None:
        """Show `graph`, before its first step.

        trace: all numbers that will ever stand here, so that there is room for them. openable: the nodes
        drawn as compounds; those made of parts, unless said. Where this is the graph shown, with other values
        or with a compound opened or closed, what is in view stays there.
        """
        self._openable_given = openable
        self._take(graph, trace)
        self._show()

    def _take(self, graph: Graph, trace: Trace | None) -> None:
        before, graph_before = self._layout, self._graph
        toggled = _toggled(graph_before, graph)
        # Open and closed, a compound's name stands for two different shapes.
        self._sizes = {} if toggled is None else {k: v for k, v in self._sizes.items() if k not in toggled}
        self._graph, self._trace, self._cursor = graph, trace, None
        self._build(graph, is_new=toggled is None)
        if toggled is None or before is None:
            self.keep(self._show_beginning)
        elif toggled:
            self._keep_in_place(before, min(toggled))
        # Who has just opened a compound looks at it, and not at the step.
        self._is_held = toggled is not None

    def set_cursor(self, cursor: Cursor, stale: bool = False, hidden: Key | None = None) -> None:
        """Show the numbers that are known at `cursor`, and light its step, in view.

        The cursor of a trace that the picture does not know yet brings its graph with it. stale: all numbers
        are grey, as they are not those of what was asked for last. hidden: one number, (node, "value" or
        "gradient"), stands behind a question mark, wherever it is told.
        """
        if cursor.trace is not self._trace:
            self._take(cursor.trace.graph, cursor.trace)
        moved = self._cursor is None or cursor.position != self._cursor.position
        self._cursor, self._stale, self._hidden = cursor, stale, hidden
        self._show()
        if moved and not self._is_held:
            self._turn_to_step()
        self._is_held = False

    def _turn_to_step(self) -> None:
        """Bring the step into view: its surroundings as far as there is room, its node in any case."""
        around = None if self.diagram is None else self.diagram.around_step()
        if self.diagram is not None and around is not None:
            with self.keeping():
                self.turn_to(around)
                self.bring_into_view(self.diagram.nodes[self.diagram.lit.node].box, 12.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_fitted:
            self._turn_to_step()

    def set_colors(self, tokens: Tokens) -> None:
        self.look.set_tokens(tokens)
        self.setBackgroundBrush(self.look.surface)
        if self.diagram is not None:
            self.diagram.restyle()
        self.overview.draw_anew()

    @property
    def graph(self) -> Graph | None:
        return self._graph

    # Taking it out

    def image(self, scale: float = 2.0) -> QImage:
        """The whole picture, `scale` pixels for one of the screen."""
        return image_of(self._drawn(), self.look, scale)

    def copy_image(self) -> None:
        """Put the whole picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.image())

    def copied(self) -> QMimeData | None:
        """The whole picture; beside it, for what takes text, the numbers of the node that is marked: name,
        value and gradient with all their digits, as far as they are known, with tabs between."""
        if self.diagram is None:
            return None
        found = QMimeData()
        found.setImageData(self.image())
        node = self.selected_node()
        items = [self.diagram.numbers.get((node, part)) for part in PARTS] if node is not None else []
        if node is not None:
            known = (item.value if item is not None and not item.hidden else None for item in items)
            found.setText("\t".join([node, *("" if value is None else literal(value) for value in known)]))
        return found

    def export_png(self, path: Path, scale: float = 2.0) -> None:
        """Raises OSError when the file cannot be written."""
        save_png(path, self.image(scale))

    def export_svg(self, path: Path) -> None:
        """Raises OSError when the file cannot be written."""
        title = self._graph.output_name if self._graph is not None else ""
        save_drawing(self._drawn(), self.look, path, title, self.logicalDpiX())

    def _drawn(self) -> Diagram:
        if self.diagram is None:
            raise RuntimeError("there is no graph to draw yet")
        return self.diagram

    # How it comes about

    def _build(self, graph: Graph, is_new: bool = False) -> None:
        """Measure, lay out and make the items, unless all of it would be as it is. A graph that is not new
        keeps its gaps."""
        given = self._openable_given
        written = faces(graph, _compounds(graph) if given is None else given)
        sizes = node_sizes(graph, written, self._trace, self.look)
        # Numbers that have become shorter keep their room, so that an edit moves nothing to and fro.
        sizes = {name: _larger(size, self._sizes.get(name)) for name, size in sizes.items()}
        shares = share_widths(graph, self._trace, self.look)
        bars = _with_bars(graph, self._trace)
        if self._is_as_before(graph, written, sizes, shares, bars):
            assert self.diagram is not None
            self.diagram.graph = graph
            return
        self._sizes = sizes
        frames = frame_sizes(graph, self.look)
        if is_new:
            self._gaps = gaps_to_fill(graph, sizes, frames)
        layout = lay_out(graph, sizes, frames, self._gaps)
        diagram = Diagram(graph, layout, sizes, shares, bars, written, self.look)
        self.show_diagram(diagram)
        self.overview.show_layout(layout, diagram.sceneRect())

    def _is_as_before(
        self,
        graph: Graph,
        written: dict[str, Face],
        sizes: dict[str, NodeSize],
        shares: dict[tuple[str, int], float],
        bars: list[str],
    ) -> bool:
        diagram = self.diagram
        return (
            diagram is not None
            and sizes == self._sizes
            and written == diagram.faces
            and shares.keys() == diagram.shares.keys()
            and set(bars) == diagram.bars.keys()
            and graph.opened.keys() == diagram.graph.opened.keys()
            and all(
                new.id == old.id and new.operands == old.operands
                for new, old in zip(graph.nodes, diagram.graph.nodes, strict=True)
            )
        )

    def _show(self) -> None:
        if self.diagram is not None:
            changed = self.diagram.show_cursor(self._cursor, self._stale, self._hidden)
            self.overview.show_lit(self.diagram.lit)
            made = dict.fromkeys(node for node, _part in self.diagram.lit.fresh)
            self.tell_changes(changed, tuple(made), self._rule())

    def _rule(self) -> str:
        """Nothing while a number is hidden: the rule would say it."""
        if self.rule_of is None or self._cursor is None or self._hidden is not None:
            return ""
        return self.rule_of(self._cursor) if QAccessible.isActive() else ""

    def _on_zoomed(self, scale: float) -> None:
        if (scale < LEGIBLE) != self.look.is_overview:
            self.look.is_overview = scale < LEGIBLE
            if self.diagram is not None:
                self.diagram.restyle()

    def _show_beginning(self) -> None:
        """All of a small graph, the first nodes of a large one."""
        self.fit()
        if self._layout is None or self._layout.bounds.width <= WIDTH or self.fit_scale() >= _READABLE:
            return
        bounds, view = self._layout.bounds, self.viewport().size() / _SCALE_IN_PART
        first = next(iter(self._layout.nodes.values()))
        x = bounds.x + min(bounds.width, view.width()) / 2
        y = first.line if bounds.height > view.height() else bounds.y + bounds.height / 2
        self.look_at(QPointF(x, y), _SCALE_IN_PART)

    def _keep_in_place(self, before: Layout, toggled: str) -> None:
        """Move the view with the toggled compound, which seems to stay; then show all that was opened."""
        assert self.diagram is not None
        was_fitted = self.is_fitted
        moved = _corner(self.diagram.layout, toggled) - _corner(before, toggled)
        with self.keeping():
            self.look_at(self.middle + moved)
            if was_fitted and self.fit_scale() < self.scale_now:
                self.fit()
            elif toggled in self.diagram.frames:
                self.bring_into_view(self.diagram.frames[toggled].box)

    @property
    def _layout(self) -> Layout | None:
        return self.diagram.layout if self.diagram is not None else None

    def _retranslate(self) -> None:
        self.retranslate_list()
        self.overview.retranslate()
        if self._graph is not None:
            # Titles in another language are longer or shorter.
            self._build(self._graph)
            self._show()
            self.show_kept()
            if not self.is_fitted:
                self._turn_to_step()


def _with_bars(graph: Graph, trace: Trace | None) -> list[str]:
    return [] if trace is None else [node.id for node in graph.nodes if has_bars(node, trace)]


def _compounds(graph: Graph) -> list[str]:
    return [node.id for node in graph.nodes if node.is_operation and can_open(graph, node.id)]


def _toggled(before: Graph | None, now: Graph) -> set[str] | None:
    """The compounds that are open in one and closed in the other; None where these are not one graph's."""
    if before is None:
        return None
    toggled = set(before.opened) ^ set(now.opened)
    inside = tuple(name + SEPARATOR for name in toggled)
    outside = [{name for name in graph.index if not name.startswith(inside)} for graph in (before, now)]
    return toggled if outside[0] == outside[1] else None


def _larger(size: NodeSize, before: NodeSize | None) -> NodeSize:
    return size if before is None else NodeSize(*map(max, size, before))


def _corner(layout: Layout, name: str) -> QPointF:
    """The left end of a compound's line, open or closed."""
    place: NodePlace | FramePlace = layout.frames[name] if name in layout.frames else layout.nodes[name]
    return QPointF(place.shape.x, place.line)

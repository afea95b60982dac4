"""Where everything of a graph's picture stands: nodes, wires, frames, and the room for every number.

`lay_out` takes a graph and the sizes of what will be drawn, measured by whoever draws, and gives places. It
is plain arithmetic without Qt and without memory: the same graph always has the same picture, and stepping
does not come into it. Nodes stand in layers from left to right (`layers`), in an order with few crossings
(`order`), at heights that keep wires straight (`heights`). An opened compound is a picture of its own inside
a frame (`nesting`), which stands where the closed node stood; so the nodes around it keep their layer and
their order, and only make room. A small graph is spread to the proportions of a page (`spreading`).

Wires bend only between two columns, where no node stands, and everything within a column has a band of its
own: no wire can pass through a node, and no label can meet a wire that is not its own. A library of layered
layout (fast-sugiyama was tried) gives places for points of one size. It knows neither labels nor the order of
operands nor frames, and these are most of the work; the rest is the two hundred lines of `layers`, `order`
and `heights`.
"""

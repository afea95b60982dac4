"""Computational graphs: from a text, an example or a network to every step forwards and backwards, as data.

    graph = parse("price = (apple * n) * tax")                                  core.graph.expression
    graph = graph.with_values({"apple": 100, "n": 2, "tax": 1.1})               core.graph.graph
    trace = trace_graph(graph)                                                  core.graph.trace
    trace.value, trace.gradients                        220, {"apple": 2.2, "n": 110, "tax": 200}

The parts, in the order in which data goes through them:

    ops             the table: each operation's forward rule, local derivatives, formulas, explanation, parts
    tokens, literals, statement, expression     text to graph, with errors that name line and column
    graph, builder  nodes in forward order, each with its operands in order; frozen
    examples, book  graphs by name, and the numbers that the book prints for them
    network_graph   a `core.nn` Network and some examples, as a graph
    forward         the values of all nodes, and the output if one of them were another
    trace, notes    the tuple of forward and backward steps; what is not finite, and why
    cursor          a place in a trace: which values and gradients are known there
    differences     central differences beside the gradients, from forward values alone; nudges
    compound        opening a node into its parts and closing it; one output of Affine in scalars
    text            numbers, arrays and steps in plain words

A graph, a trace and a cursor are values: nothing changes them, and all may be read from any thread. What a
person gets wrong raises `ExpressionError` (the text) or `GraphError` (shapes, missing values, sizes); a
number that is not finite raises nothing and is explained by a `Note` at its step. Sentences for people are
kept as templates to be translated: contexts "errors", "graph" (rules, titles, notes) and "examples".
"""

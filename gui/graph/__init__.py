"""The workspace “Graph”: a calculation as a graph, stepped through forwards and backwards."""

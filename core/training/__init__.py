"""How networks are trained: the configuration of a run, the session that runs it, what it tells, and the
file that keeps the result."""

"""What the engine is given from other libraries; the window and the command line share it.

An adapter takes plain values and gives arrays and plain objects, so that `core` needs nothing but NumPy. The
library behind it is imported when it is first used: starting the program does not wait for it.
"""

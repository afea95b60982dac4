"""The project's one command: `python3 dev.py COMMAND`. What it does stands in `tools/commands.py`.

Only this file is read by a Python that may be too old, so nothing in it is newer than the sentence it prints.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Backprop Lab needs Python 3.11 or newer, and this is Python %d.%d. "
        "Install a newer one and call it by name, for example: python3.11 dev.py run" % sys.version_info[:2]
    )

from tools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

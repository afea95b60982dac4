"""One image in detail: its pixels, its prediction, and what the network's units make of it."""

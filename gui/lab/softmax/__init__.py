"""Softmax in two ways, beside each other: the one overflows, the other does not; and its temperature."""

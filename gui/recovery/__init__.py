"""What is kept of a sitting while it lasts, so that a crash, a kill or a logout takes nothing away."""

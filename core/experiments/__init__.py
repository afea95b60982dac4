"""What the experiments of the Lab compute, and the published numbers that they are held against."""

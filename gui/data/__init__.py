"""The workspace “Data”: all images, and what the network on the table makes of them."""

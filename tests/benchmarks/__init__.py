"""Benchmarks: speed, memory and start-up beside other tools, on the same pages: `make bench`."""

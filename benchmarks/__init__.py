"""Ratios against bare libraries, measured in one run: python -m benchmarks."""

"""Conditions and calculations: a small typed expression tree, read, checked and evaluated."""

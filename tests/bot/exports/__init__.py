"""Tests of the files that exports write."""

"""Tests of the table that exports write."""

"""Surveys written as YAML."""

"""Surveys in the field: who is asked, invited, counted, and what managers are told."""

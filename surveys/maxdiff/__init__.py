"""Best-worst scaling (MaxDiff): which items are shown together, and what the choices come to."""

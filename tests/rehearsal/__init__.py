"""Stories of the rehearsal: mappings and cells, the simulated house, small plays over HTTP."""

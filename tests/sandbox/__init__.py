"""Stories about the sandbox, told over real HTTP."""

"""The few questions that place people nearly as well as the whole survey, fixed or one by one."""

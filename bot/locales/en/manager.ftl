test-banner = 🧪 A try: the answers do not count
test-finished = 🧪 You have reached the end of the try. The answers do not count.
button-to-survey = To the survey

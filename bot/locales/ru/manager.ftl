test-banner = 🧪 Проба: ответы не считаются
test-finished = 🧪 Проба пройдена до конца. Ответы не считаются.
button-to-survey = К опросу

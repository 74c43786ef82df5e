// The page's own words in Russian, Ukrainian and English; the bot's words are its own.

const WORDS = {
  ru: {
    add: "Добавить человека", name: "Имя", note: "Роль или пометка", language: "Язык",
    cancel: "Отмена", create: "Добавить", start: "Начать", send: "Отправить",
    message: "Сообщение", attach: "Прикрепить файл", commands: "Команды бота", menu: "Ещё",
    block: "Закрыть бота", unblock: "Впустить бота снова", close: "Убрать с экрана",
    phone: "Поделиться номером", place: "Показать, где я", open: "Открыть",
    download: "Скачать", edited: "изменено", edit: "Изменить сообщение", photo: "Фотография",
    voice: "Голосовое сообщение", video: "Видео", blocked: "бот закрыт", typing: "печатает…", down: "К новым сообщениям",
    hello: "Здесь пока пусто", helloHint: "Нажмите «Начать», чтобы заговорить с ботом.",
    nobody: "На экране никого", nobodyHint: "Добавьте человека и поговорите с ботом от его имени.",
    lost: "Связь потеряна, подключаюсь снова…", ok: "Понятно", chat: "Разговор", alert: "Ответ бота", editing: "Правка сообщения",
    keyboard: "Кнопки ответа",
  },
  uk: {
    add: "Додати людину", name: "Ім'я", note: "Роль або позначка", language: "Мова",
    cancel: "Скасувати", create: "Додати", start: "Почати", send: "Надіслати",
    message: "Повідомлення", attach: "Прикріпити файл", commands: "Команди бота", menu: "Ще",
    block: "Закрити бота", unblock: "Впустити бота знову", close: "Прибрати з екрана",
    phone: "Поділитися номером", place: "Показати, де я", open: "Відкрити",
    download: "Завантажити", edited: "змінено", edit: "Змінити повідомлення", photo: "Світлина",
    voice: "Голосове повідомлення", video: "Відео", blocked: "бота закрито", typing: "пише…", down: "До нових повідомлень",
    hello: "Тут поки порожньо", helloHint: "Натисніть «Почати», щоб заговорити з ботом.",
    nobody: "На екрані нікого", nobodyHint: "Додайте людину й поговоріть із ботом від її імені.",
    lost: "Зв'язок втрачено, підключаюся знову…", ok: "Зрозуміло", chat: "Розмова", alert: "Відповідь бота", editing: "Правка повідомлення",
    keyboard: "Кнопки відповіді",
  },
  en: {
    add: "Add a person", name: "Name", note: "Role or note", language: "Language",
    cancel: "Cancel", create: "Add", start: "Start", send: "Send",
    message: "Message", attach: "Attach a file", commands: "Bot commands", menu: "More",
    block: "Block the bot", unblock: "Unblock the bot", close: "Take off the desk",
    phone: "Share phone number", place: "Share location", open: "Open",
    download: "Download", edited: "edited", edit: "Edit message", photo: "Photo",
    voice: "Voice message", video: "Video", blocked: "bot blocked", typing: "typing…", down: "To new messages",
    hello: "Nothing here yet", helloHint: "Press Start to talk to the bot.",
    nobody: "Nobody on the desk", nobodyHint: "Add a person and talk to the bot as they would.",
    lost: "Connection lost, trying again…", ok: "Got it", chat: "Conversation", alert: "The bot answers", editing: "Editing a message",
    keyboard: "Reply buttons",
  },
};

const wanted = new URLSearchParams(location.search).get("lang") ?? navigator.language;
export const language = Object.keys(WORDS).find((code) => wanted.startsWith(code)) ?? "en";
export const words = WORDS[language];

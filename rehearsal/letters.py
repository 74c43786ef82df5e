"""What the demo's manager writes to each segment: words that fit what sets it apart."""

from collections.abc import Mapping

from segmentation.run import Direction, Marker, Segment
from surveys.questions import Survey

GREETING: Mapping[str, str] = {
    "ru": "{name|Здравствуйте}, спасибо за ответы!",
    "uk": "{name|Вітаю}, дякуємо за відповіді!",
    "en": "{name|Hello}, thank you for your answers!",
}
ANYBODY: Mapping[str, str] = {
    "ru": "Мы читаем всё, что вы написали. Когда станет ясно, что решили, — напишем.",
    "uk": "Ми читаємо все, що ви написали. Щойно стане відомо, що вирішили, — напишемо.",
    "en": "We read all that you wrote. When it is decided what to do, we will write.",
}

BY_TRAIT: Mapping[tuple[str, Direction], Mapping[str, str]] = {
    ("quiet", Direction.MORE): {
        "ru": "Тихие часы с 22 до 8 теперь в правилах дома, ремонт — только по будням.",
        "uk": "Тихі години з 22 до 8 тепер у правилах будинку, ремонт — лише в будні.",
        "en": "Quiet hours from 22 to 8 are now a house rule; building work on weekdays only.",
    },
    ("quiet", Direction.LESS): {
        "ru": "В субботу во дворе праздник соседей: приносите пирог и настольные игры.",
        "uk": "У суботу у дворі свято сусідів: приносьте пиріг і настільні ігри.",
        "en": "On Saturday the neighbours celebrate in the yard: bring a cake and a board game.",
    },
    ("involvement", Direction.MORE): {
        "ru": "Собрание в четверг в 19:00. Смета у нас в чате, вопросы присылайте заранее.",
        "uk": "Збори в четвер о 19:00. Кошторис у нас у чаті, запитання надсилайте заздалегідь.",
        "en": "The meeting is on Thursday at 19:00. The estimate is in the chat; ask beforehand.",
    },
    ("involvement", Direction.LESS): {
        "ru": "От вас ничего не нужно: раз в квартал пришлём три строки о том, что сделано.",
        "uk": "Від вас нічого не треба: раз на квартал надішлемо три рядки про зроблене.",
        "en": "Nothing is asked of you: once a quarter we will send three lines on what was done.",
    },
    ("thrift", Direction.MORE): {
        "ru": "Плата за содержание дома в этом году не растёт. Счёт по строкам — в чате.",
        "uk": "Плата за утримання будинку цього року не зростає. Рахунок по рядках — у чаті.",
        "en": "The house charge stays the same this year. The bill line by line is in the chat.",
    },
    ("thrift", Direction.LESS): {
        "ru": "Можно складчиной обновить вход: эскиз и цена на квартиру — в чате.",
        "uk": "Можна гуртом оновити вхід: ескіз і ціна на квартиру — у чаті.",
        "en": "We could renew the entrance together: the sketch and the price are in the chat.",
    },
    ("technology", Direction.MORE): {
        "ru": "Показания счётчиков и заявки теперь можно присылать сюда, ответим за день.",
        "uk": "Показники лічильників і заявки тепер можна надсилати сюди, відповімо за день.",
        "en": "Meter readings and requests can now be sent here; we answer within a day.",
    },
    ("technology", Direction.LESS): {
        "ru": "Управляющая принимает по вторникам с 17 до 19, первый этаж. Приходите поговорить.",
        "uk": "Управителька приймає у вівторок з 17 до 19, перший поверх. Приходьте поговорити.",
        "en": "The manager is in on Tuesdays from 17 to 19, ground floor. Come and talk.",
    },
    ("greenery", Direction.MORE): {
        "ru": "В апреле сажаем липы и кусты. Выберите, что посадить у вашего окна.",
        "uk": "У квітні садимо липи й кущі. Оберіть, що посадити біля вашого вікна.",
        "en": "In April we plant limes and shrubs. Choose what grows under your window.",
    },
    ("greenery", Direction.LESS): {
        "ru": "Двор остаётся простым: ровный асфальт, разметка, снег убирают до семи утра.",
        "uk": "Двір лишається простим: рівний асфальт, розмітка, сніг прибирають до сьомої.",
        "en": "The yard stays plain: even paving, marked places, snow cleared before seven.",
    },
}
BY_NEED: Mapping[str, Mapping[str, str]] = {
    "lift": {
        "ru": "Лифт: мастер теперь приходит каждый месяц, а не по звонку.",
        "uk": "Ліфт: майстер тепер приходить щомісяця, а не за викликом.",
        "en": "The lift: a mechanic now comes every month, not only when called.",
    },
    "heating": {
        "ru": "Тепло: до октября промоем батареи и утеплим окна на лестнице.",
        "uk": "Тепло: до жовтня промиємо батареї й утеплимо вікна на сходах.",
        "en": "Warmth: before October the radiators are flushed and the stair windows sealed.",
    },
    "playground": {
        "ru": "Детская площадка: новые качели и мягкое покрытие — к первому июня.",
        "uk": "Дитячий майданчик: нова гойдалка й м’яке покриття — до першого червня.",
        "en": "The playground: new swings and a soft surface by the first of June.",
    },
    "parking": {
        "ru": "Парковка: места разметим и закрепим за квартирами, чужим — шлагбаум.",
        "uk": "Місця для авто: розмітимо й закріпимо за квартирами, для чужих — шлагбаум.",
        "en": "Parking: places will be marked and kept for flats, with a barrier for strangers.",
    },
    "security": {
        "ru": "Домофон и камеры: три предложения с ценами — в чате, выберем вместе.",
        "uk": "Домофон і камери: три пропозиції з цінами — у чаті, оберемо разом.",
        "en": "Intercom and cameras: three offers with prices are in the chat; let us choose.",
    },
    "internet": {
        "ru": "Интернет: второй провайдер заводит кабель в дом в этом месяце.",
        "uk": "Інтернет: другий провайдер заводить кабель у будинок цього місяця.",
        "en": "The internet: a second provider lays its cable into the house this month.",
    },
    "cleaning": {
        "ru": "Чистота: подъезд моют дважды в неделю, график висит у лифта.",
        "uk": "Чистота: під’їзд миють двічі на тиждень, графік висить біля ліфта.",
        "en": "Clean stairs: they are washed twice a week; the plan hangs by the lift.",
    },
    "safety_importance": {
        "ru": "Безопасность: свет у входа и во дворе теперь горит всю ночь.",
        "uk": "Безпека: світло біля входу та у дворі тепер горить усю ніч.",
        "en": "Safety: the lights at the door and in the yard now burn all night.",
    },
    "warmth_importance": {
        "ru": "Тепло дома: замерим температуру в вашей квартире, запишитесь в чате.",
        "uk": "Тепло вдома: виміряємо температуру у вашій квартирі, запишіться в чаті.",
        "en": "A warm home: we will measure the temperature in your flat; sign up in the chat.",
    },
}


def letter(segment: Segment, survey: Survey, language: str) -> str:
    """The message to a segment: a greeting and one thing that matters to it."""
    said = (_thing(marker, survey) for marker in segment.more + segment.less)
    thing = next((found for found in said if found is not None), ANYBODY)
    return f"{GREETING[language]}\n\n{thing[language]}"


def _thing(marker: Marker, survey: Survey) -> Mapping[str, str] | None:
    question = survey.question(marker.item)
    if question is None:
        return None
    if question.construct is not None:
        less = Direction.LESS if marker.direction is Direction.MORE else Direction.MORE
        direction = less if question.reversed else marker.direction
        if (question.construct, direction) in BY_TRAIT:
            return BY_TRAIT[question.construct, direction]
    if marker.direction is Direction.LESS:
        return None
    return BY_NEED.get(marker.option or str(marker.item))

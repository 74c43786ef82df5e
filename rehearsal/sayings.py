"""What simulated residents write in their own words, by kind of household and language."""

from collections.abc import Mapping

from rehearsal.households import Kind

FIX_FIRST: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    Kind.KEEPERS: {
        "ru": (
            "Лифт. С сумками на пятый этаж уже тяжело.",
            "Батареи еле тёплые, зимой сижу в кофте.",
            "Пандус у входа, с коляской и палкой не подняться.",
            "Дует из окон на лестнице, весь дом выстывает.",
            "Лифт стоит каждую неделю.",
        ),
        "uk": (
            "Ліфт. Із сумками на п’ятий поверх уже важко.",
            "Батареї ледь теплі, узимку сиджу в кофті.",
            "Пандус біля входу, з паличкою не піднятися.",
            "Тягне з вікон на сходах, увесь дім вистигає.",
        ),
        "en": (
            "The lift. The fifth floor is hard with shopping bags.",
            "The radiators are barely warm, I sit in a cardigan all winter.",
            "Handrails at the entrance, the steps are icy.",
        ),
    },
    Kind.FAMILIES: {
        "ru": (
            "Площадку: качели сломаны с весны, дети играют между машинами.",
            "Коляску некуда поставить и не поднять по ступенькам.",
            "Забор у площадки, мяч вылетает на дорогу.",
            "Свет во дворе, вечером с ребёнком страшно.",
        ),
        "uk": (
            "Майданчик: гойдалка зламана з весни, діти граються між машинами.",
            "Візок ніде поставити й не підняти сходами.",
            "Світло у дворі, увечері з дитиною лячно.",
        ),
        "en": (
            "The playground: the swings have been broken since spring.",
            "A place for prams, we carry ours up the steps.",
            "Light in the yard, walking home with the child is scary.",
        ),
    },
    Kind.TENANTS: {
        "ru": (
            "Интернет, он падает каждый вечер.",
            "Подъезд моют раз в месяц, это видно.",
            "Провайдер один и медленный, работать из дома нельзя.",
            "Да ничего, я тут почти не бываю.",
        ),
        "uk": (
            "Інтернет, він падає щовечора.",
            "Під’їзд миють раз на місяць, це видно.",
            "Провайдер один і повільний, працювати з дому не можна.",
        ),
        "en": (
            "The internet, it drops every evening.",
            "The stairs are washed once a month and it shows.",
            "One slow provider, I cannot work from home.",
        ),
    },
    Kind.OWNERS: {
        "ru": (
            "Домофон: дверь открыта для всех, пропадают велосипеды.",
            "Разметить парковку, чужие машины стоят у самого входа.",
            "Камеры во двор, я готов вложиться.",
            "Мусор: баки одни на два дома, надо делить.",
        ),
        "uk": (
            "Домофон: двері відчинені для всіх, зникають велосипеди.",
            "Розмітити місця для авто, чужі стоять біля входу.",
            "Камери у двір, я готовий вкластися.",
        ),
        "en": (
            "The intercom: the door is open to anybody and bicycles disappear.",
            "Mark the parking, strangers park right at the door.",
            "Cameras in the yard, I am ready to pay my share.",
        ),
    },
}
"""Answers to "What one thing should be fixed first?"."""

LIKES: Mapping[str, tuple[str, ...]] = {
    "ru": ("Соседи.", "Зелёный двор.", "До метро пять минут.", "Толстые стены.", "Вид из окна."),
    "uk": ("Сусіди.", "Зелений двір.", "До метро п’ять хвилин.", "Товсті стіни."),
    "en": ("The neighbours.", "The green yard.", "Five minutes to the metro.", "Thick walls."),
}
"""Answers to "What do you like about our house?", alike for all."""

FIRST_NAMES: Mapping[str, tuple[str, ...]] = {
    "ru": ("Вера", "Ольга", "Сергей", "Нина", "Павел", "Ирина", "Виктор", "Лидия", "Максим"),
    "uk": ("Оксана", "Тарас", "Галина", "Богдан", "Леся", "Остап", "Соломія", "Ярослав"),
    "en": ("Anna", "James", "Maria", "Peter", "Grace", "Tom", "Emily", "Oliver"),
}

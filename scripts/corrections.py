"""Where our names differ from CLDR's: the usage of the United Nations, and gaps in CLDR.

Read by scripts/cldr.py. A correction says the whole name, in the languages it corrects.
"""

SIX_LANGUAGES = ("en", "ru", "kk", "ky", "tg", "uz")

KOSOVO_NOTE = {
    "en": "All references to Kosovo should be understood in the context of United Nations"
    " Security Council resolution 1244 (1999).",
    "ru": "Все упоминания Косово следует понимать в контексте резолюции 1244 (1999)"
    " Совета Безопасности Организации Объединённых Наций.",
}

COUNTRIES: dict[str, dict[str, str]] = {
    "AE": {"ru": "Объединённые Арабские Эмираты"},
    "CD": {
        "en": "Democratic Republic of the Congo",
        "ru": "Демократическая Республика Конго",
        "kk": "Конго Демократиялық Республикасы",
        "ky": "Конго Демократиялык Республикасы",
        "tg": "Ҷумҳурии Демократии Конго",
        "uz": "Kongo Demokratik Respublikasi",
    },
    "CG": {
        "en": "Congo",
        "ru": "Конго",
        "kk": "Конго",
        "ky": "Конго",
        "tg": "Конго",
        "uz": "Kongo",
    },
    "CV": {"en": "Cabo Verde"},
    "FK": {
        "en": "Falkland Islands (Malvinas)",
        "ru": "Фолклендские (Мальвинские) острова",
        "kk": "Фолкленд (Мальвин) аралдары",
        "ky": "Фолкленд (Мальвин) аралдары",
        "tg": "Ҷазираҳои Фолкленд (Малвин)",
        "uz": "Folklend (Malvin) orollari",
    },
    "KG": {"ru": "Кыргызстан"},
    "KP": {
        "en": "Democratic People’s Republic of Korea",
        "ru": "Корейская Народно-Демократическая Республика",
        "kk": "Корея Халық Демократиялық Республикасы",
        "ky": "Корея Элдик Демократиялык Республикасы",
        "tg": "Ҷумҳурии Халқии Демократии Корея",
        "uz": "Koreya Xalq Demokratik Respublikasi",
    },
    "KR": {
        "en": "Republic of Korea",
        "ru": "Республика Корея",
        "kk": "Корея Республикасы",
        "ky": "Корея Республикасы",
        "tg": "Ҷумҳурии Корея",
        "uz": "Koreya Respublikasi",
    },
    "MM": {"en": "Myanmar", "ru": "Мьянма", "kk": "Мьянма", "ky": "Мьянма", "uz": "Myanma"},
    "PS": {
        "en": "State of Palestine",
        "ru": "Государство Палестина",
        "kk": "Палестина мемлекеті",
        "ky": "Палестина мамлекети",
        "tg": "Давлати Фаластин",
        "uz": "Falastin davlati",
    },
    "SH": {"ru": "Остров Святой Елены"},
    "SZ": {"ky": "Эсватини", "uz": "Esvatini"},
    "TL": {"ru": "Тимор-Лешти"},
    "TW": {
        "en": "Taiwan, Province of China",
        "ru": "Тайвань (провинция Китая)",
        "kk": "Тайвань (Қытай провинциясы)",
        "ky": "Тайвань (Кытай провинциясы)",
        "tg": "Тайван (вилояти Хитой)",
        "uz": "Tayvan (Xitoy viloyati)",
    },
    "US": {
        "ru": "Соединённые Штаты Америки",
        "ky": "Америка Кошмо Штаттары",
        "tg": "Иёлоти Муттаҳидаи Амрико",
    },
}

# Codes that CLDR also maps from, kept for countries that are gone or were renumbered.
RETIRED_CODES = "ZAR DDR FXX BUR TMP YMD 278 280 230 249 736 720 886"

LANGUAGES: dict[str, dict[str, str]] = {
    "bn": {"ky": "бенгалча"},
    "ky": {"ru": "кыргызский"},
    "prs": {
        "en": "Dari",
        "ru": "дари",
        "kk": "дари тілі",
        "ky": "дариче",
        "tg": "дарӣ",
        "uz": "dariy tili",
    },
    "kaa": {
        "en": "Karakalpak",
        "ky": "каракалпакча",
        "tg": "қарақалпоқӣ",
        "uz": "qoraqalpoq tili",
    },
    "rsl": {"en": "Russian Sign Language", "ru": "русский жестовый язык"},
    "sgh": {
        "en": "Shughni",
        "ru": "шугнанский",
        "ky": "шугнанча",
        "tg": "шуғнонӣ",
        "uz": "shugʻnon tili",
    },
    "sw": {"tg": "суахилӣ"},
}

OWN_NAMES = {
    "az": "Azərbaycanca",
    "ba": "Башҡортса",
    "id": "Bahasa Indonesia",
    "kaa": "Qaraqalpaqsha",
    "kk": "Қазақша",
    "ku": "Kurdî",
    "ms": "Bahasa Melayu",
    "prs": "دری",
    "rsl": "Русский жестовый язык",
    "sgh": "",
    "tk": "Türkmençe",
    "tt": "Татарча",
    "uz": "Oʻzbekcha",
    "zh": "中文",
}

"""The usual words of a certificate in the six languages.

They are not in the catalogues: a certificate may be in a language that the interface does not
speak yet. Names and titles stand in them without a case ending.
"""

from volunteers.models import CertificateKind

# What the words of a certificate may ask for, as in letters: `{training}`.
PLACEHOLDERS = ("name", "training", "dates", "place", "country", "organisation", "issuer")

TITLES = {
    CertificateKind.COMPLETION: {
        "en": "Certificate of completion",
        "ru": "Сертификат о прохождении",
        "kk": "Аяқтау сертификаты",
        "ky": "Аяктоо сертификаты",
        "tg": "Сертификати хатм",
        "uz": "Tamomlaganlik sertifikati",
    },
    CertificateKind.PARTICIPATION: {
        "en": "Certificate of participation",
        "ru": "Сертификат участника",
        "kk": "Қатысу сертификаты",
        "ky": "Катышуучунун сертификаты",
        "tg": "Сертификати иштирокчӣ",
        "uz": "Ishtirok etganlik sertifikati",
    },
}
# What stands before the name.
LEADS = {
    "en": "Awarded to",
    "ru": "Вручается",
    "kk": "Иегері",
    "ky": "Ээси",
    "tg": "Дода мешавад ба",
    "uz": "Egasi",
}
TEXTS = {
    CertificateKind.COMPLETION: {
        "en": "for completing the training\n“{training}”\n{dates}\n{place}",
        "ru": "за прохождение тренинга\n«{training}»\n{dates}\n{place}",
        "kk": "«{training}»\nтренингін толық аяқтағаны үшін беріледі\n{dates}\n{place}",
        "ky": "«{training}»\nтренингин толук аяктагандыгы үчүн берилет\n{dates}\n{place}",
        "tg": "барои хатми тренинги\n«{training}»\n{dates}\n{place}",
        "uz": "“{training}”\ntreningini toʻliq tamomlagani uchun beriladi\n{dates}\n{place}",
    },
    CertificateKind.PARTICIPATION: {
        "en": "for taking part in the training\n“{training}”\n{dates}\n{place}",
        "ru": "за участие в тренинге\n«{training}»\n{dates}\n{place}",
        "kk": "«{training}»\nтренингіне қатысқаны үшін беріледі\n{dates}\n{place}",
        "ky": "«{training}»\nтренингине катышкандыгы үчүн берилет\n{dates}\n{place}",
        "tg": "барои иштирок дар тренинги\n«{training}»\n{dates}\n{place}",
        "uz": "“{training}”\ntreningida ishtirok etgani uchun beriladi\n{dates}\n{place}",
    },
}
NUMBERS = {
    "en": "Certificate number",
    "ru": "Номер сертификата",
    "kk": "Сертификат нөмірі",
    "ky": "Сертификаттын номери",
    "tg": "Рақами сертификат",
    "uz": "Sertifikat raqami",
}
ISSUED = {
    "en": "Issued",
    "ru": "Дата выдачи",
    "kk": "Берілген күні",
    "ky": "Берилген күнү",
    "tg": "Санаи додашуда",
    "uz": "Berilgan sana",
}
CHECKS = {
    "en": "Verify this certificate",
    "ru": "Проверить сертификат",
    "kk": "Сертификатты тексеру",
    "ky": "Сертификатты текшерүү",
    "tg": "Санҷиши сертификат",
    "uz": "Sertifikatni tekshirish",
}

"""What a column of a list of volunteers may hold, and its usual headings."""

from django.utils.translation import gettext_lazy, pgettext_lazy

from volunteers.importing import values
from volunteers.importing.lines import Field
from volunteers.models import Category, Sex


def fields() -> list[Field]:
    """What a column of such a list may hold. The countries are read once."""
    countries = values.Countries()
    return [
        Field(
            "name",
            pgettext_lazy("person", "name"),
            "full name|name and surname|first and last name|participant|volunteer|фио|ф и о|имя"
            "|имя и фамилия|фамилия имя|фамилия имя отчество|полное имя|участник|волонтер",
            values.line_of_text(200),
        ),
        Field(
            "email",
            gettext_lazy("e-mail address"),
            "email|e-mail|mail|email address|address|электронная почта|эл почта|почта|имейл"
            "|адрес электронной почты|электронный адрес",
            values.email,
        ),
        Field(
            "native_name",
            gettext_lazy("name in own script"),
            "native name|name in cyrillic|имя кириллицей|имя на родном языке",
            values.line_of_text(200),
        ),
        Field(
            "latin_name",
            gettext_lazy("name in Latin letters"),
            "latin name|name in english|name for certificate|passport name|имя латиницей"
            "|имя на английском|фио латиницей|имя как в паспорте",
            values.line_of_text(200),
        ),
        Field(
            "country",
            gettext_lazy("country of the place"),
            "country|country of assignment|duty country|страна|страна пребывания|страна службы",
            countries.read,
        ),
        Field(
            "nationality",
            gettext_lazy("nationality"),
            "citizenship|гражданство|национальность",
            countries.read,
        ),
        Field(
            "category",
            gettext_lazy("category"),
            "kind|kind of volunteering|type|volunteer type|категория|тип|вид волонтерства",
            values.one_of(
                values.CATEGORIES,
                Category.choices,
                gettext_lazy(
                    "“%(text)s” is no kind of volunteering. Write national, international, "
                    "online, community or other."
                ),
            ),
        ),
        Field(
            "host_organisation",
            gettext_lazy("host organisation"),
            "host|organisation|organization|agency|организация|принимающая организация|агентство",
            values.line_of_text(200),
        ),
        Field(
            "sex",
            gettext_lazy("sex"),
            "gender|m f|f m|пол",
            values.one_of(
                values.SEXES,
                Sex.choices,
                gettext_lazy(
                    "“%(text)s” is none of the answers. Write female, male, other, or leave it "
                    "empty."
                ),
            ),
        ),
        Field(
            "birth_year",
            gettext_lazy("year of birth"),
            "birth year|born|date of birth|birth date|birthday|год рождения|дата рождения|г р",
            values.birth_year,
        ),
        Field(
            "languages",
            gettext_lazy("languages spoken"),
            "languages|языки|владение языками|знание языков",
            values.languages,
        ),
        Field(
            "phone",
            gettext_lazy("telephone"),
            "phone|phone number|mobile|mobile phone|tel|whatsapp|телефон|номер телефона|моб телефон"
            "|мобильный|мобильный телефон|тел",
            values.line_of_text(40),
        ),
        Field(
            "language",
            gettext_lazy("language for letters"),
            "language|preferred language|язык|язык писем|язык общения",
            values.language_for_letters,
        ),
    ]


def fields_for_training() -> list[Field]:
    return [
        *fields(),
        Field(
            "nominating_office",
            gettext_lazy("nominating office"),
            "nominated by|office|номинирующий офис|офис",
            values.line_of_text(200),
        ),
        Field(
            "motivation",
            gettext_lazy("motivation"),
            "motivation letter|why|мотивация|мотивационное письмо",
            values.line_of_text(2000),
        ),
    ]

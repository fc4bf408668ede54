"""The first wording of each consent; organizers write the next version beside it."""

import json

from django.db import migrations

TEXTS = {
    "data": (
        {
            "en": "My data may be used to run this training.",
            "ru": "Мои данные можно использовать для проведения этого тренинга.",
        },
        {
            "en": (
                "We store what you write here, the decision about it and whether you took part. "
                "The organizers of this training read it; nobody else does. What you tell us about "
                "travel, visa, food, access and emergencies is deleted 30 days after the training. "
                "You can see, change, download and delete everything on your own page. If you "
                "delete it, a number without a name stays in the count."
            ),
            "ru": (
                "Мы храним то, что вы здесь напишете, решение по заявке и отметку об участии. "
                "Это читают организаторы тренинга и больше никто. Сведения о поездке, визе, "
                "питании, особых условиях и контакте на крайний случай удаляются через 30 дней "
                "после тренинга. На своей странице вы можете всё посмотреть, изменить, скачать и "
                "удалить. После удаления в подсчёте остаётся только число без имени."
            ),
        },
    ),
    "photographs": (
        {
            "en": "Photographs with me may be published.",
            "ru": "Фотографии со мной можно публиковать.",
        },
        {
            "en": "In the report about the training and on its page. You can take this back later.",
            "ru": "В отчёте о тренинге и на его странице. Позже согласие можно отозвать.",
        },
    ),
    "listed": (
        {
            "en": "The other participants may see my name, country and organisation.",
            "ru": "Другие участники могут видеть моё имя, страну и организацию.",
        },
        {
            "en": "In a list that only participants of this training get.",
            "ru": "В списке, который получают только участники этого тренинга.",
        },
    ),
}


def write(apps, schema_editor):
    model = apps.get_model("volunteers", "ConsentText")
    for kind, (text, detail) in TEXTS.items():
        model.objects.create(
            kind=kind,
            version=1,
            text=json.dumps(text, ensure_ascii=False),
            detail=json.dumps(detail, ensure_ascii=False),
        )


def remove(apps, schema_editor):
    apps.get_model("volunteers", "ConsentText").objects.filter(version=1).delete()


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0002_registrations")]

    operations = [migrations.RunPython(write, remove)]

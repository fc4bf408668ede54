"""`{{ text|markdown }}` and `{{ text|plain }}`: see `trainings.markdown`."""

from django import template

from trainings import markdown

register = template.Library()
register.filter("markdown", markdown.render)
register.filter("plain", markdown.plain)

"""`{{ line|drawn }}`: a line of fields on a page of the desk."""

from django import template

from trainings.admin.lines import draw_line

register = template.Library()
register.filter("drawn", draw_line)

"""The second step of signing in at the desk: all that who arrives may see of it."""

from django.urls import path

from volunteers.views import second_step, setting_up

urlpatterns = [
    path("", second_step.second_step, name="second_step"),
    path("leave/", second_step.leave, name="second_step_leave"),
    path("set-up/", setting_up.factors, name="second_step_factors"),
    path("set-up/app/", setting_up.app, name="second_step_app"),
    path("set-up/passkey/", setting_up.passkey, name="second_step_passkey"),
    path("set-up/remove/<int:pk>/", setting_up.remove, name="second_step_remove"),
    path("set-up/codes/", setting_up.codes, name="second_step_codes"),
    path("set-up/codes/new/", setting_up.new_codes, name="second_step_new_codes"),
    path("set-up/codes/recovery-codes.txt", setting_up.codes_file, name="second_step_codes_file"),
]

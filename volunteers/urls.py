"""The pages of volunteers; each stands under the language of its reader."""

from django.urls import path

from volunteers.views import own_certificates, own_registration
from volunteers.views.confirming import confirm
from volunteers.views.mailbox import demo_letter, demo_letters
from volunteers.views.own import me, profile
from volunteers.views.own_data import answer_file, delete_me, my_data
from volunteers.views.registering import register, sent
from volunteers.views.signing_in import enter_code, sign_in, sign_out

one = "me/registrations/<slug:code>/"

urlpatterns = [
    path("trainings/<slug:slug>/register/", register, name="register"),
    path("trainings/<slug:slug>/register/sent/", sent, name="register_sent"),
    path("confirm/<str:token>/", confirm, name="confirm"),
    path("demo/letters/", demo_letters, name="demo_letters"),
    path("demo/letters/<int:pk>/", demo_letter, name="demo_letter"),
    path("me/", me, name="me"),
    path("me/profile/", profile, name="my_profile"),
    path("me/data.json", my_data, name="my_data"),
    path("me/delete/", delete_me, name="delete_me"),
    path(one, own_registration.my_registration, name="my_registration"),
    path(f"{one}change/", own_registration.change, name="change_registration"),
    path(f"{one}cancel/", own_registration.cancel, name="cancel_registration"),
    path(f"{one}come-back/", own_registration.come_back, name="come_back"),
    path(f"{one}consents/", own_registration.consent, name="my_consent"),
    path(f"{one}certificate-name/", own_certificates.choose_name, name="certificate_name"),
    path(f"{one}certificates/<slug:number>.pdf", own_certificates.file, name="my_certificate"),
    path(f"{one}calendar.ics", own_registration.calendar, name="my_calendar"),
    path(f"{one}files/<int:pk>/", answer_file, name="answer_file"),
    # allauth goes by these names; its other pages have no address here.
    path("me/sign-in/", sign_in, name="account_request_login_code"),
    path("me/sign-in/", sign_in, name="account_login"),
    path("me/sign-in/code/", enter_code, name="account_confirm_login_code"),
    path("me/sign-out/", sign_out, name="sign_out"),
]

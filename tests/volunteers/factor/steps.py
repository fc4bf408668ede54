"""What someone does to sign in at the desk in two steps."""

import re
import time

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.pages.page import Page
from volunteers.models import Letter
from volunteers.services import second_factor

PASSWORD = "tuned-lantern-41"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = "/admin/second-step/"
SET_UP = f"{STEP}set-up/"


def code(secret=SECRET, *, later=0) -> str:
    """What an app shows now, or so many seconds later."""
    return format_hotp_value(hotp_value(secret, int(time.time() + later) // 30))


def with_app(account):
    """`account` with an app set up some time ago; `code()` is good for it."""
    second_factor.add_app(account, SECRET, code=code(), proven=False)
    app = Authenticator.objects.get(user=account, type="totp")
    app.data["last_step"] = 0
    app.save()
    Letter.objects.all().delete()
    return account


def give_password(client, account, password=PASSWORD, **more):
    form = {"username": account.email, "password": password, **more}
    return client.post("/admin/login/?next=/admin/", form)


def give_code(client, typed=None, **more):
    return client.post(STEP, {"code": code() if typed is None else typed, **more})


def sign_in(client, account):
    give_password(client, account)
    return give_code(client)


def is_at_desk(client) -> bool:
    return client.get("/admin/").status_code == 200


def secret_on(page) -> str:
    """The secret that the page to set up an app shows."""
    return re.search(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")


def text(answer) -> str:
    return Page(answer).text


def decrypted(app) -> str:
    return get_adapter().decrypt(app.data["secret"])

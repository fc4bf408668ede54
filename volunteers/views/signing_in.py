"""Signing in by a mailed code, and out. The steps are allauth's; the pages and limits are ours."""

from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trainings.views.page import page_context
from volunteers.forms.signing_in import AskForCode, EnterCode
from volunteers.second_step import arriving, to_second_step
from volunteers.views.private import private


class Asking(RequestLoginCodeView):
    form_class = AskForCode
    template_name = "volunteers/me_sign_in.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if arriving(request):
            return to_second_step(request, request.GET.get("next") or reverse("me"))
        return super().dispatch(request, *args, **kwargs)

    def _redirect_to_pending_stage(self, request, stage):
        """Show the page again to whoever mistyped the address, even while a code is on its way."""

    def get_context_data(self, **context) -> dict:
        asked = self.request.POST.get("next") or self.request.GET.get("next", "")
        context["to_desk"] = asked.startswith(reverse("admin:index"))
        return {**page_context(self.request), **super().get_context_data(**context)}

    def form_invalid(self, form) -> HttpResponse:
        response = super().form_invalid(form)
        response.status_code = 429 if form.has_error("email", "limit") else 422
        return response


class Entering(ConfirmLoginCodeView):
    form_class = EnterCode
    template_name = "volunteers/me_code.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        asking = reverse("account_request_login_code")
        if isinstance(response, HttpResponseRedirect) and response.url == asking:
            messages.warning(
                request,
                _(
                    "Ask for a code here. One that is older than ten minutes, was mistyped three "
                    "times or was asked for in another browser is good no more."
                ),
            )
        return response

    def get_form_kwargs(self) -> dict:
        state = self._process.state
        return {**super().get_form_kwargs(), "asked": f"{state['email']} {state['at']}"}

    def get_context_data(self, **context) -> dict:
        return {**page_context(self.request), **super().get_context_data(**context)}

    def form_invalid(self, form) -> HttpResponse:
        response = super().form_invalid(form)
        if not isinstance(response, HttpResponseRedirect):
            response.status_code = 422
        return response


sign_in = private(Asking.as_view())
enter_code = private(Entering.as_view())


@private
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("home")

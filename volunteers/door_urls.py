"""Check-in: pages for a helper's phone, with one address whatever the language."""

from django.urls import path

from volunteers.views import checking_in, checking_in_offline, walking_in

of_training = "trainings/<int:pk>/"

urlpatterns = [
    path("", checking_in.start, name="check_in"),
    path("worker.js", checking_in_offline.worker, name="check_in_worker"),
    path(of_training, checking_in.door, name="check_in_door"),
    path(f"{of_training}list.json", checking_in_offline.door_list, name="check_in_list"),
    path(f"{of_training}marks/", checking_in_offline.take_marks, name="check_in_marks"),
    path(f"{of_training}walk-in/", walking_in.walk_in, name="check_in_walk_in"),
    path("<slug:code>/", checking_in.badge, name="check_in_badge"),
]

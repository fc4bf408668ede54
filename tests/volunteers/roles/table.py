"""Who may open which address of the desk and of check-in.

In the order of `Role`: administrator, organizer, country coordinator, check-in helper, editor,
monitoring officer, observer. `yes`; `no`, the account lacks a permission; `hidden`, the desk says
that there is no such thing; `own`, what is of the own countries or trainings, while that of others
is hidden. Of two words the first speaks of the own, the second of another's. `…:post` sends the
page of a record in: whoever may only look at it may not.
"""

TABLE = """
{index,styleguide}                                yes yes yes yes    yes yes yes
search                                            yes yes yes yes    yes yes yes
app_list                                          yes yes yes hidden hidden yes yes

# The record: everyone at the desk but a helper reads it.
trainings_{training,session,series}_{changelist,save,history,change} yes yes yes no yes yes yes
trainings_{participantgroup,fact}_{changelist,save,history,change} yes yes yes no yes yes yes
trainings_country_{changelist,save,history,change} yes yes yes no yes yes yes
trainings_{person,organisation}_{changelist,save,history,change} yes yes yes no yes yes yes
trainings_{report,reporttext}_{changelist,save,history,change} yes yes yes no yes yes yes
trainings_{training,report,reporttext}_preview    yes yes yes hidden yes yes yes
trainings_reporttext_draft_preview                yes yes yes hidden yes yes yes
trainings_reporttext_review                       yes yes yes hidden yes yes yes
trainings_reporttext_open                         yes yes no no yes no no
trainings_{training,session,participantgroup}_change:post yes yes no no no no no
trainings_{person,organisation,country,series}_change:post yes yes no no no no no
trainings_{report,reporttext,fact}_change:post    yes yes no no yes no no
trainings_{training,person,organisation,country,series}_{add,delete} yes yes no no no no no
trainings_{session,participantgroup}_delete       yes yes no no no no no
trainings_{fact,report}_{add,delete}              yes yes no no yes no no
trainings_reporttext_delete                       yes yes no no yes no no
trainings_{session,participantgroup,reporttext}_add no no no no no no no

# The pages of a training. Figures are for nearly all, names are not.
volunteers_desk                                   yes yes yes no yes yes yes
volunteers_decide                                 yes yes yes no no no yes
volunteers_{act,add_note,nominate}                yes yes yes no no no no
volunteers_{step,promote,copy_questions,clone}    yes yes no  no no no no
trainings_move_agenda                             yes yes no  no no no no
trainings_{training,report}_draft                 yes yes no  no yes no no
volunteers_donor_costs                            yes yes no  no no no no
volunteers_donor_{file,freeze,frozen_file}        yes yes no  no no yes no
volunteers_frozenfigures_{changelist,save,change} yes yes no  no no yes no
volunteers_frozenfigures_history                  yes yes no  no no yes no
volunteers_frozenfigures_change:post              yes yes no  no no yes no
volunteers_frozenfigures_{add,delete}             no  no  no  no no no  no

# Papers, certificates and attendance.
volunteers_{papers,sign_in_sheet,badges,agenda}   yes yes yes no no no yes
volunteers_{certificates,print_certificates,certificate_preview} yes yes yes no no no yes
volunteers_{certificate,certificate_file}         yes yes own no no no yes
volunteers_{certificate_design,issue}             yes yes no  no no no no
volunteers_attendance                             yes yes yes no no no yes
volunteers_attended                               yes yes own no no no yes
volunteers_attendance_{list,rule}                 yes yes no  no no no no

# Lists brought in.
volunteers_intake_{changelist,save,history,change,add,template} yes yes no no no no no
volunteers_intake_change:post                     yes yes no  no no no no
volunteers_intake_delete                          no  no  no  no no no no

# People.
volunteers_{registration,volunteer}_{changelist,save} yes yes yes no no no yes
volunteers_{registration,volunteer}_change        yes yes own no no no yes
volunteers_registration_change:post               yes yes own no no no no
volunteers_volunteer_change:post                  no  no  no  no no no no
volunteers_registration_history                   yes yes own no/hidden no no yes
volunteers_volunteer_history                      yes yes own hidden no no yes
volunteers_same_person                            yes yes no  no no no no
volunteers_{registration,volunteer}_{add,delete}  no  no  no  no no no no
volunteers_answer_file                            yes yes own no no no yes

# Letters.
volunteers_letter_{changelist,save}               yes yes yes no no no no
volunteers_letter_change                          yes yes own no no no no
volunteers_letter_change:post                     yes yes no  no no no no
volunteers_letter_history                         yes yes own hidden hidden hidden no
volunteers_send_again                             yes yes no/hidden hidden hidden hidden no
volunteers_letter_{add,delete}                    no  no  no  no no no no
volunteers_letterwording_{changelist,save,history,change,add,delete} yes yes no no no no no
volunteers_letterwording_change:post               yes yes no no no no no
volunteers_wording_preview                        yes yes no  no no no no
volunteers_{messages,write}                       yes yes yes no no no no
volunteers_message                                yes yes own no no no no
volunteers_message_{preview,test,send,stop}       yes yes own no no no no
volunteers_consenttext_{changelist,save,history,change,change:post,delete} yes yes no no no no no
volunteers_next_consent                           yes yes no  no no no no
volunteers_consenttext_add                        no  no  no  no no no no

# Accounts, groups and the trail.
volunteers_user_{changelist,save,history,change,change:post,add,delete} yes no no no no no no
auth_user_password_change                         yes no no no no no no
volunteers_user_reset                             yes no no no no no no
auth_group_{changelist,save,history,change,change:post,add,delete} yes no no no no no no
volunteers_entry_{changelist,save,history,change} yes no no no no no no
volunteers_entry_change:post                      no  no no no no no no
volunteers_entry_{add,delete}                     no  no no no no no no

# Check-in, for a phone at the door.
check_in                                          yes yes no yes no no no
check_in_{door,list,marks,walk_in,badge}          yes yes no own no no no
"""

people-role-citizen = citizen
people-role-facilitator = facilitator
people-role-coordinator = coordinator
people-role-front-office = SLRT front office
people-role-back-office = SLRT back office
people-role-manager = SLRT manager
people-role-destination = referral destination
people-role-staff = ministry staff
people-role-admin = administrator
people-summary-start = start
people-summary-person = add a person I accompany
people-summary-invite = invite a colleague
people-summary-revoke = take roles away
people-summary-leave = unlink this account
people-welcome =
    Hello { $name }, I am **Dayabot**. I answer questions about the social-empowerment programmes, always with the source.
    Just type your question. Do you have an invitation code? Send: start and the code.
people-welcome-back = Hello { $name }, welcome back. Press Help to see the commands.
people-code-not-valid = That code does not work: it may be mistyped, used or expired. Please ask your coordinator for a new one.
people-code-used = Welcome, { $name }. Your role: **{ $role }**, area { $area }. Press Help to begin.
people-invite-not-allowed = Only coordinators and staff can invite colleagues. Please contact the coordinator of your area.
people-invite-role = I do not know the role "{ $typed }". Choose: facilitator, coordinator, manager, staff. Example: { $example }
people-invite-area = I cannot find the area "{ $typed }". Type its name or code. Example: { $example }
people-invite-name = The person's name is missing. Type it after a comma. Example: { $example }
people-invite-outside = You cannot invite a { $role } in { $area }: it is outside your area or role.
people-invited =
    The invitation for **{ $name }** ({ $role }, { $area }) is ready.
    Code: { $code } (works once, for 7 days).
    Ask { $name } to send: { $start }
people-person-not-allowed = Only facilitators can add people, inside their own area. Please contact your coordinator.
people-person-name = The person's name is missing. Example: { $example }
people-person-place = The village of { $name } is missing. Type it after a comma. Example: { $example }
people-person-place-unknown = I cannot find the village "{ $place }" in { $area }. Please check the spelling. Example: { $example }
people-person-which-place = There are several called "{ $place }". Which one?
people-person-duplicates = This person may be recorded already ({ $n } with the same name):
people-person-same = It is { $name }
people-consent-text =
    Please read this to **{ $name }** ({ $area }):
    "Your name, village and mentoring notes are kept for mentoring and programme reports. You may see, correct or erase them at any time."
    Do they agree?
people-consent-yes = Agreed, save
people-consent-no = Not agreed
people-person-added = Saved: **{ $name }**, { $area }. Next, log a session: { $command } …
people-person-taken = **{ $name }** is now one of your people. Next, log a session: { $command } …
people-person-outside = { $area } is outside your area, so nothing was saved. Please contact the coordinator there.
people-no-consent = All right, nothing was saved. They can still ask me questions without being recorded.
people-notice-entered = A new person in your area: **{ $name }**, { $area }.
people-revoke-who = Whose roles should end? Type the person's number. Example: { $example }
people-revoked = All roles of { $name } have ended, effective now.
people-revoke-none = That person has no role.
people-revoke-unknown = There is no { $id } in your area. Please check the number.
people-leave-ask = This account is linked to { $names }. Unlink it from this phone?
people-leave-yes = Yes, unlink
people-leave-no = No
people-left = This account is unlinked from this phone. To come back, ask your coordinator or facilitator for a new code.
people-leave-nobody = This account is not linked to anybody, so there is nothing to unlink.
people-leave-which = This account is linked to { $names }. Who is unlinked from this phone?
people-leave-all = All of them
people-data-title = **{ $name }**
people-data-area = Area
people-data-phone = Phone
people-data-number = Identity number (masked)
people-data-since = Recorded since
people-data-facilitators = Facilitator
people-data-consent = Consent
people-data-consent-given = { $date }, version { $version }
people-data-consent-withdrawn = { $date }, version { $version }, withdrawn { $withdrawn }
people-data-accounts = Linked accounts
people-data-kept = A random number instead of the name, and the district, stay so that reports already sent still add up.
people-field-hint = Choose, or type a name or list number.
people-field-wrong = The name is missing. Example: siti

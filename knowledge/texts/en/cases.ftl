cases-summary-report = report a problem or a need
cases-summary-refer = refer one of my people
cases-summary-list = my cases and reports
cases-first-report = 📣 Make a report
cases-first-refer = 🤝 Refer a person

cases-kind-need = need
cases-kind-complaint = complaint
cases-kind-question = question
cases-kind-suggestion = suggestion
cases-kind-protected = confidential complaint
cases-kind-sector = { $sector } { $kind }
cases-choice-need = I need help or a service
cases-choice-complaint = Complaint
cases-choice-protected = About an officer (confidential)
cases-choice-question = Question
cases-choice-suggestion = Suggestion
cases-sector-health = health
cases-sector-education = education
cases-sector-social-economy = livelihood
cases-sector-food = food
cases-sector-energy = energy
cases-sector-farming = farming
cases-sector-fishery = fishery
cases-sector-housing = housing
cases-sector-population = civil documents

cases-state-received = received
cases-state-verified = verified
cases-state-handled = handled in the village
cases-state-proposed = proposed to the national data
cases-state-referred = referred
cases-state-accepted = accepted by the receiver
cases-state-declined = declined by the receiver
cases-state-served = served
cases-state-reopened = reopened
cases-state-solved = solved
cases-state-refused = not continued
cases-state-cancelled = cancelled

cases-due = due { $at }
cases-overdue = ⏰ overdue since { $at }
cases-nobody = nobody yet

cases-card = **Case no. { $number }** · { $kind }
cases-card-urgent = 🚨 **Case no. { $number }** · { $kind } · urgent
cases-fact-person = For
cases-fact-area = Area
cases-fact-about = About
cases-fact-state = State
cases-fact-destination = Receiver
cases-fact-taker = Officer
cases-fact-due = Due
cases-story = "{ $story }"

cases-card-added = { $at }: "{ $note }"

cases-move-verify = Verify
cases-move-handle = Handle in the village
cases-move-propose = Propose to the data
cases-move-refer = Refer
cases-move-accept = Accept referral
cases-move-decline = Decline referral
cases-move-serve = Served
cases-move-answer = Answer
cases-move-solve = Solved
cases-move-refuse = Do not continue
cases-move-reopen = Reopen
cases-move-cancel = Cancel
cases-button-open = Open
cases-button-open-no = Open no. { $number }
cases-button-take = Take
cases-button-assign = Hand on
cases-button-note = Add a note
cases-button-history = History
cases-button-list = List of cases
cases-button-refer = Refer a person
cases-button-mine = My reports
cases-button-new = Make a report
cases-button-undo = Undo
cases-button-add = Add details
cases-button-cancel = Cancel the report
cases-button-reopen = Reopen
cases-button-helped = Yes, I was helped
cases-button-not-helped = Not yet
cases-button-receiver = Code for the receiver
cases-button-list-taken = Those I have
cases-button-list-area = My area
cases-button-list-protected = Confidential
cases-button-list-referred = Referred to us

cases-list-taken =
    { $open ->
        [0] **Those I have:** no open case.
        [one] **Those I have:** { $open } case, { $overdue } overdue
       *[other] **Those I have:** { $open } cases, { $overdue } overdue
    }
cases-list-area =
    { $open ->
        [0] **Cases in { $area }:** none open.
       *[other] **Cases in { $area }:** { $open } open, { $overdue } overdue
    }
cases-list-protected =
    { $open ->
        [0] **Confidential complaints:** none open.
       *[other] **Confidential complaints:** { $open } open, { $overdue } overdue
    }
cases-list-referred =
    { $open ->
        [0] **Referred to { $area }:** nothing waits.
       *[other] **Referred to { $area }:** { $open } open, { $overdue } overdue
    }
cases-line = **{ $number }.** { $kind } · { $who } · { $state }, { $due }
cases-line-urgent = 🚨 **{ $number }.** { $kind } · { $who } · { $state }, { $due }

cases-own-title = **Your reports**
cases-own-line = **{ $number }.** { $kind }: { $state }
cases-own-none = You have no report here yet. If there is a problem or a need, just tell us.
cases-own = **Report no. { $number }** · { $kind }
cases-own-note = The officer says: { $note }
cases-own-due = There is usually news before { $at }.
cases-own-late = The news is later than usual ({ $at }). The officers have been reminded.
cases-own-received = Your report has been received and waits for an officer to look into it.
cases-own-verified = Your report has been checked. An officer decides on the next step.
cases-own-handled = Your report is being handled in the village.
cases-own-proposed = The name is proposed to the national social data (DTSEN). This usually takes about 3 months, and a proposal may be turned down.
cases-own-referred = Your report was passed on (referred) to { $destination }. We wait for their answer.
cases-own-accepted = { $destination } has accepted the referral.
cases-own-declined = { $destination } cannot take it. The officer looks for another way.
cases-own-served = The officer says the service was given. Have you been helped?
cases-own-reopened = Your report is open again and waits for an officer.
cases-own-solved = This report is solved. If it turns out not to be, you can reopen it.
cases-own-refused = This report cannot be continued here. You can reopen it, or ask the social office of your regency or city.
cases-own-cancelled = This report was cancelled.
cases-own-short-received = waiting to be checked
cases-own-short-verified = checked
cases-own-short-handled = handled in the village
cases-own-short-proposed = proposed to the data
cases-own-short-referred = passed on, waiting for an answer
cases-own-short-accepted = accepted by the receiver
cases-own-short-declined = another way is looked for
cases-own-short-served = have you been helped?
cases-own-short-reopened = open again
cases-own-short-solved = solved
cases-own-short-refused = not continued
cases-own-short-cancelled = cancelled
cases-data-line = • no. { $number } · { $kind } · { $state }: "{ $story }"
cases-kept-open = Reports that are still open are kept until they are closed, because officers work on them. Cancel a report first if it should be erased now.

cases-told = **News on report no. { $number }**
cases-told-add = The officer adds: { $note }
cases-moved = Case no. **{ $number }** is now: { $state }.
cases-moved-add = There are new details in case no. **{ $number }**.
cases-moved-assign = Case no. **{ $number }** was handed to you. Please have a look.
cases-moved-take = Case no. **{ $number }** is now with a colleague.
cases-notice = **Case no. { $number }** · { $kind } · { $area } · { $state }
cases-notice-urgent = 🚨 **Case no. { $number }** · { $kind } · { $area } · { $state }
cases-notice-overdue = ⏰ **Case no. { $number }** · { $kind } · { $area } is still { $state }, it was due { $at }. Please help.

cases-form-report = Make a report
cases-form-send = Send
cases-form-report-intro = This report is read by the officers of its area and used only to handle it. Complaints about an officer are read by ministry staff alone. Please write no identity number.
cases-ask-area = In which regency or city?
cases-ask-area-hint = For example: Kota Semarang, or Lowokwaru Malang
cases-area-several = There are several: { $names }. Which one?
cases-area-too-wide = { $name } is a whole province. Name the regency or city, for example: Kota Bandung
cases-area-unknown = I cannot find "{ $typed }". Name a regency or city, for example: Kab. Malang
cases-ask-kind = What is the report about?
cases-wrong-kind = "{ $typed }" is not among the choices. Press one of the buttons.
cases-ask-story = In short, what happened?
cases-ask-story-hint = For example: my aid card has been lost since October and I cannot collect the aid.
cases-wrong-words = Please write a few words first.
cases-form-referral = Refer a person
cases-form-on = Go on
cases-ask-person = Who is referred?
cases-ask-sector = Which kind of service is needed?
cases-wrong-sector = "{ $typed }" is no kind of service. Choose one, for example: food
cases-ask-need = What is needed?
cases-ask-need-hint = For example: out of rice, two children still at school
cases-refer-preview = Refer **{ $name }** · { $kind }: "{ $story }"
cases-refer-preview-urgent = 🚨 Refer **{ $name }** (urgent) · { $kind }: "{ $story }"
cases-consent-text = Read this out first: "What { $name } told goes to the officers who can help and is used for that only. It can be withdrawn at any time." Agreed?
cases-consent-yes = Yes, agreed. Save
cases-consent-no = Not agreed
cases-no-consent = Alright, nothing was saved.
cases-not-allowed-refer = Only facilitators refer people. You can make a report yourself.
cases-opened = ✅ Saved as no. **{ $number }** · { $kind }
cases-opened-area = Passed to the officers of { $area }. It is usually checked before { $at }. News will appear here.
cases-opened-desk =
    { $area } has no officer here yet, so the ministry's officers read this report.
    If it is urgent, go to the village office or the social office, or call the ministry on 021-171 (24 hours).
cases-opened-protected = Only ministry staff can read it, local officers cannot. It is usually checked before { $at }.
cases-opened-referral = To be verified by { $at }. The person is told of each step where their account is linked.
cases-same = Report no. **{ $number }** ({ $kind }) is still open: "{ $story }". Is this the same matter?
cases-same-add = Yes, add to no. { $number }
cases-same-new = No, a new report

cases-form-reason = Reason
cases-form-unhelped = Not helped yet
cases-ask-unhelped = What is still missing?
cases-ask-unhelped-hint = For example: the card is here but does not work yet
cases-form-destination = Receiver
cases-form-done = What was done
cases-form-add = Add details
cases-form-save = Save
cases-form-words-intro = The person who reported reads this. No identity numbers, no promises of aid.
cases-ask-reason = What is the reason?
cases-ask-reason-hint = For example: lives in another regency, was pointed there
cases-ask-destination = Referred to whom?
cases-ask-destination-hint = For example: Health Office of Semarang City
cases-ask-done = What was done?
cases-ask-done-hint = For example: the village post brought 10 kg of rice
cases-ask-add = What would you like to add?

cases-done = ✓ Case no. **{ $number }** is now: { $state }. The person is told.
cases-done-untold = ✓ Case no. **{ $number }** is now: { $state }. The person has no account here; please tell them yourself.
cases-done-own-solve = Thank you. Report no. **{ $number }** is solved.
cases-done-own-reopen = Alright, report no. **{ $number }** is open again and the officers are told.
cases-done-own-cancel = Report no. **{ $number }** is cancelled.
cases-taken = ✓ You now have case no. **{ $number }**.
cases-assigned = ✓ Case no. **{ $number }** was handed to { $name }.
cases-assign-ask = To whom shall case no. **{ $number }** be handed?
cases-assign-nobody = There is no facilitator or other officer in this regency or city yet. Invite one first with /undang.
cases-added = ✓ Added to no. **{ $number }**.
cases-closed-already = No. **{ $number }** is closed, so nothing has changed.
cases-changed-meanwhile = It has changed since that button appeared. This is how it stands:
cases-ask-first = The person was asked "have you been helped?" and has not answered yet. Wait until { $until }; after that it closes by itself.
cases-too-late = More than 30 working days have passed, so it cannot be reopened. Please make a new report.
cases-not-allowed = That case is not in your lists, or that step is not yours to take.
cases-wrong-number = "{ $typed }" is no case number. For example: { $example }
cases-receiver-code =
    For { $destination }: send this code to the receiver. It works once, until { $until }.
    How: open this bot and type { $start }

cases-history-title = **History of case no. { $number }**
cases-history-line = { $at } · { $who }: { $what }
cases-history-line-note = { $at } · { $who }: { $what } — { $note }
cases-actor-bot = automatic
cases-actor-citizen = citizen
cases-event-open = opened
cases-event-take = took it
cases-event-assign = handed it on
cases-event-add = added details
cases-event-step-up = passed up, overdue
cases-event-verify = verified
cases-event-handle = handles it in the village
cases-event-propose = proposed to the data
cases-event-refer = referred
cases-event-accept = accepted the referral
cases-event-decline = declined the referral
cases-event-serve = served
cases-event-solve = solved
cases-event-refuse = does not continue
cases-event-reopen = reopened
cases-event-cancel = cancelled

cases-due-heading = Cases near their due time
cases-due-line = no. { $number } is still { $state }, due at { $at }
cases-due-late = no. { $number } is still { $state }, overdue since { $at }
cases-home =
    { $open ->
        [0] **Cases:** none open
       *[other] **Cases:** { $open } open, { $overdue } overdue
    }
cases-weekly = **Cases this week:** { $opened } new, { $closed } closed; { $open } open, { $overdue } overdue
cases-indicator-cases-opened = Cases opened
cases-indicator-cases-solved = Cases solved
cases-unit = cases
cases-report-title = Cases
cases-report-number = No.
cases-report-opened = Opened
cases-report-kind = Kind
cases-report-area = Area
cases-report-state = State
cases-report-taken = Taken by
cases-report-urgent = Urgent
cases-report-closed = Closed

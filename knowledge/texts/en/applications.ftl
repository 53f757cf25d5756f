applications-summary-status = status of my application
applications-summary-register = register somebody's application
applications-summary-list = applications I handle
applications-first-step = See status
applications-indicator-approved = Applications approved
applications-unit = applications

applications-stage-received = received
applications-stage-checked = checked
applications-stage-proposed = proposed
applications-stage-approved = approved
applications-stage-refused = not approved
applications-stage-done = done
applications-stage-withdrawn = withdrawn
applications-since = { $stage } since { $date }
applications-lacks = { $n } papers missing
applications-erased-person = (data erased)
applications-system = system

applications-step-register = registered
applications-step-import = registered from a file
applications-step-check = checked
applications-step-propose = proposed
applications-step-approve = approved
applications-step-refuse = not approved
applications-step-finish = done
applications-step-withdraw = withdrawn
applications-step-undo = registration undone
applications-step-papers = papers asked for
applications-step-papers-complete = papers complete
applications-step-consent = withdrawn with the consent

applications-not-allowed = Applications are registered by facilitators, coordinators and officers. To see the status of your own, press Help and choose See status.
applications-not-there = That application is not among your tasks or in your area, so nothing changed.
applications-not-your-person = That person is not among your people or in your area, so nothing was saved. Add them first with { $command }.
applications-which-person = Which "{ $typed }" do you mean?
applications-unknown-person = I do not find "{ $typed }" among your people. Write the full name, or add the person first with { $command }. Example: { $example }
applications-unknown-programme = I do not know the programme "{ $typed }". Choose from: { $known }. Example: { $example }
applications-form-title = New application
applications-form-submit = Save
applications-ask-person = Who applies?
applications-ask-programme = Which programme?
applications-wrong-programme = I do not know that programme. Choose one of the buttons, such as PENA.
applications-registered =
    ✅ Saved · **{ $name }** · { $programme }
    Application number: **{ $number }**
applications-code-once =
    One-time code for the applicant: **{ $code }** (shown only now, write it down).
    Give both to the applicant. To see the status, they type: `{ $line }`
applications-code-new = New code for application **{ $number }**. The old one no longer works.
applications-same = **{ $name }** still has an open { $programme } application, so I have not saved another:
applications-button-sure = Register anyway
applications-button-view = Open application
applications-button-undo = Undo
applications-undo-undone = Application **{ $number }** was undone.
applications-undo-too-late = More than 15 minutes have passed. Open application **{ $number }** and choose Withdraw, with a reason.
applications-undo-stale = Application **{ $number }** is being processed already and was not undone.

applications-none = No application is open. Register the first one, such as: { $example }
applications-title-proposed = **Waiting for a decision ({ $n })**, the longest waiting first:
applications-title-papers = **Papers missing ({ $n })**, the longest waiting first:
applications-title-open = **Open applications ({ $n })**, the longest waiting first:
applications-filter-proposed = Waiting for a decision ({ $n })
applications-filter-papers = Papers missing ({ $n })
applications-filter-open = All ({ $n })
applications-page-before = ◀ Before
applications-page-after = Next ▶
applications-page-empty = Nothing in this list.
applications-button-open = Open no. { $n }
applications-button-list = Applications
applications-button-bulk = Approve all proposed
applications-view-title = **{ $number }** · { $name }
applications-label-programme = Programme
applications-label-area = Area
applications-label-stage = Stage
applications-label-missing = Missing
applications-own = This is your own application; somebody else handles it.

applications-button-check = Checked
applications-button-propose = Propose
applications-button-approve = Approve
applications-button-refuse = Do not approve
applications-button-finish = Done
applications-button-withdraw = Withdraw
applications-button-papers = Ask for papers
applications-button-complete = Papers complete
applications-button-code = New code
applications-move-moved = ✅ Saved: **{ $number }** is now { $stage }.
applications-move-own = Nobody handles an application of their own. Ask a colleague.
applications-move-stale = It has changed: **{ $number }** is now { $stage }. I changed nothing.
applications-move-papers-missing = Not yet: **{ $number }** still lacks { $missing }. Press Papers complete when they are there.
applications-move-reason-missing = Not yet: the decision on **{ $number }** needs a reason.
applications-papers-noted = ✅ Saved: **{ $number }** waits for { $missing }.
applications-papers-complete = ✅ Saved: the papers of **{ $number }** are complete.
applications-form-approve = Approve application
applications-form-refuse = Not approved
applications-form-withdraw = Withdraw application
applications-form-papers = Missing papers
applications-form-bulk = Approve all
applications-ask-approve = What is the reason? The applicant reads it too.
applications-ask-refuse = Why is it not approved? The applicant reads it too, so write what can be put right.
applications-ask-withdraw = Why is it withdrawn?
applications-ask-papers = Which papers are still missing?
applications-ask-papers-hint = Separate them by commas or new lines. Do not write identity numbers.
applications-wrong-reason = Write the reason, such as: conditions met and papers complete.
applications-wrong-papers = Name the papers, such as: family card, business plan.
applications-pick-complete = Conditions met, papers complete
applications-pick-criteria = Meets the programme's criteria
applications-pick-wish = The applicant's wish
applications-pick-moved = The applicant moved away

applications-bulk-intro = Everything proposed whose papers are complete is approved for the same reason, once a second person agrees.
applications-bulk-submit = Ask for consent
applications-bulk-nothing = No complete application waits for a decision.
applications-bulk-proposed = { $n } applications in { $area } wait for a second person's yes. I told { $told } people; it holds for 3 days.
applications-bulk-nobody = { $n } applications in { $area } are noted, but there is no second person who may agree ({ $told } people). Invite another coordinator, or decide one by one.
applications-bulk-asked =
    **{ $name }** proposes to approve { $n } applications at once in { $area }.
    Reason: { $reason }
    { $numbers }
    It takes a second person. Look through the list first.
applications-bulk-yes = Approve { $n } applications
applications-bulk-no = No
applications-bulk-own-proposal = This is your own proposal; somebody else agrees to it.
applications-bulk-answered-before = That proposal was answered, or is older than 3 days.
applications-bulk-refused = All right, nothing was approved. I tell whoever proposed it.
applications-bulk-confirmed = ✅ Saved: { $n } of { $of } applications approved. Those that changed meanwhile were left out.
applications-bulk-was-confirmed = { $name } agreed to your proposal: { $n } of { $of } applications approved.
applications-bulk-was-refused = { $name } did not agree to your proposal for { $of } applications; { $n } were approved.

applications-home-proposed = **Applications**: { $waiting } wait for a decision, { $open } open.
applications-home-papers = **Applications**: { $waiting } lack papers, { $open } open.
applications-weekly = **Applications by stage**
applications-weekly-line = { $stage }: { $n } (this week { $moved })
applications-waiting-heading = 📥 Applications
applications-waiting-decision = { $n } applications wait for your decision, the longest { $days } days
applications-waiting-papers = { $name }: { $number } lacks papers

applications-status-how =
    To see a status I need the **application number** and the **one-time code** from your facilitator. Identity number and birth date are not needed; do not send them.
    Once is enough; after that the status shows here at once.
applications-button-form = Enter number and code
applications-button-ask = Ask the facilitator to confirm
applications-button-see = See
applications-button-refresh = Refresh
applications-button-object = Object
applications-button-others = Other applications
applications-form-status = Application status
applications-ask-number = What is the application number?
applications-ask-number-hint = Such as PRK-7F3K-9Q2X. It is on the paper or in the message from your facilitator.
applications-ask-code = What is the one-time code?
applications-ask-code-hint = Eight letters and digits from your facilitator. Skip it if you have none.
applications-misread-length = An application number has 11 letters and digits, such as PRK-7F3K-9Q2X; "{ $typed }" has fewer or more. It begins with one of { $prefixes }.
applications-misread-prefix = No number begins like that. Numbers begin with one of { $prefixes }, such as PRK-7F3K-9Q2X. You typed "{ $typed }".
applications-misread-check = A character in "{ $typed }" seems wrong or swapped. Please compare them one by one; numbers look like PRK-7F3K-9Q2X and begin with { $prefixes }.
applications-misread-code = A one-time code has 8 letters and digits, such as 4T7K-92QM. Please check it.
applications-need-code = For that number I need the one-time code from your facilitator. Without a code, the facilitator can confirm that it is really you.
applications-no-match = I cannot match that number and code. Please check them; at most 5 times a day, then try again tomorrow. A code that was used no longer works. Your facilitator can give a new code, or confirm.
applications-asked =
    All right. If that number exists, I ask its facilitator to confirm. Tell the facilitator this mark: **{ $mark }**
    I tell you here as soon as there is an answer. If you hear nothing for two working days, turn to the facilitator or the social office.
applications-now-linked = ✅ They match. From now on the status command shows it without a code.
applications-whose = Whose application?
applications-person-none = There is no application of **{ $name }** here yet.
applications-person-several = **{ $name }** has { $n } applications:
applications-mine = **{ $programme }** · { $number }
applications-mine-named = **{ $name }** · { $programme } · { $number }
applications-now-received = The application was **received** ({ $date }).
applications-now-checked = The papers were **checked** ({ $date }).
applications-now-proposed = It was **proposed** ({ $date }) and waits for a decision.
applications-now-approved = The application was **approved** ({ $date }).
applications-now-refused = The application was **not approved** ({ $date }).
applications-now-done = The application is **done** ({ $date }).
applications-now-withdrawn = The application was **withdrawn** ({ $date }) and is no longer processed.
applications-next-received = Next: the facilitator checks the papers.
applications-next-checked = Next: the facilitator proposes it to the coordinator.
applications-next-proposed = Next: the coordinator decides. The outcome is open.
applications-next-approved = Next: the facilitator gets in touch with you to carry it out.
applications-next-refused = You may ask why, complete your papers and apply again.
applications-next-done = There is no further step. If something is not right, tell the facilitator.
applications-next-withdrawn = To apply again, turn to the facilitator.
applications-reason = The reason: { $reason }
applications-missing = ❗ Still missing: **{ $missing }**. Hand it to the facilitator or show it there; do not send it here.
applications-time-typical = ⏱ Usually about { $days } working days, so around { $date }. This is an estimate, not a promise.
applications-time-late = ⏱ This takes longer than usual (about { $days } working days, { $date }). Please ask the facilitator.
applications-helper-facilitator = Who helps: { $name }, your facilitator.
applications-helper-office = Who helps: the social office of your district, or 021-171.
applications-notice-changed = There is news about an application.
applications-notice-linked = The facilitator has confirmed. You can see the status here now.
applications-confirm-asked =
    Somebody wants to see the status of **{ $number }** ({ $name }, { $programme }) without a code, { $time }. The mark: **{ $mark }**
    Meet or call { $name } first and ask for the mark. If it is really them, I link that phone.
applications-confirm-yes = Yes, it is them
applications-confirm-no = No
applications-confirm-confirmed = ✅ Linked. They can see the status themselves now.
applications-confirm-denied = All right, not linked. Whoever asked is told nothing.
applications-confirm-officer = That person is an officer too, whose phone is linked by an invitation, not here. Nothing changed.
applications-confirm-answered-before = That question was answered, or its time is over.
applications-data-title = **Applications ({ $n })**
applications-data-kept = Number, stages and days of applications stay without a name, so that counts and decisions can be accounted for.
applications-as-of = As of { $time }.
applications-no-consent = **{ $name }** has withdrawn consent, so nothing was saved. Ask for it again with { $command }.
applications-button-back = Undo
applications-move-taken-back = ↩️ Undone: **{ $number }** is { $stage } again.
applications-move-too-late = More than 15 minutes have passed, or it went on meanwhile: **{ $number }** is now { $stage }. I changed nothing.
applications-step-back = undone
applications-report-title = Applications
applications-report-number = Number
applications-report-registered = Registered
applications-report-name = Name
applications-report-area = Area
applications-report-programme = Programme
applications-report-stage = Stage
applications-report-since = Since

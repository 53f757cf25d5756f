mentoring-summary-session = log a mentoring session
mentoring-summary-people = the people I accompany
mentoring-summary-month = my records this month
mentoring-first-step = ✍️ Log a session
mentoring-kind-bimtek = guidance
mentoring-kind-mentoring = mentoring
mentoring-kind-inkubasi = incubation
mentoring-turnover = turnover { $money }
mentoring-back-dated = entered later
mentoring-saved = ✅ Saved as no. **{ $number }** · { $name }
mentoring-undo = Undo
mentoring-to-log = See my records
mentoring-log-more = Log another
mentoring-same = This is the same as no. **{ $number }** for { $name }. That one is saved, so I have not saved it again:
mentoring-same-no = Leave it
mentoring-same-yes = Save again
mentoring-dropped = All right, nothing changes.
mentoring-not-your-person = That person is not on your list, so nothing was saved. Add them first with { $command }.
mentoring-not-allowed = Only facilitators log sessions. If you are one, ask your coordinator for an invitation code.
mentoring-no-people = Your list is still empty. Add the first person, for example: { $command }
mentoring-unknown-person = I cannot find "{ $typed }" on your list.
mentoring-bare-minutes = The number "{ $typed }" has no unit. Is it { $time }? A correct example: { $example }
mentoring-too-long = A session of { $typed } cannot be right; { $most } is the longest. A correct example: { $example }
mentoring-date-future = That date has not come yet: { $date }. Is it right?
mentoring-date-over-a-year = That date is over a year ago: { $date }. Is it right?
mentoring-date-right = Yes, save
mentoring-line-incomplete = The line "{ $line }" is incomplete, so it was not saved. A correct example: { $example }
mentoring-undone = Record no. **{ $number }** is undone.
mentoring-undone-before = Record no. **{ $number }** was undone before.
mentoring-too-late = More than 15 minutes have passed, so no. **{ $number }** cannot be undone here. Edit the message, or ask your coordinator.
mentoring-undo-not-found = That record is not on your list.
mentoring-corrected = ✏️ Corrected, no. **{ $number }** · { $name }
mentoring-unchanged = Nothing changed, no. **{ $number }** · { $name }
mentoring-edit-undone = Record no. **{ $number }** was undone, so this change is not saved. Send it as a new message if you need it.
mentoring-line-gone = The line of record no. **{ $number }** was removed from the message: { $what }. Undo the record too?
mentoring-line-gone-undo = Yes, undo it
mentoring-line-gone-keep = No, keep it
mentoring-form-title = Log a session
mentoring-form-submit = Save
mentoring-ask-person = Who was the session with?
mentoring-ask-kind = What kind of session?
mentoring-wrong-kind = "{ $typed }" is no kind of session. Choose: bimtek, mentoring or inkubasi.
mentoring-ask-minutes = How long?
mentoring-ask-minutes-hint = Example: 90m or 1.5 hours
mentoring-minutes = { $n } minutes
mentoring-wrong-minutes = I cannot read "{ $typed }" as a duration. Example: 90m or 1.5 hours (12 hours at most).
mentoring-ask-date = Which day?
mentoring-ask-date-hint = Example: yesterday, last monday, 3/11
mentoring-today = Today
mentoring-wrong-date = I cannot read "{ $typed }" as a date. Example: yesterday or 3/11 (day first)
mentoring-ask-turnover = Turnover (optional)
mentoring-ask-turnover-hint = Example: 1,2jt or 500rb
mentoring-wrong-money = I cannot read "{ $typed }" as money. Example: 1,2jt or 500rb
mentoring-ask-note = Note (optional)
mentoring-people-title = **My people** ({ $n })
mentoring-never = not visited yet
mentoring-last = last { $date }, { $n } sessions
mentoring-log-for = Log { $name }
mentoring-page-before = ◀ Back
mentoring-page-after = Next ▶
mentoring-month-title = **Records of { $month }**
mentoring-month-empty = No records in { $month } yet. Begin with: { $command }
mentoring-count = { $sessions } sessions, { $people } people, { $time }
mentoring-wrong-month = "{ $typed }" is no month. Example: { $example }
mentoring-outage =
    Sorry, the bot was down for long. Messages after { $since } may not have arrived.
    The last record I received from you: no. **{ $number }** · { $name } · { $what }.
    Please send again whatever came after it. Check: { $command }
mentoring-indicator-sessions = Sessions
mentoring-indicator-sessions-bimtek = Guidance sessions
mentoring-indicator-sessions-mentoring = Mentoring sessions
mentoring-indicator-sessions-inkubasi = Incubation sessions
mentoring-indicator-session-minutes = Minutes of sessions
mentoring-unit-sessions = sessions
mentoring-unit-minutes = minutes
mentoring-unvisited-heading = Not visited for 30 days
mentoring-data-title = **Mentoring sessions ({ $n })**
mentoring-data-more = … and { $n } earlier sessions
mentoring-data-kept = Date, kind and length of sessions stay without name and notes, because reports count them.
mentoring-report-sessions = Sessions
mentoring-report-facilitators = Facilitators
mentoring-report-date = Date
mentoring-report-number = No.
mentoring-report-facilitator = Facilitator
mentoring-report-person = Person
mentoring-report-area = Area
mentoring-report-kind = Kind
mentoring-report-minutes = Minutes
mentoring-report-turnover = Turnover
mentoring-report-workers = Workers
mentoring-report-topic = Topic
mentoring-report-note = Note
mentoring-report-back-dated = Back-dated
mentoring-report-count = Sessions
mentoring-report-people = People
mentoring-report-last = Last
mentoring-summary-visits = planned visits
mentoring-people-all = All my people
mentoring-last-visit = last on { $date } ({ $days ->
        [0] today
        [1] 1 day ago
       *[other] { $days } days ago
    })
mentoring-next-visit = planned { $when }
mentoring-visit-for = Plan { $name }
mentoring-month-targets =
    **My targets**
    { $lines }
mentoring-pair-title = **Sessions with { $name }**
mentoring-pair-empty = No session with { $name } yet.
mentoring-data-visits =
    **Planned visits**
    { $lines }
mentoring-planned-heading = Visits today
mentoring-visits-title = **Planned visits** ({ $n })
mentoring-visits-none = No visit is planned yet. Begin with: { $example }
mentoring-visit-list = See the plan
mentoring-visit-new = Plan a visit
mentoring-visit-open = Open { $name }
mentoring-visit-late = overdue
mentoring-visit-planned = 🗓️ Planned: **{ $name }**, { $when }. I will remind you that morning.
mentoring-visit-same = That visit is planned already: **{ $name }**, { $when }.
mentoring-visit-moved = 🗓️ Moved: **{ $name }**, { $when }.
mentoring-visit-shown = 🗓️ **{ $name }**, { $when }
mentoring-visit-move = Another day
mentoring-visit-done = It is done
mentoring-visit-cancel = Cancel the visit
mentoring-visit-done-said = The visit to { $name } is done. If there was a session, log it too so that it counts.
mentoring-visit-cancelled-said = The visit to { $name } is cancelled.
mentoring-visit-not-planned = That visit is done, cancelled, or not among your plans.
mentoring-visit-not-that-day = { $date } cannot be planned: it must be from today to a year ahead. A correct example: { $example }
mentoring-visit-unread = "{ $part }" cannot be read as a day or a time. A correct example: { $example }
mentoring-visit-which-day = To which day does the visit to { $name } move?
mentoring-visit-other-day = Another day
mentoring-visit-form = Planned visit
mentoring-visit-day-form = Another day
mentoring-visit-ask-person = Whom will you visit?
mentoring-visit-ask-date = On which day?
mentoring-visit-ask-date-hint = For example: tomorrow, friday, 3/12
mentoring-visit-wrong-date = "{ $typed }" cannot be read as a day. For example: tomorrow, friday, or 3/12
mentoring-visit-ask-time = At what time? (may stay empty)
mentoring-visit-ask-time-hint = For example: 09:00 or at 2 pm
mentoring-visit-wrong-time = "{ $typed }" cannot be read as a time. For example: 09:00 or at 2 pm
mentoring-summary-team = my area's team: logs, and who is silent
mentoring-summary-hand = hand people over to another facilitator
mentoring-team-title =
    **Team of { $area }** ({ $n })
    { $silent ->
        [0] Everybody logged within the last { $days } working days.
        [1] ⚠️ 1 person has not logged for { $days } working days or more.
       *[other] ⚠️ { $silent } people have not logged for { $days } working days or more.
    }
mentoring-team-work = { $sessions } sessions, { $people } people this month
mentoring-team-last = logged last on { $date }
mentoring-team-never = never logged
mentoring-team-nobody = There are no facilitators in { $area } yet. Invite them first with /undang.
mentoring-team-too-many = There are { $n } facilitators in { $area }. Choose a smaller area, for example: { $example }
mentoring-team-not-allowed = That is outside your task or area, so I neither show nor change it.
mentoring-team-not-found = That record is not in your area.
mentoring-team-log = **Log of { $name }**, { $month }
mentoring-team-log-empty = { $name } has no record in { $month } yet.
mentoring-team-open = Open no. { $number }
mentoring-team-back = Back to the team
mentoring-team-back-log = See the log
mentoring-team-session =
    No. **{ $number }** · { $name } · logged by { $facilitator }
    { $what }
    What is to be corrected?
mentoring-team-field-kind = Kind
mentoring-team-field-minutes = Duration
mentoring-team-field-date = Date
mentoring-team-field-turnover = Turnover
mentoring-team-field-note = Note
mentoring-team-undo = Take the record back
mentoring-team-form-fix = Correct a record
mentoring-team-form-undo = Take a record back
mentoring-team-ask-value = What is right?
mentoring-team-ask-value-hint = For example: mentoring, 90m, 3/11, 1,2jt
mentoring-team-ask-reason = What is the reason? The facilitator will be told.
mentoring-team-wrong-reason = Please write the reason a little more clearly. For example: wrong date
mentoring-team-corrected = ✏️ Corrected, no. **{ $number }**: { $what }. The facilitator is told.
mentoring-team-undone = Record no. **{ $number }** is taken back. The facilitator is told.
mentoring-team-unchanged = Nothing changed in no. **{ $number }**.
mentoring-team-told-corrected = ✏️ { $by } corrected your record no. **{ $number }** · { $name }. Now: { $what }. The reason: { $reason }
mentoring-team-told-undone = { $by } took back your record no. **{ $number }** · { $name } ({ $what }). The reason: { $reason }
mentoring-hand-how = Who goes to whom? For example: { $example }. All at once: { $all }
mentoring-hand-unknown = I do not find "{ $typed }" in your area. A correct example: { $example }
mentoring-hand-ask = Hand **{ $name }** over to **{ $to }**?
mentoring-hand-ask-all = Hand all { $n } people of **{ $name }** over to **{ $to }**?
mentoring-hand-yes = Yes, hand over
mentoring-hand-handed = ✅ { $n ->
        [1] 1 person was
       *[other] { $n } people were
    } handed over to **{ $to }**. Both are told, planned visits went along.
mentoring-hand-outside = { $n } of them live outside your area, so they stay where they are.
mentoring-hand-nobody = There is nobody to hand over: the list is empty.
mentoring-hand-same = That person is in the list already, so nothing changed.
mentoring-hand-not-your-area = The receiver is no facilitator in your area, or the person lives outside it, so nothing was handed over.
mentoring-hand-gained = 👋 { $by } handed { $n ->
        [1] 1 person
       *[other] { $n } people
    } over to you: { $names }. See them with { $command }.
mentoring-hand-lost = { $by } handed { $n ->
        [1] 1 person
       *[other] { $n } people
    } of your list over to { $to }: { $names }. Your records stay yours.
mentoring-summary-repeat = log the last entry again, with changes
mentoring-summary-template = template for days without signal
mentoring-workers = { $n } workers
mentoring-topic = topic { $topic }
mentoring-ask-workers = How many workers? (may be empty)
mentoring-wrong-workers = "{ $typed }" is no number of workers. Example: 2
mentoring-ask-topic = What was the topic? (may be empty)
mentoring-nothing-to-repeat = There is nothing to repeat yet. Begin with: { $example }
mentoring-template-how = Copy this, fill it in and send it back when there is signal. One line a session, each gets its own answer. Day, length and kind may be changed; delete lines that did not happen.
mentoring-template-blank = Replace __ with the length, such as 90m.
mentoring-repeat-edited = Record no. **{ $number }** was made from this message and has not changed. Undo it, then send a new message.

privacy-summary-show = see, correct or erase my data
privacy-summary-correct = ask for a correction of my data
privacy-summary-withdraw = withdraw consent
privacy-summary-erase = erase my data
privacy-summary-requests = requests about personal data
privacy-whose = Whose data?
privacy-title = This is all I keep:
privacy-account = **This account**: the shown name { $name }, the language, and when it was last used. Ordinary messages erase themselves; copies of answers are gone within 48 hours.
privacy-unlinked = This account is not linked to anybody's record. If a facilitator keeps a record of you, link it first with the application number and the code, or ask the staff.
privacy-rights = You may take a copy, ask for a correction, withdraw consent, or erase it. These are the bot's data; aid data (DTSEN) are corrected through the village office.
privacy-requests = **Requests about data**
privacy-kind-correct = Correction
privacy-kind-withdraw = Consent withdrawn
privacy-kind-erase = Erasure
privacy-state-open = under way
privacy-state-done = done
privacy-state-refused = refused
privacy-not-yours = This account is not linked to that person, so nothing changed.
privacy-button-file = Get a file
privacy-button-correct = Ask for a correction
privacy-button-withdraw = Withdraw consent
privacy-button-erase = Erase my data
privacy-button-list = Requests
privacy-button-done = Corrected
privacy-button-refuse = Cannot be done
privacy-file = A copy of your data is in this file.
privacy-file-name = my-data
privacy-file-head = Data kept by Dayabot, { $time }
privacy-form-title = Correction
privacy-ask-correction = What is wrong, and what is right?
privacy-ask-correction-hint = Such as: my village should be Miroto. Do not write identity numbers.
privacy-wrong-correction = Write what is wrong and what is right.
privacy-too-many = This account has made 5 requests today. Try again tomorrow, or turn to the staff.
privacy-correction-asked = ✅ Saved. The staff answer by { $due } (3 × 24 hours). I send their answer here.
privacy-withdraw-ask =
    If the consent of **{ $name }** is withdrawn, the facilitator records nothing more, and open applications are withdrawn too. Earlier records stay until they are erased.
    Withdraw now?
privacy-withdraw-account = The account { $name } is not linked to anybody's record, so there is no consent to withdraw.
privacy-withdraw-yes = Yes, withdraw
privacy-withdrawn = ✅ Saved. The consent is withdrawn from now on; the facilitator is told.
privacy-erase-ask =
    What is **erased**: name, phone, notes of sessions, reasons on applications, talks with the staff, and the link of the account to **{ $name }**. Open applications are withdrawn too.
    What **stays** without a name: counts for reports. This cannot be taken back.
    Erase now? Only press this if you are that person.
privacy-erase-account = The account { $name } is not linked to anybody's record. What can be erased: the memory of this talk and questions to the staff. Erase now?
privacy-erase-yes = Yes, erase
privacy-no = No
privacy-kept-all = All right, nothing changed.
privacy-erase-officer = You still have a role here, so the records belong to the office. Ask your coordinator to take the role away first, then try again.
privacy-erased = ✅ The data are erased.
privacy-kept = What stays, and why:
privacy-notice-withdrawn = **{ $name }** has withdrawn consent. From now on record nothing about them; they are no longer in your list of people.
privacy-not-allowed = Requests about data are for ministry staff only, so nothing changed.
privacy-no-requests = No request is waiting.
privacy-requests-title = **Requests about data**: { $open } open, { $due } past the limit of 3 × 24 hours.
privacy-due = due { $due }, { $hours } hours left
privacy-overdue = ❗ due { $due }, { $hours } hours late
privacy-nobody = an account not linked to anybody
privacy-request =
    **{ $kind }** · { $name }
    { $clock }
    { $text }
privacy-form-done = Corrected
privacy-form-refuse = Cannot be done
privacy-ask-done = What was corrected? This sentence goes to whoever asked.
privacy-ask-refuse = Why not, and where should they turn? This sentence goes to whoever asked.
privacy-wrong-answer = Write the answer.
privacy-closed = ✅ Saved. I send the answer.
privacy-closed-before = That request was answered already.
privacy-answered-done = Your request about your data is done: { $answer }
privacy-answered-refused = Your request about your data cannot be met: { $answer }
privacy-reminder-heading = 🔐 Data rights
privacy-reminder = { $n } requests must be answered within 24 hours
privacy-button-open = Open no. { $n }
privacy-page-before = ◀ Before
privacy-page-after = Next ▶

desk-summary-ask = write to a person
desk-ask-how = Please write the message along with it, for example: { $example }
desk-ask-example = I want to see my data
desk-summary = questions that wait for staff
desk-button-ask = Ask a person
desk-button-end = That is clear
desk-button-take = Take
desk-button-reply = Reply
desk-button-close = Done
desk-button-list = Desk
desk-button-open = Open no. { $n }
desk-page-before = ◀ Previous
desk-page-after = Next ▶
desk-handed-over =
    Your question is now with the staff. The answer will appear here.
    They reply in office hours (Monday to Friday, 08:00-16:00). Meanwhile I pass on what you write. Please send no NIK and no photo of an ID card.
desk-nobody =
    There is no staff here at the moment. Please ask your companion, the village office or the district social office. Ministry of Social Affairs: 021-171 (24 hours).
desk-answer =
    **Answer from the staff:**
    { $text }

    If anything is still open, just write it here.
desk-closed = The conversation with the staff has ended. If you have another question, just write it.
desk-ended = Good, thank you. If you have another question, just write it.
desk-ended-before = That conversation has ended. If you have another question, just write it.
desk-late =
    Sorry, the staff could not answer yet. Your question stays on their desk.
    If it is urgent, go to the village office or the social office, or call the ministry on 021-171 (24 hours).
desk-not-allowed = That is for the staff at the question desk only.
desk-empty = No question is waiting.
desk-title =
    { $n ->
        [one] **Staff desk:** { $n } open question
       *[other] **Staff desk:** { $n } open questions
    }
desk-line-waiting = { $n }. "{ $text }" · waiting for { $hours } office hours
desk-line-taken = { $n }. "{ $text }" · taken, { $hours } office hours
desk-line-answered = { $n }. "{ $text }" · answered
desk-card-question = **Question from a citizen**
desk-card-danger = 🚨 **Urgent: somebody may be in danger**
desk-card-levy = ⚠️ **Urgent: a levy or threat is reported.** Confidential, do not pass it on to local officers.
desk-card-earlier = ({ $n } earlier messages)
desk-card-asked = Citizen: { $text }
desk-card-answered = Staff: { $text }
desk-card-state-waiting = Waiting since { $since } ({ $hours } office hours). Press Reply, or write >> in this thread.
desk-card-state-taken = Taken by { $name }, waiting for an answer ({ $hours } office hours).
desk-card-state-answered = Answered by { $name } after { $hours } office hours. Press Done when it is settled.
desk-card-state-closed = ✓ Done.
desk-taken = You have taken this question. Press Reply to answer.
desk-taken-before = A colleague has taken this question. You can still reply.
desk-closed-before = This question is closed already.
desk-closed-now = ✓ Done. The person has been told.
desk-replied = ✓ The answer is on its way to the person.
desk-form-title = Reply to the person
desk-form-intro = This goes to the person. No NIK, no promise of aid or of a payout date.
desk-form-text = Answer
desk-form-empty = The answer is empty. Write a few words, for example: Please bring your ID card to the village office.
desk-home =
    { $open ->
        [0] **Staff desk:** nothing is waiting
       *[other] **Staff desk:** { $open } open, { $waiting } not taken
    }
desk-weekly = **Staff desk:** { $open } open, { $waiting } not taken, { $closed } closed this week
desk-data-title = **Questions to the staff**

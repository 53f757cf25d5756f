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
desk-button-for-all = Answer all askers
desk-groups-button = Unanswered questions
desk-groups-none = No unanswered question is waiting.
desk-groups-title =
    { $groups ->
        [one] **Unanswered questions:** { $groups } group
       *[other] **Unanswered questions:** { $groups } groups
    } from { $askers ->
        [one] { $askers } asker
       *[other] { $askers } askers
    }. Asked most comes first.
desk-groups-line =
    { $n }. "{ $text }" · { $askers ->
        [one] { $askers } asker
       *[other] { $askers } askers
    }
desk-group-title =
    { $askers ->
        [one] **Needs an answer: { $askers } asker**
       *[other] **Needs an answer: { $askers } askers**
    }
desk-group-title-settled =
    { $askers ->
        [one] **A question of { $askers } asker**
       *[other] **A question of { $askers } askers**
    }
desk-group-example = "{ $text }"
desk-group-candidate = Nearest: { $label } ({ $percent } %)
desk-group-unhelped =
    { $n ->
        [one] The bot answered with "{ $label }", which was rated as not helpful once. That topic may need better words.
       *[other] The bot answered with "{ $label }", which was rated as not helpful { $n } times. That topic may need better words.
    }
desk-group-state-open = Asked since { $since }. An answer goes to everybody who asked, once each.
desk-group-state-answered = ✓ Answered by { $name }. { $untold ->
        [0] Everybody who asked since { $since } has been told.
        [one] { $untold } new asker has not been told (asked since { $since }).
       *[other] { $untold } new askers have not been told (asked since { $since }).
    }
desk-group-state-dismissed = Closed without an answer. The same question opens no card again.
desk-group-state-expired = Nobody asked for a long time; who asked has been erased.
desk-group-proposal-waiting = This answer is proposed as one of the bot's own and waits for a second person.
desk-group-proposal-approved = This answer is one of the bot's own.
desk-group-proposal-refused = The proposal to make it the bot's own was refused.
desk-group-proposal-withdrawn = The bot's answer made of this was withdrawn.
desk-group-button-answer = Answer
desk-group-button-dismiss = Not for us
desk-group-button-tell = Send to new askers
desk-group-button-propose = Make it an answer
desk-told =
    You asked: "{ $asked }"

    **Answer from the staff:**
    { $text }

    Source: { $title } ({ $year })
desk-told-only-id = (This answer exists in Indonesian only so far.)
desk-group-settled = This question has been dealt with. See the others at the desk.
desk-group-refused = **Not sent.** This answer may not be sent yet:
desk-group-told =
    { $n ->
        [0] ✓ The answer is kept. Nobody is waiting for it any more.
        [one] ✓ The answer is on its way to { $n } asker.
       *[other] ✓ The answer is on its way to { $n } askers.
    }
    To let the bot answer by itself next time, press Make it an answer.
desk-group-dismissed = Closed. The same question opens no card again.
desk-group-form-title = Answer all askers
desk-group-form-intro = This goes to everybody who asked the same. No NIK, no promise of aid or of a payout date.
desk-group-form-topic = Existing topic
desk-group-form-topic-hint = If the bot already has the answer, choose its topic: these questions are added to it.
desk-group-form-topic-new = New topic
desk-group-form-label = Short title
desk-group-form-label-hint = For a button, in Indonesian, at most 28 characters, for example: Kartu KKS hilang
desk-group-form-id = Answer
desk-group-form-id-hint = In Indonesian. The first sentence answers, then one next step. At most 650 characters.
desk-group-form-labelEn = Short title (English)
desk-group-form-labelEn-hint = May stay empty.
desk-group-form-en = Answer (English)
desk-group-form-en-hint = May stay empty; whoever asked in English then gets the Indonesian one.
desk-group-form-source = Source
desk-group-form-source-hint = Title of the rule or page, for example: Permensos 3/2025
desk-group-form-url = Address of the source
desk-group-form-url-hint = For example: kemensos.go.id/pena
desk-group-form-year = Year of the source
desk-group-form-year-hint = Four digits, for example: 2025
desk-form-long = Too long: { $n } characters, at most { $most }. Please shorten it a little.
desk-form-forbidden = Not allowed: { $reason }
desk-form-url-wrong = That is no address of a page. Type for example: kemensos.go.id/pena
desk-form-year-wrong = Type the year of the source with four digits, { $newest } at the latest. For example: 2025
desk-objection-no-topic = There is no topic "{ $topic }". Leave it empty for a new topic.
desk-proposals-button = Proposed answers ({ $n })
desk-proposals-none = No answer is proposed.
desk-proposals-title = **Proposed answers:** { $waiting } waiting for a second person, { $approved } in use.
desk-proposals-line-waiting = { $n }. { $label } · waiting
desk-proposals-line-approved = { $n }. { $label } · in use
desk-proposal-title = **Proposed answer of the bot**, by { $name }
desk-proposal-answer =
    **{ $label }**
    { $text }
desk-proposal-only-id = There is no English version yet; the bot will say so.
desk-proposal-source = Source: { $title } ({ $year }), { $url }
desk-proposal-into = The questions are added to the topic **{ $label }**. What it says stays as it is.
desk-proposal-examples = Example questions ({ $n }):{ $examples }
desk-proposal-state-waiting = Waits for a second person. Check the text, the source and the examples: no names of people.
desk-proposal-state-approved = ✓ Approved by { $name } and in use.
desk-proposal-state-refused = Refused by { $name }: { $reason }
desk-proposal-state-withdrawn = Withdrawn from use: { $reason }
desk-proposal-button-approve = Approve
desk-proposal-button-refuse = Refuse
desk-proposal-button-withdraw = Withdraw
desk-proposal-button-open = See the proposal
desk-proposal-button-revise = Correct the answer
desk-proposal-objections = **This cannot become an answer of the bot yet:**
desk-proposal-own = Nobody decides on their own proposal. Please wait for a colleague.
desk-proposal-not-now-waiting = This answer is proposed already and waits for a colleague.
desk-proposal-not-now-approved = The bot answers with this already.
desk-proposal-not-now-refused = This proposal was refused.
desk-proposal-not-now-withdrawn = This answer was withdrawn.
desk-proposal-made = ✓ Proposed. As soon as a colleague approves, the bot answers by itself.
desk-proposal-approved = ✓ Approved. From now on the bot answers with this.
desk-proposal-refused = Refused. Whoever proposed it is told the reason.
desk-proposal-withdrawn = Withdrawn. The bot no longer answers with this.
desk-reason-title = Reason
desk-reason-label = What is the reason?
desk-reason-hint = One sentence for whoever proposed it, for example: The source has been replaced by Permensos 3/2025.
desk-reason-empty = Please give the reason in a few words.
desk-decided-approved = ✓ Your proposal "{ $label }" was approved by { $name }. The bot now answers with it.
desk-decided-refused = Your proposal "{ $label }" was refused by { $name }: { $reason }
desk-decided-withdrawn = The answer "{ $label }" that you proposed was withdrawn: { $reason }
desk-home-groups =
    { $groups ->
        [one] **Unanswered questions:** { $groups } group
       *[other] **Unanswered questions:** { $groups } groups
    } from { $askers ->
        [one] { $askers } asker
       *[other] { $askers } askers
    }
desk-home-proposals =
    { $n ->
        [one] **Proposed answers:** { $n } waits for your decision
       *[other] **Proposed answers:** { $n } wait for your decision
    }
desk-weekly-asked = **Questions this week:** { $unanswered } unanswered, { $suggested } offered choices only, { $notHelped } answers rated as not helpful
desk-weekly-groups =
    { $groups ->
        [one] **No answer yet:** { $groups } group
       *[other] **No answer yet:** { $groups } groups
    } from { $askers ->
        [one] { $askers } asker
       *[other] { $askers } askers
    }
desk-weekly-line =
    "{ $text }" · { $askers ->
        [one] { $askers } asker
       *[other] { $askers } askers
    }
desk-weekly-proposals = **Proposed answers:** { $n } waiting for a second person
desk-data-title = **Questions to the staff**
desk-data-waiting = **Questions that still wait for an answer**

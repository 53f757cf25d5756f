eligibility-summary = check what a programme asks for
eligibility-outcome-likely = 🟢 **{ $programme }: possible**
eligibility-outcome-not-yet = 🟡 **{ $programme }: not for now**
eligibility-outcome-no = 🟠 **{ $programme }: this is not the way**
eligibility-outcome-needs-data = ⚪ **{ $programme }: more must be known**
eligibility-outcome-refer = ➡️ **{ $programme }: through this office**
eligibility-outcome-historical = 🕰️ **{ $programme }: a programme of past years**
eligibility-missing = What is not known yet can still change the result: { $facts }.
eligibility-no-rule = We have no rule of { $year }, so we do not guess.
eligibility-no-rule-next = Ask for the rule of { $year }
eligibility-no-rule-where = the social agency of your regency or city
eligibility-criterion-met = ✅ { $label }
eligibility-criterion-not-met = ❌ { $label }
eligibility-criterion-unknown = ❓ { $label }
eligibility-basis = { $title } ({ $year }, { $grade })
eligibility-grade-A = official
eligibility-grade-B = local or research
eligibility-grade-C = by the news
eligibility-grade-D = unverified
eligibility-settle = Settled by: { $document }. Ask { $where }.
eligibility-next = **Next step:** { $label }
eligibility-next-where = **Where:** { $where }
eligibility-not-promise = This is an estimate from the rules we have for { $year }, not a decision and no promise of aid.
eligibility-find-out = Find out first: { $document }
eligibility-choose =
    **What shall we check?** I ask only what matters, one thing at a time.
    Or write it at once, such as `{ $example }`.
eligibility-choose-for = For which programme? I use what you told me. (A full example: `{ $example }`)
eligibility-example = pena age 43, still receiving pkh, have a shop
eligibility-no-rules = The list of rules cannot be read right now. Please ask your companion or the social agency.
eligibility-understood = What I noted: { $facts }
eligibility-from-answers = By the answers: { $facts }
eligibility-type-it = Press one, or type the number.
eligibility-choose-one = Press one that applies.
eligibility-in-group = In a group everybody sees the answers; I keep none of them. The private chat is more comfortable.
eligibility-answer-yes = Yes
eligibility-answer-no = No
eligibility-answer-none = None of these
eligibility-answer-unknown = I don't know
eligibility-range-one =
    { $unit ->
        [years] { $n } years
        [people] { $n } people
        [months] { $n } months
       *[other] { $n }
    }
eligibility-range-below =
    { $unit ->
        [years] under { $n } years
        [people] fewer than { $n } people
        [months] less than { $n } months
       *[other] below { $n }
    }
eligibility-range-above =
    { $unit ->
        [years] { $n } years or older
        [people] { $n } people or more
        [months] { $n } months or more
       *[other] { $n } or more
    }
eligibility-range-between =
    { $unit ->
        [years] { $from }-{ $to } years
        [people] { $from }-{ $to } people
        [months] { $from }-{ $to } months
       *[other] { $from }-{ $to }
    }
eligibility-change-which = Which answer shall be changed?
eligibility-cancelled = All right, the check has ended. Nothing was kept.
eligibility-stale = The rules or questions have changed, so that button no longer works. Please begin again from the list.
eligibility-button-list = Other programmes
eligibility-button-check = Check { $programme }
eligibility-button-year = The rule of { $year }
eligibility-button-change = ✏️ Change an answer
eligibility-button-go-on = Go on
eligibility-button-save = 💾 Save the result
eligibility-button-saved = Saved results
eligibility-button-send = 📨 Send to my companion
eligibility-button-case = 📋 Make it a case
eligibility-button-agree = I agree and am 17 or older
eligibility-button-agree-send = I agree, send it
eligibility-button-back = ◀ Back to the result
eligibility-button-open = Look at { $programme }
eligibility-button-forget = 🗑 Delete { $programme }
eligibility-button-look = See the answers
eligibility-save-consent =
    Save the result of { $programme }? Saved are the answers, the result and the date, so that you can open it again.
    Only you see it, and you can delete it at any time. I keep nothing of anybody under 17.
eligibility-kept = 💾 Saved: { $programme }. Look at it or delete it under Saved results.
eligibility-not-kept = This result cannot be saved or sent from here. The check itself still works.
eligibility-send-consent =
    Send the result of { $programme } to { $name }, your companion? Sent are your name, the answers and the result. By agreeing you say that you are 17 or older.
eligibility-sent = 📨 The result of { $programme } goes to your companion.
eligibility-no-facilitator = No companion is linked with you yet. You can show the result at the village office.
eligibility-received = 📨 **{ $name } sends the result of a check** and asks you to look at it.
eligibility-saved-title = **Saved results**
eligibility-saved-none = No result has been saved yet.
eligibility-saved-line = { $result } (rule of { $year }, saved { $date })
eligibility-forgotten = 🗑 Deleted.
eligibility-gone = That result is gone already.
eligibility-criterion-helps = ▫️ { $label }
eligibility-button-topic = ✅ Check eligibility
eligibility-choose-unclear = I did not catch the programme. Which one shall we check? (Example: `{ $example }`)

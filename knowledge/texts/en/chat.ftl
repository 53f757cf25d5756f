chat-greeting =
    Hello { $name }, I am **Dayabot**, the assistant for the social-empowerment programmes.
    Just ask in your own words. Please never send an ID number or a photo of an ID card.
chat-help-title = What I can do for you:
chat-help-all = All commands ({ $n })
chat-help-next = Or simply type your question.
chat-help-button = Help
chat-summary-help = what I can do
chat-summary-language = choose language / pilih bahasa
chat-summary-cancel = cancel a form
chat-language-switch = Bahasa Indonesia
chat-language-ask = Which language? / Mau pakai bahasa apa?
chat-language-set =
    { $lang ->
        [en] From now on I answer in English.
       *[id] Baik, saya menjawab dalam bahasa Indonesia.
    }
chat-private-only = That command is for a private chat with me. Nothing of it was processed or stored here.
chat-private-open = Open the private chat
chat-unknown-command = I do not know the command "{ $typed }". Press Help for the list.
chat-unknown-command-near = I do not know the command "{ $typed }". Did you mean { $near }?
chat-press-old = That button is old and no longer works. Press Help to start again.
chat-cannot-read = Sorry, I can only read text and buttons. Please type your question.
chat-broken = Sorry, something broke on our side and this was not processed. Please try once more. If it fails again, give the administrator the code { $event }.
chat-form-back = ◀ Back
chat-form-skip = Skip
chat-form-cancel = Cancel
chat-form-submit = Send
chat-form-open = Fill in: { $title }
chat-form-cancelled = The form is cancelled; nothing was saved.
chat-line-which-person = Which one is "{ $typed }"?
chat-line-one-person = Is "{ $typed }" { $name }? Press the name if so; if not, send it again with the full name.
chat-line-unread = I cannot read "{ $part }" as { $what }. A correct example: { $example }
chat-line-negative = "{ $part }" is less than zero, so it cannot be { $what }. A correct example: { $example }
chat-line-twice = The line says { $what } twice, and I cannot tell whether "{ $part }" is right or the other. Please write one. Example: { $example }
chat-line-two-choices = The line names more than one { $what }: { $part }. Please choose one. Example: { $example }
chat-line-part-date = a date
chat-line-part-duration = a duration
chat-line-part-money = an amount of money
chat-line-part-people = a number of people
chat-line-part-quantity = a number with a unit
chat-line-part-choice = kind

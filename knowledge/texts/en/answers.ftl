answers-summary = ask about the programmes
answers-ask-how =
    Just write your question, for example: { $example }
answers-example = how do I register for PKH
answers-suggest = I am not sure yet. Which of these do you mean?
answers-unknown =
    Sorry, I have no sure answer to that, and I do not want to guess.
    Try other words, or ask a person.
answers-greeting = Hello. What would you like to know? Just write it in your own words.
answers-offices =
    You can also ask your companion, the village office or the district social office. Ministry of Social Affairs: 021-171 (24 hours).
answers-open-source = Open the source
answers-button-helped = 👍 Helpful
answers-button-none = None of these
answers-button-not-this = Not this
answers-button-report-officer = Make a confidential report
answers-button-where-to-report = Where to report
answers-button-check-self = How to check yourself
answers-rated = Thank you. If you have another question, just write it.
answers-thanks = You are welcome. If you have another question, just write it.
answers-sent-file = (sent a voice note, picture or file)
answers-sources = Source: { $sources }
answers-source = { $title } ({ $year }, { $grade })
answers-grade-A = official
answers-grade-B = local government or institution
answers-grade-C = news
answers-grade-D = unverified
answers-status-historic = ⏳ This is older information, last valid in { $year }.
answers-status-local = 📍 This holds in certain places. Yours may differ; please check with the local social office.
answers-status-disputed = ⚖️ The sources disagree. Please check with the local social office.
answers-status-unverified = ❔ Not verified. Please check with the local social office first.
answers-status-expired = ⏳ This source held until { $year }. Please check again with the local social office.
answers-status-old = ⏳ Our newest source is from { $year }. Please check again with the local social office.
answers-guard-identity =
    🔒 For your safety, please do not send a NIK or family card number here. I have covered the number and kept no note of it.
    Just write your question without it.
answers-guard-photo =
    🔒 Please do not send photos of an ID card, family card or aid card here. I do not open the photo.
    If needed, take the document to the village office or social office. Just write your question.
answers-guard-secret =
    🔒 Never give a PIN, OTP or password to anybody, officers and me included.
    If you already did, call the bank on the number on the back of the card at once and change the PIN.
answers-guard-danger =
    🚨 **Safety first. Call now:**
    112 emergency · 110 police · 119 ambulance
    129 (SAPA) violence against women and children
    119 then 8 if you want to hurt yourself; somebody will listen.
    Go to a safe place and ask the people near you for help.
answers-guard-scam =
    ⚠️ Careful, this looks like a scam. Do not open the link, install no .APK, transfer nothing and enter no NIK or PIN.
    Social aid never asks for money first.
answers-guard-levy =
    Thank you for speaking up. Nobody may take a cut of the aid or threaten you. We keep reports like this confidential.
    Keep the evidence (date, place, amount, messages), and write no NIK here.
answers-guard-erase =
    You have the right to see, correct and erase your data. Type **/hapus** to erase them, **/dataku** to see them first, or **/berhenti** to withdraw consent. If this account is not linked yet, the staff help.
answers-guard-other-person =
    Sorry, I cannot say whether somebody else receives aid. That is personal data.
    For yourself or a family on the same family card, I can show how to check.
answers-guard-handed-over = I have also passed this on to the central staff. Their answer will appear here.
answers-noted = I have noted the question without your name. If the staff find an answer, I will tell you here.
answers-only-id = (This answer exists in Indonesian only so far.)
answers-adopted = ✍️ Answered by ministry staff and checked by a second person, { $date }.
answers-forbidden-dead-contact = holds a number or address that has long been dead: "{ $found }"
answers-forbidden-promise = promises aid that no source promises: "{ $found }"
answers-forbidden-payout-date = promises a payout date that no source gives: "{ $found }"
answers-forbidden-photo = asks for a photo of a card, a PIN or an OTP: "{ $found }"
answers-forbidden-secret = asks for a PIN, an OTP or a card number: "{ $found }"
answers-forbidden-family-card = tells people not to report changes of the family card: "{ $found }"
answers-forbidden-other-identity = tells people to use somebody else's identity: "{ $found }"
answers-forbidden-bare-no = says "not eligible" without the reason: "{ $found }"
answers-forbidden-identity = holds a full identity number: "{ $found }"
answers-objection-source = there is no source yet
answers-objection-years = the years in which it holds make no sense
answers-objection-questions = there is no example question that may be used
answers-objection-label = the title has { $n } characters, at most { $most }
answers-objection-empty = the answer is empty
answers-objection-long = the answer has { $n } characters, at most { $most }
answers-objection-duplicate = "{ $text }" is already in the topic { $label } ({ $topic }): choose that topic, or change the title
answers-button-my-data = See my data

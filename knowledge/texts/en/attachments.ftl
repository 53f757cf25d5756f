attachments-kept = 📎 { $n ->
        [1] 1 attachment
       *[other] { $n } attachments
    } stored with { $name } ({ $all } in all).
attachments-kept-none = Nothing is attached to { $name } yet.
attachments-remove = Remove this attachment
attachments-removed = { $n ->
        [1] 1 attachment
       *[other] { $n } attachments
    } removed.
attachments-gone = That attachment is no longer there.
attachments-too-late = More than 15 minutes have passed, so the attachment cannot be removed here. Ask your coordinator if needed.
attachments-too-large = The file is larger than { $most } MB, so it was not stored. Send it as an ordinary photo, or make it smaller first.
attachments-wrong-type = What is in that file is no photo (JPEG, PNG, WEBP) and no PDF, so it was not stored.
attachments-not-fetched = The file cannot be fetched now, so it was not stored. Please send it once more.
attachments-full = { $name } is full: { $most } attachments at most. This one was not stored.
attachments-no-record = A place is attached to a record. Log the work first, then send the place within 15 minutes.
attachments-send-again = The attachment was not stored yet, because the record is not complete. Send it again once the record is stored.
attachments-data = **Attachments ({ $n })**: photos, files and places with records about you. They go with /hapus as well.
attachments-count = 📎 { $n }

reminders-summary = my reminders for today
reminders-digest-title =
    { $done ->
        [0] 🔔 **Today: { $open ->
            [1] one thing
           *[other] { $open } things
        }**
       *[other] 🔔 **Today: { $open } to go, { $done } done**
    }
reminders-cleared =
    { $n ->
        [1] ✅ Done. Thank you.
       *[other] ✅ All { $n } things for today are done. Thank you.
    }
reminders-more = and { $n } more
reminders-today = 🔔 **To do today** ({ $n })
reminders-today-none = ✅ Nothing is overdue today.
reminders-not-for-you = These reminders are for facilitators and officers. When your status changes, I tell you here.
reminders-when = Reminders come on working days at { $time }, when there is something to do.
reminders-when-paused = Reminders are paused until { $date }.
reminders-when-stopped = Reminders are off.
reminders-settings-title = **Reminder settings.** Press what you want to turn on or off.
reminders-hour-ask = At what time?
reminders-snooze-ask = When shall I remind you again?
reminders-snoozed = 💤 All right, I will remind you again at { $time }, unless it is done.
reminders-snooze-too-late = That would be at night, so I will remind you on the next working day.
reminders-over = That reminder is over. The latest is in today's list.
reminders-button-all = See all ({ $n })
reminders-button-snooze = 💤 Later
reminders-button-hours =
    { $n ->
        [1] In 1 hour
       *[other] In { $n } hours
    }
reminders-button-week = Pause until next week
reminders-button-settings = ⚙️ Settings
reminders-button-hour = 🕗 Change the time
reminders-button-stop = Turn all off
reminders-button-start = Turn on again
reminders-button-list = Today's list
reminders-weekly-title = 📅 **The week from { $from } to { $to }**
reminders-button-targets = 🎯 Targets
reminders-button-desk = Staff desk

reminders-summary = pengingat saya hari ini
reminders-digest-title =
    { $done ->
        [0] 🔔 **Hari ini: { $open } hal**
       *[other] 🔔 **Hari ini: { $open } lagi, { $done } selesai**
    }
reminders-cleared =
    { $n ->
        [1] ✅ Sudah beres. Terima kasih, Bapak/Ibu.
       *[other] ✅ Semua { $n } hal hari ini sudah beres. Terima kasih, Bapak/Ibu.
    }
reminders-more = dan { $n } lagi
reminders-today = 🔔 **Yang perlu hari ini** ({ $n })
reminders-today-none = ✅ Hari ini tidak ada yang tertunggak.
reminders-not-for-you = Pengingat ini untuk pendamping dan petugas. Kalau status Bapak/Ibu berubah, saya kabari di sini.
reminders-when = Pengingat datang tiap hari kerja pukul { $time }, kalau ada yang perlu.
reminders-when-paused = Pengingat dijeda sampai { $date }.
reminders-when-stopped = Pengingat dimatikan.
reminders-settings-title = **Atur pengingat.** Tekan isi yang mau dinyalakan atau dimatikan.
reminders-hour-ask = Pukul berapa pengingatnya?
reminders-snooze-ask = Ingatkan lagi kapan?
reminders-snoozed = 💤 Baik, saya ingatkan lagi pukul { $time }, kalau belum selesai.
reminders-snooze-too-late = Nanti sudah malam, jadi saya ingatkan lagi pada hari kerja berikutnya.
reminders-over = Pengingat itu sudah lewat. Yang terbaru ada di daftar hari ini.
reminders-button-all = Lihat semua ({ $n })
reminders-button-snooze = 💤 Nanti
reminders-button-hours = { $n } jam lagi
reminders-button-week = Jeda sampai minggu depan
reminders-button-settings = ⚙️ Atur pengingat
reminders-button-hour = 🕗 Ubah jam
reminders-button-stop = Matikan semua
reminders-button-start = Nyalakan lagi
reminders-button-list = Daftar hari ini
reminders-weekly-title = 📅 **Ringkasan pekan { $from } sampai { $to }**
reminders-button-targets = 🎯 Target
reminders-button-desk = Meja petugas

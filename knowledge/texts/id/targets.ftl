targets-summary = target dan capaian
targets-summary-report = laporkan capaian yang tidak dihitung bot
targets-number = { NUMBER($n) }
targets-not-allowed = Maaf, ini di luar tugas atau wilayah Bapak/Ibu, jadi tidak ada yang saya tampilkan atau ubah. Kalau seharusnya bisa, minta koordinator.
targets-command-unread = Saya tidak mengenali "{ $typed }". Coba { $example }, atau { $example } { $area }.
targets-quarter =
    { $n ->
        [1] Triwulan I { $year }
        [2] Triwulan II { $year }
        [3] Triwulan III { $year }
       *[4] Triwulan IV { $year }
    }
targets-figure = { $done } dari { $number } ({ $percent }%)
targets-figure-bare = { $done }, belum ada target
targets-source = Sumber target: { $source }
targets-source-default = { $name }, { $date }
targets-pace-nothing = Targetnya nol, jadi tidak ada yang dikejar.
targets-pace-reached =
    { $over ->
        [0] ✅ Tercapai.
       *[other] ✅ Tercapai, lebih { $shown }.
    }
targets-pace-not-begun = Mulai { $date }.
targets-pace-over = Waktunya habis, kurang { $missing }.
targets-pace-no-days = Tidak ada hari kerja lagi, kurang { $missing }.
targets-pace-running = { $days } hari kerja lagi; perlu { $perDay } per hari
targets-pace-behind = ⚠️ Tidak terkejar dengan laju sekarang (perkiraan akhir: { $projected })
targets-mine-title = **Target saya**
targets-mine-none = Bapak/Ibu belum punya target sendiri. Koordinator yang menetapkannya; catatan tetap dihitung.
targets-area-title = **Target { $area }**
targets-area-none = Belum ada target untuk { $area } di periode ini.
targets-area-none-set = Belum ada target untuk { $area } di periode ini. Tetapkan, misalnya: { $example }
targets-behind-title = **Perlu dibantu** ({ $n })
targets-behind-line = ⚠️ { $name }: { $indicator }, perlu { $perDay } per hari
targets-behind-heading = Target tertinggal
targets-behind-reminder = { $indicator }: { $done } dari { $number }, { $days } hari kerja lagi; perlu **{ $perDay } per hari**
targets-parts-title = **{ $area }**
targets-parts-none = Belum dibagi.
targets-parts-rest =
    { $rest ->
        [0] Semua sudah dibagi.
       *[other] Belum dibagi: **{ $shown }**
    }
targets-page-before = ◀ Sebelumnya
targets-page-after = Berikutnya ▶
targets-button-open = 🎯 Lihat target
targets-button-log = ✍️ Catat sesi
targets-button-chart = 📊 Grafik
targets-button-words = Lihat dalam kata
targets-button-history = Riwayat 2020-2021
targets-button-parts = Rincian { $what }
targets-button-see-parts = Lihat rincian
targets-button-up = ▲ { $area }
targets-button-set = Tetapkan target
targets-button-set-again = Isi lagi
targets-chart-title = Target dan capaian
targets-chart-mine = Target saya
targets-chart-note = { $about } · per { $date }
targets-chart-more = { $n } lagi tidak digambar
targets-chart-none = Belum ada target untuk digambar. Tetapkan dulu targetnya.
targets-set = ✅ Tersimpan: { $what }, { $area }, { $period }: **{ $number }**.
targets-set-person = ✅ Tersimpan untuk { $name } ({ $area }): { $what }, { $period }: **{ $number }**.
targets-set-before = Sebelumnya { $shown }.
targets-set-rest = Sisa di atasnya yang belum dibagi: { $shown }.
targets-set-ministry = Angka { $what } untuk { $area }, { $period }, ditetapkan kementerian: **{ $number }**. Koordinator membaginya, tidak mengubahnya.
targets-set-gap = { $missing } belum punya angka, padahal { $above } punya: { $number }. Tetapkan { $missing } dulu, baru { $area }.
targets-set-no-whole = Bagian dalam persen perlu angka di atasnya, dan untuk { $what }, { $period }, belum ada. Ketik angkanya langsung.
targets-set-above = Tidak disimpan: { $number } untuk { $area } melebihi yang tersisa. Angka di atasnya { $parent }, sudah dibagi { $others }, tersisa **{ $free }**.
targets-set-below = Tidak disimpan: { $number } untuk { $area } kurang dari yang sudah dibagi di bawahnya, **{ $children }**.
targets-unread = Bagian "{ $part }" tidak saya mengerti. Contoh yang benar: { $example }
targets-negative = "{ $part }" kurang dari nol, jadi tidak bisa jadi target. Contoh yang benar: { $example }
targets-number-wrong = "{ $typed }" terlalu besar. Bagian paling banyak 100%. Contoh yang benar: { $example }
targets-form-title = Tetapkan target
targets-form-submit = Simpan
targets-ask-indicator = Target untuk apa?
targets-wrong-indicator = "{ $typed }" bukan salah satu yang dihitung. Pilih dari tombol.
targets-ask-area = Wilayah mana?
targets-ask-area-hint = Contoh: 33.74, Kota Semarang, atau nasional
targets-wrong-area = "{ $typed }" tidak terbaca sebagai wilayah. Contoh: 33.74 atau Kota Semarang
targets-ask-period = Untuk kapan?
targets-ask-period-hint = Contoh: 2026, 2026-Q4, atau 2026-11
targets-wrong-period = "{ $typed }" bukan tahun, triwulan, atau bulan. Contoh: 2026, tw4 2026, atau 2026-11
targets-ask-number = Berapa targetnya?
targets-ask-number-hint = Contoh: 900, atau 40% dari angka di atasnya
targets-wrong-number = "{ $typed }" bukan angka yang bisa dipakai. Contoh: 900 atau 40%
targets-ask-funding = Dananya dari mana? (boleh dilewati)
targets-funding-none = tidak ada
targets-wrong-funding = "{ $typed }" bukan sumber dana. Pilih APBN, HDN, APBD, atau tidak ada.
targets-ask-source = Ditetapkan di mana? (boleh kosong)
targets-ask-source-hint = Contoh: SK 12/2026
targets-report-incomplete = Saya perlu apa, wilayah, dan angkanya. Contoh: { $example } — yang bisa dilaporkan: { $known }
targets-report-month = "{ $typed }" bukan bulan yang sudah berjalan. Contoh yang benar: { $example }
targets-report-computed = { $what } dihitung sendiri dari catatan, jadi tidak dilaporkan dengan tangan. Catatan yang ada sudah masuk hitungan.
targets-reported = ✅ Tersimpan: { $what }, { $area }, { $month }: **{ $number }**. Jumlah { $year }: { $sum }.
targets-reported-again = ✅ Diganti: { $what }, { $area }, { $month }: **{ $number }** (sebelumnya { $before }). Jumlah { $year }: { $sum }.
targets-history-title = **Angka { $year }** seperti tertulis di sumbernya, tidak diubah:
targets-history-none = Tidak ada angka tahun { $year }. Yang ada: { $years }.
targets-history-target = target { $year }
targets-history-result = hasil { $year }
targets-history-count = jumlah { $year }
targets-history-plan = rencana { $year }
targets-history-differs = Angka lain: { $number } ({ $kind }) [{ $mark }]. Keduanya ditulis apa adanya.
targets-history-today = Tercatat di sini { $year }: { $number }
targets-history-sources = **Sumber**
targets-grade-A = Resmi.
targets-grade-B = Daerah atau penelitian.
targets-grade-C = Menurut pemberitaan.
targets-indicator-prokus-kpm = Penerima ProKUS
targets-indicator-pkh-graduated = KPM PKH graduasi
targets-indicator-kat-families = Warga KAT diberdayakan
targets-indicator-puskesos-regency = Puskesos kab/kota
targets-indicator-puskesos-village = Puskesos desa/kelurahan
targets-unit-prokus-kpm = KPM
targets-unit-pkh-graduated = KPM
targets-unit-kat-families = KK
targets-unit-puskesos-regency = Puskesos
targets-unit-puskesos-village = Puskesos
targets-weekly-none = **Target:** belum ada target nasional untuk periode ini.
targets-weekly-behind = **Tertinggal: { $indicator }**
targets-report-title = Capaian
targets-report-indicator = Indikator
targets-report-unit = Satuan
targets-report-in-month = Bulan ini
targets-report-period = Masa target
targets-report-done = Capaian
targets-report-number = Target
targets-report-percent = %

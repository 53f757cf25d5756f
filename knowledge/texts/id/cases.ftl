cases-summary-report = laporkan masalah atau kebutuhan
cases-summary-refer = rujuk warga binaan
cases-summary-list = kasus dan laporan saya
cases-first-report = 📣 Buat laporan
cases-first-refer = 🤝 Rujuk warga

cases-kind-need = kebutuhan
cases-kind-complaint = pengaduan
cases-kind-question = pertanyaan
cases-kind-suggestion = saran
cases-kind-protected = pengaduan rahasia
cases-kind-sector = { $kind } { $sector }
cases-choice-need = Butuh bantuan/layanan
cases-choice-complaint = Pengaduan
cases-choice-protected = Pengaduan soal petugas (rahasia)
cases-choice-question = Pertanyaan
cases-choice-suggestion = Saran
cases-sector-health = kesehatan
cases-sector-education = pendidikan
cases-sector-social-economy = sosial ekonomi
cases-sector-food = pangan
cases-sector-energy = energi
cases-sector-farming = pertanian
cases-sector-fishery = perikanan
cases-sector-housing = perumahan
cases-sector-population = adminduk

cases-state-received = diterima
cases-state-verified = diverifikasi
cases-state-handled = ditangani desa
cases-state-proposed = diusulkan ke data
cases-state-referred = dirujuk
cases-state-accepted = diterima tujuan
cases-state-declined = ditolak tujuan
cases-state-served = dilayani
cases-state-reopened = dibuka lagi
cases-state-solved = selesai
cases-state-refused = tidak dilanjutkan
cases-state-cancelled = batal

cases-due = sampai { $at }
cases-overdue = ⏰ lewat waktu, { $at }
cases-nobody = belum ada

cases-card = **Kasus no. { $number }** · { $kind }
cases-card-urgent = 🚨 **Kasus no. { $number }** · { $kind } · darurat
cases-fact-person = Untuk
cases-fact-area = Wilayah
cases-fact-about = Tentang
cases-fact-state = Keadaan
cases-fact-destination = Tujuan
cases-fact-taker = Petugas
cases-fact-due = Batas
cases-story = "{ $story }"

cases-card-added = { $at }: "{ $note }"

cases-move-verify = Verifikasi
cases-move-handle = Tangani di desa
cases-move-propose = Usulkan ke data
cases-move-refer = Rujuk
cases-move-accept = Terima rujukan
cases-move-decline = Tolak rujukan
cases-move-serve = Sudah dilayani
cases-move-answer = Jawab
cases-move-solve = Selesai
cases-move-refuse = Tidak dilanjutkan
cases-move-reopen = Buka lagi
cases-move-cancel = Batalkan
cases-button-open = Buka
cases-button-open-no = Buka no. { $number }
cases-button-take = Ambil
cases-button-assign = Serahkan
cases-button-note = Tambah catatan
cases-button-history = Riwayat
cases-button-list = Daftar kasus
cases-button-refer = Rujuk warga
cases-button-mine = Laporan saya
cases-button-new = Buat laporan
cases-button-undo = Batalkan
cases-button-add = Tambah keterangan
cases-button-cancel = Batalkan laporan
cases-button-reopen = Buka lagi
cases-button-helped = Sudah terlayani
cases-button-not-helped = Belum
cases-button-receiver = Kode untuk tujuan
cases-button-list-taken = Yang saya pegang
cases-button-list-area = Wilayah saya
cases-button-list-protected = Rahasia
cases-button-list-referred = Rujukan masuk

cases-list-taken =
    { $open ->
        [0] **Yang saya pegang:** tidak ada kasus terbuka.
       *[other] **Yang saya pegang:** { $open } kasus, { $overdue } lewat waktu
    }
cases-list-area =
    { $open ->
        [0] **Kasus { $area }:** tidak ada yang terbuka.
       *[other] **Kasus { $area }:** { $open } terbuka, { $overdue } lewat waktu
    }
cases-list-protected =
    { $open ->
        [0] **Pengaduan rahasia:** tidak ada yang terbuka.
       *[other] **Pengaduan rahasia:** { $open } terbuka, { $overdue } lewat waktu
    }
cases-list-referred =
    { $open ->
        [0] **Rujukan ke { $area }:** tidak ada yang menunggu.
       *[other] **Rujukan ke { $area }:** { $open } terbuka, { $overdue } lewat waktu
    }
cases-line = **{ $number }.** { $kind } · { $who } · { $state }, { $due }
cases-line-urgent = 🚨 **{ $number }.** { $kind } · { $who } · { $state }, { $due }

cases-own-title = **Laporan Bapak/Ibu**
cases-own-line = **{ $number }.** { $kind }: { $state }
cases-own-none = Bapak/Ibu belum punya laporan di sini. Kalau ada masalah atau kebutuhan, ceritakan saja.
cases-own = **Laporan no. { $number }** · { $kind }
cases-own-note = Kata petugas: { $note }
cases-own-due = Biasanya ada kabar sebelum { $at }.
cases-own-late = Kabarnya terlambat dari biasanya ({ $at }). Petugas sudah diingatkan.
cases-own-received = Laporan sudah diterima dan menunggu diperiksa petugas.
cases-own-verified = Laporan sudah diperiksa. Petugas sedang menentukan langkah berikutnya.
cases-own-handled = Laporan sedang ditangani di desa/kelurahan.
cases-own-proposed = Nama diusulkan ke data sosial nasional (DTSEN). Prosesnya biasanya sekitar 3 bulan, dan usulan belum tentu diterima.
cases-own-referred = Laporan diteruskan (dirujuk) ke { $destination }. Kami menunggu jawabannya.
cases-own-accepted = { $destination } sudah menerima rujukan ini.
cases-own-declined = { $destination } belum bisa menerima. Petugas sedang mencari jalan lain.
cases-own-served = Menurut petugas, layanannya sudah diberikan. Apakah Bapak/Ibu sudah terlayani?
cases-own-reopened = Laporan dibuka lagi dan menunggu petugas.
cases-own-solved = Laporan ini selesai. Kalau ternyata belum beres, Bapak/Ibu bisa membukanya lagi.
cases-own-refused = Laporan ini tidak bisa dilanjutkan di sini. Bapak/Ibu bisa membukanya lagi atau bertanya ke dinas sosial kabupaten/kota.
cases-own-cancelled = Laporan ini dibatalkan.
cases-own-short-received = menunggu diperiksa
cases-own-short-verified = sudah diperiksa
cases-own-short-handled = ditangani desa
cases-own-short-proposed = diusulkan ke data
cases-own-short-referred = diteruskan, menunggu jawaban
cases-own-short-accepted = sudah diterima tujuan
cases-own-short-declined = dicarikan jalan lain
cases-own-short-served = sudah dilayani?
cases-own-short-reopened = dibuka lagi
cases-own-short-solved = selesai
cases-own-short-refused = tidak dilanjutkan
cases-own-short-cancelled = dibatalkan
cases-data-line = • no. { $number } · { $kind } · { $state }: "{ $story }"
cases-kept-open = Laporan yang masih berjalan disimpan sampai selesai, karena petugas sedang mengerjakannya. Batalkan dulu laporannya bila ingin dihapus sekarang.

cases-told = **Kabar laporan no. { $number }**
cases-told-add = Petugas menambahkan: { $note }
cases-moved = Kasus no. **{ $number }** sekarang: { $state }.
cases-moved-add = Ada keterangan baru di kasus no. **{ $number }**.
cases-moved-assign = Kasus no. **{ $number }** diserahkan kepada Bapak/Ibu. Silakan diperiksa.
cases-moved-take = Kasus no. **{ $number }** sekarang dipegang rekan lain.
cases-notice = **Kasus no. { $number }** · { $kind } · { $area } · { $state }
cases-notice-urgent = 🚨 **Kasus no. { $number }** · { $kind } · { $area } · { $state }
cases-notice-overdue = ⏰ **Kasus no. { $number }** · { $kind } · { $area } masih { $state }, batasnya { $at }. Mohon dibantu.

cases-form-report = Buat laporan
cases-form-send = Kirim
cases-form-report-intro = Laporan ini dibaca petugas di wilayahnya, dan hanya dipakai untuk menanganinya. Pengaduan soal petugas hanya dibaca staf kementerian. Jangan tulis NIK, ya.
cases-ask-area = Di kabupaten/kota mana?
cases-ask-area-hint = Contoh: Kota Semarang, atau Lowokwaru Malang
cases-area-several = Ada beberapa: { $names }. Yang mana?
cases-area-too-wide = { $name } itu satu provinsi. Tulis kabupaten/kotanya, misalnya: Kota Bandung
cases-area-unknown = "{ $typed }" belum saya temukan. Tulis nama kabupaten/kota, misalnya: Kab. Malang
cases-ask-kind = Laporannya tentang apa?
cases-wrong-kind = "{ $typed }" belum ada pilihannya. Tekan salah satu tombol.
cases-ask-story = Ceritakan singkat, apa yang terjadi?
cases-ask-story-hint = Misalnya: KKS saya hilang sejak Oktober, bantuan tidak bisa diambil.
cases-wrong-words = Tulis beberapa kata dulu, ya.
cases-form-referral = Rujuk warga
cases-form-on = Lanjut
cases-ask-person = Siapa yang dirujuk?
cases-ask-sector = Butuh layanan bidang apa?
cases-wrong-sector = "{ $typed }" bukan bidang layanan. Pilih salah satu, misalnya: pangan
cases-ask-need = Apa kebutuhannya?
cases-ask-need-hint = Contoh: beras habis, anak dua masih sekolah
cases-refer-preview = Rujuk **{ $name }** · { $kind }: "{ $story }"
cases-refer-preview-urgent = 🚨 Rujuk **{ $name }** (darurat) · { $kind }: "{ $story }"
cases-consent-text = Bacakan dulu: "Cerita { $name } diteruskan ke petugas yang bisa membantu, dan hanya dipakai untuk itu. Boleh ditarik kapan saja." Setuju?
cases-consent-yes = Ya, setuju. Simpan
cases-consent-no = Tidak setuju
cases-no-consent = Baik, tidak ada yang disimpan.
cases-not-allowed-refer = Merujuk warga hanya untuk pendamping dan fasilitator. Bapak/Ibu bisa membuat laporan sendiri.
cases-opened = ✅ Tersimpan no. **{ $number }** · { $kind }
cases-opened-area = Diteruskan ke petugas { $area }. Biasanya diperiksa sebelum { $at }. Kabarnya muncul di sini.
cases-opened-desk =
    { $area } belum punya petugas di sini, jadi laporan ini dibaca petugas kementerian.
    Kalau mendesak, datangi kantor desa/kelurahan atau dinas sosial, atau telepon Kemensos 021-171 (24 jam).
cases-opened-protected = Hanya staf kementerian yang bisa membacanya, petugas setempat tidak. Biasanya diperiksa sebelum { $at }.
cases-opened-referral = Batas verifikasi: { $at }. Warga diberi tahu di tiap langkah bila akunnya terhubung.
cases-same = Laporan no. **{ $number }** ({ $kind }) masih berjalan: "{ $story }". Apakah ini hal yang sama?
cases-same-add = Ya, tambahkan ke no. { $number }
cases-same-new = Bukan, laporan baru

cases-form-reason = Alasan
cases-form-unhelped = Belum terlayani
cases-ask-unhelped = Apa yang belum beres?
cases-ask-unhelped-hint = Contoh: kartunya sudah ada, tapi belum bisa dipakai
cases-form-destination = Tujuan rujukan
cases-form-done = Yang sudah dilakukan
cases-form-add = Tambah keterangan
cases-form-save = Simpan
cases-form-words-intro = Tulisan ini dibaca warga yang melapor. Tanpa NIK, tanpa janji bantuan.
cases-ask-reason = Apa alasannya?
cases-ask-reason-hint = Contoh: domisilinya di kabupaten lain, sudah diarahkan ke sana
cases-ask-destination = Dirujuk ke mana?
cases-ask-destination-hint = Contoh: Dinas Kesehatan Kota Semarang
cases-ask-done = Apa yang sudah dilakukan?
cases-ask-done-hint = Contoh: beras 10 kg diantar Puskesos
cases-ask-add = Apa yang mau ditambahkan?

cases-done = ✓ Kasus no. **{ $number }** sekarang: { $state }. Warga diberi tahu.
cases-done-untold = ✓ Kasus no. **{ $number }** sekarang: { $state }. Warga belum punya akun di sini; sampaikan langsung, ya.
cases-done-own-solve = Terima kasih. Laporan no. **{ $number }** selesai.
cases-done-own-reopen = Baik, laporan no. **{ $number }** dibuka lagi dan petugas diberi tahu.
cases-done-own-cancel = Laporan no. **{ $number }** dibatalkan.
cases-taken = ✓ Kasus no. **{ $number }** sekarang Bapak/Ibu pegang.
cases-assigned = ✓ Kasus no. **{ $number }** diserahkan ke { $name }.
cases-assign-ask = Kasus no. **{ $number }** diserahkan ke siapa?
cases-assign-nobody = Belum ada pendamping atau petugas lain di kabupaten/kota ini. Undang dulu dengan /undang.
cases-added = ✓ Ditambahkan ke no. **{ $number }**.
cases-closed-already = No. **{ $number }** sudah ditutup, jadi tidak ada yang berubah.
cases-changed-meanwhile = Sudah berubah sejak tombol itu muncul. Keadaannya sekarang:
cases-ask-first = Warga sudah ditanya "sudah terlayani?" dan belum menjawab. Tunggu jawabannya sampai { $until }; sesudah itu selesai sendiri.
cases-too-late = Sudah lebih dari 30 hari kerja, jadi tidak bisa dibuka lagi. Silakan buat laporan baru.
cases-not-allowed = Kasus itu tidak ada di daftar Bapak/Ibu, atau langkah itu di luar tugas Bapak/Ibu.
cases-wrong-number = "{ $typed }" bukan nomor kasus. Contoh: { $example }
cases-receiver-code =
    Untuk { $destination }: kirim kode ini ke penerimanya, sekali pakai, sampai { $until }.
    Caranya: buka bot ini lalu ketik { $start }

cases-history-title = **Riwayat kasus no. { $number }**
cases-history-line = { $at } · { $who }: { $what }
cases-history-line-note = { $at } · { $who }: { $what } — { $note }
cases-actor-bot = otomatis
cases-actor-citizen = warga
cases-event-open = membuka
cases-event-take = mengambil
cases-event-assign = menyerahkan
cases-event-add = menambah keterangan
cases-event-step-up = diteruskan ke atas, lewat waktu
cases-event-verify = memverifikasi
cases-event-handle = menangani di desa
cases-event-propose = mengusulkan ke data
cases-event-refer = merujuk
cases-event-accept = menerima rujukan
cases-event-decline = menolak rujukan
cases-event-serve = melayani
cases-event-solve = selesai
cases-event-refuse = tidak melanjutkan
cases-event-reopen = membuka lagi
cases-event-cancel = membatalkan

cases-due-heading = Kasus mendekati batas waktu
cases-due-line = no. { $number } masih { $state }, batas pukul { $at }
cases-due-late = no. { $number } masih { $state }, lewat sejak { $at }
cases-home =
    { $open ->
        [0] **Kasus:** tidak ada yang terbuka
       *[other] **Kasus:** { $open } terbuka, { $overdue } lewat waktu
    }
cases-weekly = **Kasus pekan ini:** { $opened } baru, { $closed } ditutup; { $open } terbuka, { $overdue } lewat waktu
cases-indicator-cases-opened = Kasus dibuka
cases-indicator-cases-solved = Kasus selesai
cases-unit = kasus
cases-report-title = Kasus
cases-report-number = No.
cases-report-opened = Dibuka
cases-report-kind = Jenis
cases-report-area = Wilayah
cases-report-state = Keadaan
cases-report-taken = Ditangani
cases-report-urgent = Mendesak
cases-report-closed = Ditutup

applications-summary-status = status pengajuan saya
applications-summary-register = daftarkan pengajuan warga
applications-summary-list = pengajuan yang saya tangani
applications-first-step = Lihat status
applications-indicator-approved = Pengajuan disetujui
applications-unit = pengajuan

applications-stage-received = diterima
applications-stage-checked = sudah diperiksa
applications-stage-proposed = diusulkan
applications-stage-approved = disetujui
applications-stage-refused = tidak disetujui
applications-stage-done = selesai
applications-stage-withdrawn = ditarik
applications-since = { $stage } sejak { $date }
applications-lacks = kurang { $n } dokumen
applications-erased-person = (data sudah dihapus)
applications-system = sistem

applications-step-register = dicatat
applications-step-import = dicatat dari berkas
applications-step-check = diperiksa
applications-step-propose = diusulkan
applications-step-approve = disetujui
applications-step-refuse = tidak disetujui
applications-step-finish = selesai
applications-step-withdraw = ditarik
applications-step-undo = pencatatan dibatalkan
applications-step-papers = dokumen diminta
applications-step-papers-complete = dokumen lengkap
applications-step-consent = ditarik karena persetujuan dicabut

applications-not-allowed = Mencatat pengajuan hanya untuk pendamping, koordinator, dan petugas. Untuk melihat status pengajuan sendiri, tekan Bantuan lalu pilih Lihat status.
applications-not-there = Pengajuan itu tidak ada dalam tugas atau wilayah Bapak/Ibu, jadi tidak ada yang berubah.
applications-not-your-person = Orang itu tidak ada dalam tugas atau wilayah Bapak/Ibu, jadi tidak disimpan. Tambahkan dulu dengan { $command }.
applications-which-person = "{ $typed }" itu yang mana?
applications-unknown-person = Saya tidak menemukan "{ $typed }" di antara warga Bapak/Ibu. Tulis nama lengkapnya, atau tambahkan dulu dengan { $command }. Contoh: { $example }
applications-unknown-programme = Program "{ $typed }" belum saya kenal. Pilihannya: { $known }. Contoh: { $example }
applications-form-title = Pengajuan baru
applications-form-submit = Simpan
applications-ask-person = Pengajuan untuk siapa?
applications-ask-programme = Program apa?
applications-wrong-programme = Program itu belum saya kenal. Pilih salah satu tombol, misalnya PENA.
applications-registered =
    ✅ Tersimpan · **{ $name }** · { $programme }
    Nomor pengajuan: **{ $number }**
applications-code-once =
    Kode sekali pakai untuk pemohon: **{ $code }** (hanya tampil kali ini, catat sekarang).
    Berikan keduanya kepada yang bersangkutan. Cara melihat status: `{ $line }`
applications-code-new = Kode baru untuk pengajuan **{ $number }**. Kode yang lama tidak berlaku lagi.
applications-same = **{ $name }** masih punya pengajuan { $programme } yang berjalan, jadi belum saya simpan lagi:
applications-button-sure = Tetap daftarkan
applications-button-view = Buka pengajuan
applications-button-undo = Batalkan
applications-undo-undone = Pengajuan **{ $number }** dibatalkan.
applications-undo-too-late = Sudah lewat 15 menit. Buka pengajuan **{ $number }** dan pilih Tarik, dengan alasannya.
applications-undo-stale = Pengajuan **{ $number }** sudah diproses, jadi tidak dibatalkan.

applications-none = Belum ada pengajuan yang berjalan. Daftarkan yang pertama, misalnya: { $example }
applications-title-proposed = **Menunggu keputusan ({ $n })**, yang paling lama lebih dulu:
applications-title-papers = **Kurang dokumen ({ $n })**, yang paling lama lebih dulu:
applications-title-open = **Pengajuan berjalan ({ $n })**, yang paling lama lebih dulu:
applications-filter-proposed = Menunggu keputusan ({ $n })
applications-filter-papers = Kurang dokumen ({ $n })
applications-filter-open = Semua ({ $n })
applications-page-before = ◀ Sebelumnya
applications-page-after = Berikutnya ▶
applications-page-empty = Tidak ada di daftar ini.
applications-button-open = Buka no. { $n }
applications-button-list = Daftar pengajuan
applications-button-bulk = Setujui semua yang diusulkan
applications-view-title = **{ $number }** · { $name }
applications-label-programme = Program
applications-label-area = Wilayah
applications-label-stage = Tahap
applications-label-missing = Kurang
applications-own = Ini pengajuan Bapak/Ibu sendiri; orang lain yang memprosesnya.

applications-button-check = Sudah diperiksa
applications-button-propose = Usulkan
applications-button-approve = Setujui
applications-button-refuse = Tidak disetujui
applications-button-finish = Selesai
applications-button-withdraw = Tarik
applications-button-papers = Minta dokumen
applications-button-complete = Dokumen lengkap
applications-button-code = Kode baru
applications-move-moved = ✅ Tersimpan: **{ $number }** sekarang { $stage }.
applications-move-own = Pengajuan sendiri tidak boleh diproses sendiri. Minta rekan lain.
applications-move-stale = Keadaannya sudah berubah: **{ $number }** sekarang { $stage }. Tidak ada yang saya ubah.
applications-move-papers-missing = Belum bisa: **{ $number }** masih kurang { $missing }. Tekan Dokumen lengkap bila sudah ada.
applications-move-reason-missing = Belum bisa: keputusan untuk **{ $number }** perlu alasan.
applications-papers-noted = ✅ Tersimpan: **{ $number }** menunggu { $missing }.
applications-papers-complete = ✅ Tersimpan: dokumen **{ $number }** lengkap.
applications-form-approve = Setujui pengajuan
applications-form-refuse = Tidak disetujui
applications-form-withdraw = Tarik pengajuan
applications-form-papers = Dokumen yang kurang
applications-form-bulk = Setujui semua
applications-ask-approve = Apa alasannya? Pemohon ikut membacanya.
applications-ask-refuse = Apa alasannya tidak disetujui? Pemohon ikut membacanya, jadi tulis yang bisa diperbaiki.
applications-ask-withdraw = Mengapa ditarik?
applications-ask-papers = Dokumen apa yang masih kurang?
applications-ask-papers-hint = Pisahkan dengan koma atau baris baru. Jangan menulis nomor NIK/KK.
applications-wrong-reason = Tulis alasannya, misalnya: syarat dan dokumen lengkap.
applications-wrong-papers = Tulis nama dokumennya, misalnya: KK asli, rencana usaha.
applications-pick-complete = Syarat dan dokumen lengkap
applications-pick-criteria = Memenuhi kriteria program
applications-pick-wish = Permintaan pemohon
applications-pick-moved = Pemohon pindah

applications-bulk-intro = Semua yang diusulkan dan dokumennya lengkap disetujui dengan alasan yang sama, setelah ada persetujuan orang kedua.
applications-bulk-submit = Minta persetujuan
applications-bulk-nothing = Tidak ada pengajuan lengkap yang menunggu keputusan.
applications-bulk-proposed = { $n } pengajuan di { $area } menunggu persetujuan orang kedua. { $told } orang sudah saya beri tahu; berlaku 3 hari.
applications-bulk-nobody = { $n } pengajuan di { $area } tercatat, tetapi belum ada orang kedua yang berwenang ({ $told } orang). Undang koordinator lain, atau putuskan satu per satu.
applications-bulk-asked =
    **{ $name }** mengusulkan menyetujui { $n } pengajuan sekaligus di { $area }.
    Alasan: { $reason }
    { $numbers }
    Perlu persetujuan orang kedua. Periksa daftarnya dulu.
applications-bulk-yes = Setujui { $n } pengajuan
applications-bulk-no = Tidak
applications-bulk-own-proposal = Ini usul Bapak/Ibu sendiri; orang lain yang menyetujuinya.
applications-bulk-answered-before = Usul itu sudah dijawab atau sudah lewat 3 hari.
applications-bulk-refused = Baik, tidak ada yang disetujui. Pengusulnya saya kabari.
applications-bulk-confirmed = ✅ Tersimpan: { $n } dari { $of } pengajuan disetujui. Yang keadaannya sudah berubah dilewati.
applications-bulk-was-confirmed = { $name } menyetujui usul Bapak/Ibu: { $n } dari { $of } pengajuan disetujui.
applications-bulk-was-refused = { $name } tidak menyetujui usul Bapak/Ibu untuk { $of } pengajuan; yang disetujui { $n }.

applications-home-proposed = **Pengajuan**: { $waiting } menunggu keputusan, { $open } berjalan.
applications-home-papers = **Pengajuan**: { $waiting } kurang dokumen, { $open } berjalan.
applications-weekly = **Pengajuan menurut tahap**
applications-weekly-line = { $stage }: { $n } (minggu ini { $moved })
applications-waiting-heading = 📥 Pengajuan
applications-waiting-decision = { $n } pengajuan menunggu keputusan, terlama { $days } hari
applications-waiting-papers = { $name }: { $number } kurang dokumen

applications-status-how =
    Untuk melihat status, saya perlu **nomor pengajuan** dan **kode sekali pakai** dari pendamping. NIK dan tanggal lahir tidak perlu, jangan dikirim.
    Cukup sekali; sesudah itu status langsung tampil di sini.
applications-button-form = Isi nomor dan kode
applications-button-ask = Minta pendamping memastikan
applications-button-see = Lihat
applications-button-refresh = Segarkan
applications-button-object = Sanggah
applications-button-others = Pengajuan lain
applications-form-status = Status pengajuan
applications-ask-number = Nomor pengajuannya?
applications-ask-number-hint = Contoh: PRK-7F3K-9Q2X. Ada di kertas atau pesan dari pendamping.
applications-ask-code = Kode sekali pakainya?
applications-ask-code-hint = Delapan huruf/angka dari pendamping. Lewati kalau tidak punya.
applications-misread-length = Nomor pengajuan terdiri dari 11 huruf/angka seperti PRK-7F3K-9Q2X; "{ $typed }" kurang atau lebih. Awalannya salah satu dari { $prefixes }.
applications-misread-prefix = Awalan nomor itu tidak ada. Awalannya salah satu dari { $prefixes }, misalnya PRK-7F3K-9Q2X. Yang diketik: "{ $typed }".
applications-misread-check = Sepertinya ada huruf yang salah atau tertukar di "{ $typed }". Periksa lagi satu per satu; contoh bentuknya PRK-7F3K-9Q2X, awalannya { $prefixes }.
applications-misread-code = Kode sekali pakai terdiri dari 8 huruf/angka, seperti 4T7K-92QM. Periksa lagi, ya.
applications-need-code = Untuk nomor itu saya perlu kode sekali pakai dari pendamping. Kalau tidak punya kode, pendamping bisa memastikan bahwa ini benar Bapak/Ibu.
applications-no-match = Nomor dan kode itu tidak bisa saya cocokkan. Periksa lagi; paling banyak 5 kali sehari, sesudah itu coba besok. Kode yang sudah dipakai tidak berlaku lagi. Pendamping bisa memberi kode baru atau memastikan.
applications-asked =
    Baik. Kalau nomor itu ada, pendampingnya saya minta memastikan. Sebutkan tanda ini kepada pendamping: **{ $mark }**
    Begitu ada jawaban, saya kabari di sini. Kalau dua hari kerja belum ada kabar, hubungi pendamping atau dinas sosial.
applications-now-linked = ✅ Cocok. Mulai sekarang status langsung tampil dengan perintah status, tanpa kode.
applications-whose = Status pengajuan siapa?
applications-person-none = Belum ada pengajuan atas nama **{ $name }** di sini.
applications-person-several = **{ $name }** punya { $n } pengajuan:
applications-mine = **{ $programme }** · { $number }
applications-mine-named = **{ $name }** · { $programme } · { $number }
applications-now-received = Pengajuan sudah **diterima** ({ $date }).
applications-now-checked = Berkas **sudah diperiksa** ({ $date }).
applications-now-proposed = Sudah **diusulkan** ({ $date }) dan menunggu keputusan.
applications-now-approved = Pengajuan **disetujui** ({ $date }).
applications-now-refused = Pengajuan **tidak disetujui** ({ $date }).
applications-now-done = Pengajuan sudah **selesai** ({ $date }).
applications-now-withdrawn = Pengajuan **ditarik** ({ $date }) dan tidak diproses lagi.
applications-next-received = Berikutnya: pendamping memeriksa berkasnya.
applications-next-checked = Berikutnya: pendamping mengusulkannya ke koordinator.
applications-next-proposed = Berikutnya: koordinator memutuskan. Hasilnya belum bisa dipastikan.
applications-next-approved = Berikutnya: pendamping menghubungi Bapak/Ibu untuk pelaksanaannya.
applications-next-refused = Bapak/Ibu boleh bertanya, melengkapi, dan mengajukan lagi.
applications-next-done = Tidak ada langkah lagi. Kalau ada yang belum sesuai, sampaikan ke pendamping.
applications-next-withdrawn = Kalau ingin mengajukan lagi, hubungi pendamping.
applications-reason = Alasannya: { $reason }
applications-missing = ❗ Masih kurang: **{ $missing }**. Serahkan atau tunjukkan ke pendamping, jangan dikirim di sini.
applications-time-typical = ⏱ Biasanya sekitar { $days } hari kerja, jadi sekitar { $date }. Ini perkiraan, bukan janji.
applications-time-late = ⏱ Ini sudah lebih lama dari biasanya (sekitar { $days } hari kerja, { $date }). Tanyakan ke pendamping, ya.
applications-helper-facilitator = Yang membantu: { $name }, pendamping Bapak/Ibu.
applications-helper-office = Yang membantu: dinas sosial kabupaten/kota, atau 021-171.
applications-notice-changed = Ada kabar baru tentang satu pengajuan.
applications-notice-linked = Pendamping sudah memastikan. Statusnya sekarang bisa dilihat di sini.
applications-confirm-asked =
    Seseorang ingin melihat status **{ $number }** ({ $name }, { $programme }) tanpa kode, { $time }. Tandanya: **{ $mark }**
    Temui atau telepon { $name } dulu dan tanyakan tandanya. Kalau benar beliau, ponsel itu saya tautkan.
applications-confirm-yes = Ya, benar beliau
applications-confirm-no = Bukan
applications-confirm-confirmed = ✅ Tertaut. Beliau sekarang bisa melihat statusnya sendiri.
applications-confirm-denied = Baik, tidak ditautkan. Yang bertanya tidak saya beri tahu apa-apa.
applications-confirm-officer = Orang itu juga petugas, jadi ponselnya ditautkan dengan kode undangan, bukan di sini. Tidak ada yang berubah.
applications-confirm-answered-before = Pertanyaan itu sudah dijawab atau sudah lewat waktunya.
applications-data-title = **Pengajuan ({ $n })**
applications-data-kept = Nomor, tahap, dan tanggal pengajuan tetap disimpan tanpa nama, agar hitungan dan keputusan bisa dipertanggungjawabkan.
applications-as-of = Keadaan pada { $time }.
applications-no-consent = **{ $name }** sudah menarik persetujuannya, jadi tidak disimpan. Tanyakan persetujuannya lagi dengan { $command }.
applications-button-back = Batalkan
applications-move-taken-back = ↩️ Dibatalkan: **{ $number }** kembali { $stage }.
applications-move-too-late = Sudah lewat 15 menit atau sudah diproses lagi: **{ $number }** sekarang { $stage }. Tidak ada yang saya ubah.
applications-step-back = dibatalkan
applications-report-title = Pengajuan
applications-report-number = Nomor
applications-report-registered = Didaftarkan
applications-report-name = Nama
applications-report-area = Wilayah
applications-report-programme = Program
applications-report-stage = Tahap
applications-report-since = Sejak

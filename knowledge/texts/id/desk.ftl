desk-summary-ask = tulis ke petugas
desk-ask-how = Tulis pesannya sekalian, misalnya: { $example }
desk-ask-example = saya mau lihat data saya
desk-summary = pertanyaan warga yang menunggu
desk-button-ask = Tanya petugas
desk-button-end = Sudah jelas
desk-button-take = Ambil
desk-button-reply = Balas warga
desk-button-close = Selesai
desk-button-list = Meja
desk-button-open = Buka no. { $n }
desk-page-before = ◀ Sebelumnya
desk-page-after = Berikutnya ▶
desk-handed-over =
    Baik, pertanyaan Bapak/Ibu sudah saya teruskan ke petugas. Jawabannya akan muncul di sini.
    Petugas membalas pada jam kerja (Senin-Jumat, 08.00-16.00). Sambil menunggu, tulisan Bapak/Ibu saya sampaikan ke petugas. Jangan kirim NIK atau foto KTP, ya.
desk-nobody =
    Saat ini belum ada petugas di sini. Bapak/Ibu bisa bertanya ke pendamping, kantor desa/kelurahan, atau dinas sosial kabupaten/kota. Kemensos: 021-171 (24 jam).
desk-answer =
    **Jawaban petugas:**
    { $text }

    Kalau masih ada yang mau ditanyakan, tulis saja di sini.
desk-closed = Percakapan dengan petugas sudah selesai. Kalau ada pertanyaan lain, tulis saja, saya bantu.
desk-ended = Baik, terima kasih. Kalau ada pertanyaan lain, tulis saja.
desk-ended-before = Percakapan itu sudah selesai. Kalau ada pertanyaan lain, tulis saja.
desk-late =
    Mohon maaf, petugas belum sempat menjawab. Pertanyaan Bapak/Ibu tetap ada di meja petugas.
    Kalau mendesak, datangi kantor desa/kelurahan atau dinas sosial, atau telepon Kemensos 021-171 (24 jam).
desk-not-allowed = Itu hanya untuk petugas di meja pertanyaan.
desk-empty = Tidak ada pertanyaan yang menunggu.
desk-title =
    { $n ->
       *[other] **Meja petugas:** { $n } pertanyaan terbuka
    }
desk-line-waiting = { $n }. "{ $text }" · menunggu { $hours } jam kerja
desk-line-taken = { $n }. "{ $text }" · sudah diambil, { $hours } jam kerja
desk-line-answered = { $n }. "{ $text }" · sudah dijawab
desk-card-question = **Pertanyaan warga**
desk-card-danger = 🚨 **Mendesak: mungkin ada bahaya**
desk-card-levy = ⚠️ **Mendesak: laporan pungutan atau ancaman.** Rahasia, jangan teruskan ke petugas setempat.
desk-card-earlier = ({ $n } pesan sebelumnya)
desk-card-asked = Warga: { $text }
desk-card-answered = Petugas: { $text }
desk-card-state-waiting = Menunggu sejak { $since } ({ $hours } jam kerja). Tekan Balas warga, atau tulis >> di utas ini.
desk-card-state-taken = Diambil { $name }, menunggu jawaban ({ $hours } jam kerja).
desk-card-state-answered = Dijawab { $name } setelah { $hours } jam kerja. Tekan Selesai bila sudah beres.
desk-card-state-closed = ✓ Selesai.
desk-taken = Pertanyaan ini Anda ambil. Tekan Balas warga untuk menjawab.
desk-taken-before = Pertanyaan ini sudah diambil rekan lain. Anda tetap bisa membalas.
desk-closed-before = Pertanyaan ini sudah selesai.
desk-closed-now = ✓ Selesai. Warga sudah diberi tahu.
desk-replied = ✓ Jawaban dikirim ke warga.
desk-form-title = Balas warga
desk-form-intro = Tulisan ini dikirim ke warga. Tanpa NIK, tanpa janji bantuan atau tanggal cair.
desk-form-text = Jawaban
desk-form-empty = Jawaban masih kosong. Tulis beberapa kata, misalnya: Silakan bawa KTP ke kantor desa.
desk-home =
    { $open ->
        [0] **Meja petugas:** tidak ada yang menunggu
       *[other] **Meja petugas:** { $open } terbuka, { $waiting } belum diambil
    }
desk-weekly = **Meja petugas:** { $open } terbuka, { $waiting } belum diambil, { $closed } selesai pekan ini
desk-button-for-all = Jawab semua penanya
desk-groups-button = Pertanyaan tak terjawab
desk-groups-none = Tidak ada pertanyaan tak terjawab yang menunggu.
desk-groups-title = **Pertanyaan tak terjawab:** { $groups } kelompok dari { $askers } penanya. Yang paling banyak ditanyakan di atas.
desk-groups-line = { $n }. "{ $text }" · { $askers } penanya
desk-group-title = **Perlu jawaban: { $askers } penanya**
desk-group-title-settled = **Pertanyaan dari { $askers } penanya**
desk-group-example = "{ $text }"
desk-group-candidate = Paling dekat: { $label } ({ $percent } %)
desk-group-unhelped = Bot menjawab dengan "{ $label }", tetapi { $n } kali dinilai tidak membantu. Isi topik itu mungkin perlu diperbaiki.
desk-group-state-open = Ditanyakan sejak { $since }. Jawaban dikirim ke semua penanya, masing-masing sekali.
desk-group-state-answered = ✓ Dijawab { $name }. { $untold ->
        [0] Semua penanya sejak { $since } sudah diberi tahu.
       *[other] { $untold } penanya baru belum diberi tahu (kelompok ini ada sejak { $since }).
    }
desk-group-state-dismissed = Ditutup tanpa jawaban. Pertanyaan yang sama tidak memunculkan kartu lagi.
desk-group-state-expired = Sudah lama tidak ditanyakan; data penanyanya sudah dihapus.
desk-group-proposal-waiting = Jawaban ini diusulkan menjadi jawaban bot dan menunggu petugas kedua.
desk-group-proposal-approved = Jawaban ini sudah menjadi jawaban bot.
desk-group-proposal-refused = Usulan menjadikannya jawaban bot ditolak.
desk-group-proposal-withdrawn = Jawaban bot ini sudah ditarik.
desk-group-button-answer = Jawab
desk-group-button-dismiss = Bukan urusan kami
desk-group-button-tell = Kirim ke penanya baru
desk-group-button-propose = Jadikan jawaban
desk-told =
    Bapak/Ibu pernah bertanya: "{ $asked }"

    **Jawaban petugas:**
    { $text }

    Sumber: { $title } ({ $year })
desk-told-only-id = (Jawaban ini baru ada dalam bahasa Indonesia.)
desk-group-settled = Pertanyaan ini sudah ditangani. Lihat yang lain di meja.
desk-group-refused = **Belum dikirim.** Jawaban ini belum boleh dikirim:
desk-group-told =
    { $n ->
        [0] ✓ Jawaban disimpan. Tidak ada penanya yang masih menunggu.
       *[other] ✓ Jawaban dikirim ke { $n } penanya.
    }
    Agar bot menjawabnya sendiri lain kali, tekan Jadikan jawaban.
desk-group-dismissed = Ditutup. Pertanyaan yang sama tidak memunculkan kartu lagi.
desk-group-form-title = Jawab semua penanya
desk-group-form-intro = Tulisan ini dikirim ke semua yang bertanya sama. Tanpa NIK, tanpa janji bantuan atau tanggal cair.
desk-group-form-topic = Topik yang sudah ada
desk-group-form-topic-hint = Kalau bot sebenarnya sudah punya jawabannya, pilih topiknya: contoh pertanyaan ini ditambahkan ke sana.
desk-group-form-topic-new = Topik baru
desk-group-form-label = Judul pendek
desk-group-form-label-hint = Untuk tombol, paling panjang 28 huruf, misalnya: Kartu KKS hilang
desk-group-form-id = Jawaban
desk-group-form-id-hint = Kalimat pertama menjawab, lalu satu langkah berikutnya. Paling panjang 650 huruf.
desk-group-form-labelEn = Judul pendek (Inggris)
desk-group-form-labelEn-hint = Boleh dikosongkan.
desk-group-form-en = Jawaban (Inggris)
desk-group-form-en-hint = Boleh dikosongkan; penanya berbahasa Inggris lalu mendapat yang Indonesia.
desk-group-form-source = Sumber
desk-group-form-source-hint = Judul aturan atau halaman, misalnya: Permensos 3/2025
desk-group-form-url = Alamat sumber
desk-group-form-url-hint = Misalnya: kemensos.go.id/pena
desk-group-form-year = Tahun sumber
desk-group-form-year-hint = Empat angka, misalnya: 2025
desk-form-long = Terlalu panjang: { $n } huruf, paling banyak { $most }. Pendekkan sedikit.
desk-form-forbidden = Belum boleh: { $reason }
desk-form-url-wrong = Itu bukan alamat halaman. Tulis misalnya: kemensos.go.id/pena
desk-form-year-wrong = Tulis tahun sumbernya dengan empat angka, paling baru { $newest }. Misalnya: 2025
desk-objection-no-topic = Tidak ada topik "{ $topic }". Kosongkan bila ini topik baru.
desk-proposals-button = Usulan jawaban ({ $n })
desk-proposals-none = Tidak ada usulan jawaban.
desk-proposals-title = **Usulan jawaban:** { $waiting } menunggu petugas kedua, { $approved } dipakai.
desk-proposals-line-waiting = { $n }. { $label } · menunggu
desk-proposals-line-approved = { $n }. { $label } · dipakai
desk-proposal-title = **Usulan jawaban bot** dari { $name }
desk-proposal-answer =
    **{ $label }**
    { $text }
desk-proposal-only-id = Belum ada versi Inggris; bot akan mengatakannya.
desk-proposal-source = Sumber: { $title } ({ $year }), { $url }
desk-proposal-into = Contoh pertanyaan ditambahkan ke topik **{ $label }**. Isi topik itu tetap.
desk-proposal-examples = Contoh pertanyaan ({ $n }):{ $examples }
desk-proposal-state-waiting = Menunggu petugas kedua. Periksa isi, sumber, dan contohnya: tidak boleh ada nama orang.
desk-proposal-state-approved = ✓ Disetujui { $name } dan dipakai bot.
desk-proposal-state-refused = Ditolak { $name }: { $reason }
desk-proposal-state-withdrawn = Ditarik dari pemakaian: { $reason }
desk-proposal-button-approve = Setujui
desk-proposal-button-refuse = Tolak
desk-proposal-button-withdraw = Tarik
desk-proposal-button-open = Lihat usulan
desk-proposal-button-revise = Perbaiki jawaban
desk-proposal-objections = **Belum bisa dijadikan jawaban bot:**
desk-proposal-own = Usulan sendiri tidak bisa diputuskan sendiri. Tunggu petugas lain.
desk-proposal-not-now-waiting = Jawaban ini sudah diusulkan dan menunggu petugas lain.
desk-proposal-not-now-approved = Jawaban ini sudah dipakai bot.
desk-proposal-not-now-refused = Usulan ini sudah ditolak.
desk-proposal-not-now-withdrawn = Jawaban ini sudah ditarik.
desk-proposal-made = ✓ Diusulkan. Begitu petugas lain menyetujui, bot menjawabnya sendiri.
desk-proposal-approved = ✓ Disetujui. Mulai sekarang bot menjawab dengan ini.
desk-proposal-refused = Ditolak. Pengusul diberi tahu alasannya.
desk-proposal-withdrawn = Ditarik. Bot tidak lagi menjawab dengan ini.
desk-reason-title = Alasan
desk-reason-label = Apa alasannya?
desk-reason-hint = Satu kalimat untuk pengusul, misalnya: Sumbernya sudah diganti Permensos 3/2025.
desk-reason-empty = Tulis alasannya dalam beberapa kata.
desk-decided-approved = ✓ Usulan Anda "{ $label }" disetujui { $name }. Bot sekarang menjawab dengan itu.
desk-decided-refused = Usulan Anda "{ $label }" ditolak { $name }: { $reason }
desk-decided-withdrawn = Jawaban "{ $label }" yang Anda usulkan ditarik: { $reason }
desk-home-groups = **Pertanyaan tak terjawab:** { $groups } kelompok dari { $askers } penanya
desk-home-proposals = **Usulan jawaban:** { $n } menunggu keputusan Anda
desk-weekly-asked = **Pertanyaan pekan ini:** { $unanswered } tidak terjawab, { $suggested } hanya diberi pilihan, { $notHelped } jawaban dinilai tidak membantu
desk-weekly-groups = **Belum ada jawabannya:** { $groups } kelompok dari { $askers } penanya
desk-weekly-line = "{ $text }" · { $askers } penanya
desk-weekly-proposals = **Usulan jawaban:** { $n } menunggu petugas kedua
desk-data-title = **Pertanyaan ke petugas**
desk-data-waiting = **Pertanyaan yang masih menunggu jawaban**

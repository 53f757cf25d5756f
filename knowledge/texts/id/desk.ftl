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
desk-data-title = **Pertanyaan ke petugas**

answers-summary = tanya tentang program
answers-ask-how =
    Tulis saja pertanyaannya, misalnya: { $example }
answers-example = cara daftar PKH gimana
answers-suggest = Saya belum yakin. Maksud Bapak/Ibu yang mana?
answers-unknown =
    Maaf, saya belum punya jawaban yang pasti untuk itu, dan saya tidak mau menebak.
    Coba tulis dengan kata lain, atau tanyakan ke petugas.
answers-greeting = Halo, Bapak/Ibu. Mau bertanya apa? Tulis saja dengan bahasa sehari-hari.
answers-offices =
    Bapak/Ibu juga bisa bertanya ke pendamping, kantor desa/kelurahan, atau dinas sosial kabupaten/kota. Kemensos: 021-171 (24 jam).
answers-open-source = Buka sumbernya
answers-button-helped = 👍 Membantu
answers-button-none = Bukan semuanya
answers-button-not-this = Bukan ini
answers-button-report-officer = Buat laporan rahasia
answers-button-where-to-report = Lapor ke mana saja
answers-button-check-self = Cara cek sendiri
answers-rated = Terima kasih. Kalau ada pertanyaan lain, tulis saja.
answers-thanks = Sama-sama. Kalau ada yang mau ditanyakan lagi, tulis saja.
answers-sent-file = (mengirim pesan suara, gambar, atau berkas)
answers-sources = Sumber: { $sources }
answers-source = { $title } ({ $year }, { $grade })
answers-grade-A = resmi
answers-grade-B = pemerintah daerah atau lembaga
answers-grade-C = pemberitaan
answers-grade-D = belum terverifikasi
answers-status-historic = ⏳ Ini keterangan lama, terakhir berlaku { $year }.
answers-status-local = 📍 Ini berlaku di daerah tertentu. Di tempat Bapak/Ibu bisa berbeda; pastikan ke dinas sosial setempat.
answers-status-disputed = ⚖️ Sumber-sumbernya tidak sama. Pastikan ke dinas sosial setempat.
answers-status-unverified = ❔ Belum terverifikasi. Pastikan dulu ke dinas sosial setempat.
answers-status-expired = ⏳ Sumber ini berlaku sampai { $year }. Pastikan lagi ke dinas sosial setempat.
answers-status-old = ⏳ Sumber terbaru kami dari { $year }. Pastikan lagi ke dinas sosial setempat.
answers-guard-identity =
    🔒 Demi keamanan, jangan kirim NIK atau nomor KK di sini. Nomornya sudah saya tutup dan tidak saya catat.
    Tulis saja pertanyaannya tanpa nomor itu.
answers-guard-photo =
    🔒 Jangan kirim foto KTP, KK, atau kartu bantuan di sini, ya. Foto itu tidak saya buka.
    Bila perlu, bawa dokumennya ke kantor desa/kelurahan atau dinas sosial. Tulis saja pertanyaannya.
answers-guard-secret =
    🔒 PIN, OTP, dan kata sandi jangan diberikan kepada siapa pun, termasuk petugas dan saya.
    Kalau sudah terlanjur, segera hubungi bank di nomor yang ada di belakang kartu dan ganti PIN.
answers-guard-danger =
    🚨 **Keselamatan yang utama. Hubungi sekarang:**
    112 darurat · 110 polisi · 119 ambulans
    129 (SAPA) kekerasan pada perempuan dan anak
    119 lalu 8 bila ingin menyakiti diri sendiri; ada yang mau mendengarkan.
    Menjauhlah ke tempat aman dan minta tolong orang terdekat.
answers-guard-scam =
    ⚠️ Hati-hati, ini mirip penipuan. Jangan buka tautannya, jangan pasang .APK, jangan transfer, dan jangan isi NIK atau PIN.
    Bantuan sosial tidak pernah meminta uang lebih dulu.
answers-guard-levy =
    Terima kasih sudah berani bercerita. Bantuan tidak boleh dipotong dan tidak boleh ada ancaman. Laporan seperti ini kami jaga kerahasiaannya.
    Simpan bukti (tanggal, tempat, jumlah, pesan), dan jangan tulis NIK di sini.
answers-guard-erase =
    Bapak/Ibu berhak melihat, memperbaiki, dan menghapus datanya. Ketik **/hapus** untuk menghapus, **/dataku** untuk melihat dulu, atau **/berhenti** untuk menarik persetujuan. Kalau akun ini belum tertaut, petugas membantu.
answers-guard-other-person =
    Maaf, saya tidak bisa memberi tahu apakah orang lain menerima bantuan. Itu data pribadi.
    Kalau untuk diri sendiri atau keluarga satu KK, saya bisa tunjukkan cara memeriksanya.
answers-guard-handed-over = Pesan ini juga sudah saya teruskan ke petugas pusat. Jawabannya akan muncul di sini.
answers-noted = Pertanyaannya saya catat tanpa nama. Kalau petugas punya jawabannya, saya kabari di sini.
answers-only-id = (Jawaban ini baru ada dalam bahasa Indonesia.)
answers-adopted = ✍️ Dijawab petugas Kemensos dan diperiksa petugas kedua, { $date }.
answers-forbidden-dead-contact = ada nomor atau alamat yang sudah lama mati: "{ $found }"
answers-forbidden-promise = menjanjikan bantuan yang tidak dijanjikan sumber mana pun: "{ $found }"
answers-forbidden-payout-date = menjanjikan tanggal cair yang tidak ada di sumber mana pun: "{ $found }"
answers-forbidden-photo = meminta foto kartu, PIN, atau OTP: "{ $found }"
answers-forbidden-secret = meminta PIN, OTP, atau nomor kartu: "{ $found }"
answers-forbidden-family-card = menyuruh tidak melaporkan perubahan KK: "{ $found }"
answers-forbidden-other-identity = menyuruh memakai identitas orang lain: "{ $found }"
answers-forbidden-bare-no = "tidak memenuhi syarat" tanpa alasan: "{ $found }"
answers-forbidden-identity = ada nomor identitas lengkap: "{ $found }"
answers-objection-source = belum ada sumbernya
answers-objection-years = tahun berlakunya tidak masuk akal
answers-objection-questions = tidak ada contoh pertanyaan yang boleh dipakai
answers-objection-label = judulnya { $n } huruf, paling panjang { $most }
answers-objection-empty = jawabannya masih kosong
answers-objection-long = jawabannya { $n } huruf, paling panjang { $most }
answers-objection-duplicate = "{ $text }" sudah ada di topik { $label } ({ $topic }): pilih topik itu, atau ganti judulnya
answers-button-my-data = Lihat data saya

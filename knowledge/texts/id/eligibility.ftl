eligibility-summary = cek syarat program
eligibility-outcome-likely = 🟢 **{ $programme }: mungkin bisa**
eligibility-outcome-not-yet = 🟡 **{ $programme }: belum untuk sekarang**
eligibility-outcome-no = 🟠 **{ $programme }: bukan ini jalannya**
eligibility-outcome-needs-data = ⚪ **{ $programme }: masih perlu data**
eligibility-outcome-refer = ➡️ **{ $programme }: lewat kantor ini**
eligibility-outcome-historical = 🕰️ **{ $programme }: program tahun lalu**
eligibility-missing = Yang belum diketahui masih bisa mengubah hasilnya: { $facts }.
eligibility-no-rule = Aturan tahun { $year } tidak ada pada kami, jadi kami tidak menebak.
eligibility-no-rule-next = Tanyakan aturan tahun { $year }
eligibility-no-rule-where = dinas sosial kabupaten/kota
eligibility-criterion-met = ✅ { $label }
eligibility-criterion-not-met = ❌ { $label }
eligibility-criterion-unknown = ❓ { $label }
eligibility-basis = { $title } ({ $year }, { $grade })
eligibility-grade-A = resmi
eligibility-grade-B = daerah/peneliti
eligibility-grade-C = menurut pemberitaan
eligibility-grade-D = belum terverifikasi
eligibility-settle = Dipastikan dengan: { $document }. Tanyakan ke { $where }.
eligibility-next = **Langkah berikut:** { $label }
eligibility-next-where = **Ke mana:** { $where }
eligibility-not-promise = Ini perkiraan dari aturan yang kami punya untuk tahun { $year }, bukan keputusan dan bukan janji bantuan.
eligibility-find-out = Pastikan dulu: { $document }
eligibility-choose =
    **Mau cek syarat apa?** Saya tanya hal yang perlu saja, satu per satu.
    Boleh juga langsung ditulis, misalnya `{ $example }`.
eligibility-choose-for = Untuk program apa? Keterangan tadi ikut saya pakai. (Contoh lengkap: `{ $example }`)
eligibility-example = pena umur 43, masih pkh, punya warung
eligibility-no-rules = Daftar syarat sedang tidak bisa dibaca. Tanyakan dulu ke pendamping atau dinas sosial, ya.
eligibility-understood = Yang saya catat: { $facts }
eligibility-from-answers = Menurut jawaban: { $facts }
eligibility-type-it = Tekan salah satu, atau ketik angkanya.
eligibility-choose-one = Tekan salah satu yang ada.
eligibility-in-group = Di grup jawabannya terlihat semua orang; tidak ada yang saya simpan. Lebih nyaman di obrolan pribadi.
eligibility-answer-yes = Ya
eligibility-answer-no = Tidak
eligibility-answer-none = Tidak ada satu pun
eligibility-answer-unknown = Tidak tahu
eligibility-range-one =
    { $unit ->
        [years] { $n } tahun
        [people] { $n } orang
        [months] { $n } bulan
       *[other] { $n }
    }
eligibility-range-below =
    { $unit ->
        [years] di bawah { $n } tahun
        [people] kurang dari { $n } orang
        [months] kurang dari { $n } bulan
       *[other] di bawah { $n }
    }
eligibility-range-above =
    { $unit ->
        [years] { $n } tahun ke atas
        [people] { $n } orang atau lebih
        [months] { $n } bulan atau lebih
       *[other] { $n } atau lebih
    }
eligibility-range-between =
    { $unit ->
        [years] { $from }-{ $to } tahun
        [people] { $from }-{ $to } orang
        [months] { $from }-{ $to } bulan
       *[other] { $from }-{ $to }
    }
eligibility-change-which = Jawaban mana yang mau diubah?
eligibility-cancelled = Baik, ceknya dihentikan. Tidak ada yang disimpan.
eligibility-stale = Aturan atau pertanyaannya sudah berubah, jadi tombol itu tidak berlaku lagi. Mulai lagi dari daftar program, ya.
eligibility-button-list = Program lain
eligibility-button-check = Cek { $programme }
eligibility-button-year = Aturan tahun { $year }
eligibility-button-change = ✏️ Ubah jawaban
eligibility-button-go-on = Lanjut
eligibility-button-save = 💾 Simpan hasil
eligibility-button-saved = Hasil tersimpan
eligibility-button-send = 📨 Kirim ke pendamping
eligibility-button-case = 📋 Jadikan kasus
eligibility-button-agree = Setuju, saya 17 tahun ke atas
eligibility-button-agree-send = Setuju, kirim
eligibility-button-back = ◀ Kembali ke hasil
eligibility-button-open = Lihat { $programme }
eligibility-button-forget = 🗑 Hapus { $programme }
eligibility-button-look = Lihat jawabannya
eligibility-save-consent =
    Simpan hasil { $programme }? Yang disimpan: jawaban, hasil, dan tanggalnya, supaya bisa dibuka lagi.
    Hanya Bapak/Ibu yang melihatnya, dan bisa dihapus kapan saja. Untuk yang di bawah 17 tahun tidak saya simpan.
eligibility-kept = 💾 Tersimpan: { $programme }. Bisa dilihat dan dihapus lewat Hasil tersimpan.
eligibility-not-kept = Hasil ini tidak bisa disimpan atau dikirim dari sini. Ceknya tetap bisa dipakai.
eligibility-send-consent =
    Kirim hasil { $programme } ke { $name }, pendamping Bapak/Ibu? Yang dikirim: nama, jawaban, dan hasilnya. Dengan Setuju, Bapak/Ibu menyatakan berumur 17 tahun ke atas.
eligibility-sent = 📨 Hasil { $programme } dikirim ke pendamping.
eligibility-no-facilitator = Belum ada pendamping yang terhubung dengan Bapak/Ibu. Hasilnya bisa diperlihatkan di kantor desa.
eligibility-received = 📨 **{ $name } mengirim hasil cek syarat** dan meminta Bapak/Ibu melihatnya.
eligibility-saved-title = **Hasil cek yang disimpan**
eligibility-saved-none = Belum ada hasil yang disimpan.
eligibility-saved-line = { $result } (aturan { $year }, disimpan { $date })
eligibility-forgotten = 🗑 Sudah dihapus.
eligibility-gone = Hasil itu sudah tidak ada.
eligibility-criterion-helps = ▫️ { $label }
eligibility-button-topic = ✅ Cek syarat
eligibility-choose-unclear = Saya belum menangkap programnya. Mau cek yang mana? (Contoh: `{ $example }`)

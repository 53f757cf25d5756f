chat-greeting =
    Halo { $name }, saya **Dayabot**, asisten program pemberdayaan sosial.
    Tulis saja pertanyaan Bapak/Ibu dengan bahasa sehari-hari. Jangan kirim NIK atau foto KTP, ya.
chat-help-title = Yang bisa saya bantu:
chat-help-all = Semua perintah ({ $n })
chat-help-next = Atau langsung tulis pertanyaan Bapak/Ibu.
chat-help-button = Bantuan
chat-summary-help = daftar bantuan
chat-summary-language = pilih bahasa / choose language
chat-summary-cancel = batalkan isian
chat-language-switch = English
chat-language-ask = Mau pakai bahasa apa? / Which language?
chat-language-set =
    { $lang ->
        [en] From now on I answer in English.
       *[id] Baik, saya menjawab dalam bahasa Indonesia.
    }
chat-private-only = Perintah itu hanya untuk obrolan pribadi dengan saya. Di sini isinya tidak saya proses atau simpan.
chat-private-open = Buka obrolan pribadi
chat-unknown-command = Saya belum kenal perintah "{ $typed }". Tekan Bantuan untuk melihat daftarnya.
chat-unknown-command-near = Saya belum kenal perintah "{ $typed }". Maksudnya { $near }?
chat-press-old = Tombol itu sudah lama dan tidak berlaku lagi. Tekan Bantuan untuk mulai lagi.
chat-cannot-read = Maaf, saya hanya bisa membaca tulisan dan tombol. Tolong ketik pertanyaan Bapak/Ibu.
chat-broken = Maaf, ada gangguan di pihak kami dan permintaan ini belum diproses. Coba sekali lagi. Bila masih gagal, sampaikan kode { $event } ke admin.
chat-form-back = ◀ Kembali
chat-form-skip = Lewati
chat-form-cancel = Batal
chat-form-submit = Kirim
chat-form-open = Isi: { $title }
chat-form-cancelled = Isian dibatalkan, tidak ada yang disimpan.
chat-line-which-person = "{ $typed }" itu yang mana?
chat-line-one-person = "{ $typed }" itu { $name }? Tekan namanya bila benar; bila bukan, kirim lagi dengan nama yang lengkap.
chat-line-unread = Bagian "{ $part }" tidak terbaca sebagai { $what }. Contoh yang benar: { $example }
chat-line-negative = "{ $part }" kurang dari nol, jadi tidak bisa dicatat sebagai { $what }. Contoh yang benar: { $example }
chat-line-twice = Ada dua { $what } dalam satu baris, dan saya tidak tahu "{ $part }" yang benar atau yang lain. Tulis satu saja. Contoh: { $example }
chat-line-two-choices = Baris ini menyebut lebih dari satu { $what }: { $part }. Pilih satu. Contoh: { $example }
chat-line-part-date = tanggal
chat-line-part-duration = lama waktu
chat-line-part-money = jumlah uang
chat-line-part-people = jumlah orang
chat-line-part-quantity = angka dengan satuan
chat-line-part-choice = jenis

privacy-summary-show = lihat, perbaiki, atau hapus data saya
privacy-summary-correct = minta data saya diperbaiki
privacy-summary-withdraw = tarik persetujuan
privacy-summary-erase = hapus data saya
privacy-summary-requests = permintaan atas data pribadi
privacy-whose = Data siapa?
privacy-title = Ini semua yang saya simpan:
privacy-account = **Akun ini**: nama tampilan { $name }, bahasa, dan kapan terakhir dipakai. Isi pesan biasa terhapus sendiri; salinan jawaban hilang dalam 48 jam.
privacy-unlinked = Akun ini belum tertaut dengan data warga mana pun. Kalau pendamping mencatat data Bapak/Ibu, tautkan dulu dengan nomor pengajuan dan kode, atau minta petugas.
privacy-rights = Bapak/Ibu boleh mengambil salinannya, meminta perbaikan, menarik persetujuan, atau menghapusnya. Ini data bot; data bansos (DTSEN) diperbaiki lewat desa/kelurahan.
privacy-requests = **Permintaan atas data**
privacy-kind-correct = Perbaikan data
privacy-kind-withdraw = Tarik persetujuan
privacy-kind-erase = Penghapusan data
privacy-state-open = berjalan
privacy-state-done = selesai
privacy-state-refused = ditolak
privacy-not-yours = Akun ini tidak tertaut dengan orang itu, jadi tidak ada yang berubah.
privacy-button-file = Unduh berkas
privacy-button-correct = Minta perbaikan
privacy-button-withdraw = Tarik persetujuan
privacy-button-erase = Hapus data saya
privacy-button-list = Daftar permintaan
privacy-button-done = Sudah diperbaiki
privacy-button-refuse = Tidak bisa
privacy-file = Salinan data Bapak/Ibu ada di berkas ini.
privacy-file-name = data-saya
privacy-file-head = Data yang disimpan Dayabot, { $time }
privacy-form-title = Perbaikan data
privacy-ask-correction = Data apa yang salah, dan apa yang benar?
privacy-ask-correction-hint = Contoh: nama desa saya seharusnya Miroto. Jangan menulis NIK.
privacy-wrong-correction = Tulis apa yang salah dan apa yang benar.
privacy-too-many = Hari ini sudah ada 5 permintaan dari akun ini. Coba lagi besok, atau hubungi petugas.
privacy-correction-asked = ✅ Tersimpan. Petugas menjawab paling lambat { $due } (3 × 24 jam). Jawabannya saya kirim di sini.
privacy-withdraw-ask =
    Kalau persetujuan **{ $name }** ditarik: pendamping tidak lagi mencatat apa pun, dan pengajuan yang masih berjalan ikut ditarik. Catatan lama tetap ada sampai dihapus.
    Tarik sekarang?
privacy-withdraw-account = Akun { $name } belum tertaut dengan data warga, jadi tidak ada persetujuan yang perlu ditarik.
privacy-withdraw-yes = Ya, tarik
privacy-withdrawn = ✅ Tersimpan. Persetujuan ditarik dan berlaku sekarang juga; pendampingnya saya beri tahu.
privacy-erase-ask =
    Yang **dihapus**: nama, telepon, catatan sesi, alasan pada pengajuan, percakapan dengan petugas, dan tautan akun **{ $name }**. Pengajuan yang masih berjalan ikut ditarik.
    Yang **tetap** tanpa nama: hitungan untuk laporan. Ini tidak bisa dikembalikan.
    Hapus sekarang? Hanya tekan kalau Bapak/Ibu sendiri orangnya.
privacy-erase-account = Akun { $name } belum tertaut dengan data warga. Yang bisa dihapus: ingatan percakapan dan pertanyaan ke petugas. Hapus sekarang?
privacy-erase-yes = Ya, hapus
privacy-no = Tidak jadi
privacy-kept-all = Baik, tidak ada yang berubah.
privacy-erase-officer = Bapak/Ibu masih punya tugas di sini, jadi catatannya milik kantor. Minta koordinator mencabut tugasnya dulu, lalu ulangi.
privacy-erased = ✅ Data sudah dihapus.
privacy-kept = Yang tetap disimpan, dan mengapa:
privacy-notice-withdrawn = **{ $name }** menarik persetujuannya. Mulai sekarang jangan mencatat apa pun tentang beliau; namanya sudah keluar dari daftar binaan.
privacy-not-allowed = Permintaan atas data hanya untuk petugas pusat, jadi tidak ada yang berubah.
privacy-no-requests = Tidak ada permintaan yang menunggu.
privacy-requests-title = **Permintaan atas data**: { $open } terbuka, { $due } lewat batas 3 × 24 jam.
privacy-due = batas { $due }, tersisa { $hours } jam
privacy-overdue = ❗ batas { $due }, lewat { $hours } jam
privacy-nobody = akun yang belum tertaut
privacy-request =
    **{ $kind }** · { $name }
    { $clock }
    { $text }
privacy-form-done = Sudah diperbaiki
privacy-form-refuse = Tidak bisa
privacy-ask-done = Apa yang diperbaiki? Kalimat ini dikirim ke yang meminta.
privacy-ask-refuse = Mengapa tidak bisa, dan ke mana sebaiknya? Kalimat ini dikirim ke yang meminta.
privacy-wrong-answer = Tulis jawabannya.
privacy-closed = ✅ Tersimpan. Jawabannya saya kirim.
privacy-closed-before = Permintaan itu sudah dijawab.
privacy-answered-done = Permintaan Bapak/Ibu atas data sudah selesai: { $answer }
privacy-answered-refused = Permintaan Bapak/Ibu atas data tidak bisa dipenuhi: { $answer }
privacy-reminder-heading = 🔐 Hak atas data
privacy-reminder = { $n } permintaan harus dijawab dalam 24 jam
privacy-button-open = Buka no. { $n }
privacy-page-before = ◀ Sebelumnya
privacy-page-after = Berikutnya ▶

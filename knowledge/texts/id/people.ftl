people-role-citizen = warga
people-role-facilitator = pendamping
people-role-coordinator = koordinator
people-role-front-office = petugas depan SLRT
people-role-back-office = petugas belakang SLRT
people-role-manager = manajer SLRT
people-role-destination = penerima rujukan
people-role-staff = staf kementerian
people-role-admin = administrator
people-summary-start = mulai
people-summary-person = tambah warga binaan
people-summary-invite = undang petugas
people-summary-revoke = cabut peran petugas
people-summary-leave = lepaskan akun ini
people-welcome =
    Halo { $name }, saya **Dayabot**. Saya menjawab pertanyaan tentang program pemberdayaan sosial, lengkap dengan sumbernya.
    Silakan tulis pertanyaan Bapak/Ibu. Punya kode undangan? Kirim: start lalu kodenya.
people-welcome-back = Halo { $name }, selamat datang kembali. Tekan Bantuan untuk melihat daftar perintah.
people-code-not-valid = Kode itu tidak berlaku: mungkin salah ketik, sudah dipakai, atau lewat masa berlakunya. Minta kode baru ke koordinator Bapak/Ibu.
people-code-used = Selamat datang, { $name }. Peran Bapak/Ibu: **{ $role }**, wilayah { $area }. Tekan Bantuan untuk mulai.
people-invite-not-allowed = Mengundang petugas hanya bisa oleh koordinator atau staf. Hubungi koordinator wilayah Bapak/Ibu.
people-invite-role = Peran "{ $typed }" belum saya kenal. Pilih: pendamping, koordinator, manajer, staf. Contoh: { $example }
people-invite-area = Wilayah "{ $typed }" tidak ketemu. Tulis nama atau kode wilayahnya. Contoh: { $example }
people-invite-name = Nama orangnya belum ada. Tulis setelah tanda koma. Contoh: { $example }
people-invite-outside = Bapak/Ibu tidak bisa mengundang { $role } di { $area }, karena di luar wilayah atau peran Bapak/Ibu.
people-invited =
    Undangan untuk **{ $name }** ({ $role }, { $area }) sudah dibuat.
    Kode: { $code } (sekali pakai, berlaku 7 hari).
    Minta { $name } mengirim: { $start }
people-person-not-allowed = Menambah warga binaan hanya bisa oleh pendamping di wilayahnya. Hubungi koordinator Bapak/Ibu.
people-person-name = Nama warganya belum ada. Contoh: { $example }
people-person-place = Desa untuk { $name } belum ada. Tulis setelah tanda koma. Contoh: { $example }
people-person-place-unknown = Desa "{ $place }" tidak ketemu di { $area }. Periksa ejaannya. Contoh: { $example }
people-person-which-place = Ada beberapa "{ $place }". Yang mana?
people-person-duplicates = Mungkin orangnya sudah tercatat ({ $n } nama sama):
people-person-same = Ini orangnya: { $name }
people-consent-text =
    Bacakan ke **{ $name }** ({ $area }):
    "Nama, desa, dan catatan pendampingan Bapak/Ibu disimpan untuk pendampingan dan laporan program. Bapak/Ibu boleh melihat, memperbaiki, atau menghapusnya kapan saja."
    Apakah beliau setuju?
people-consent-yes = Setuju, simpan
people-consent-no = Tidak setuju
people-person-added = Tersimpan: **{ $name }**, { $area }. Berikutnya catat sesi: { $command } …
people-person-taken = **{ $name }** sekarang masuk binaan Bapak/Ibu. Berikutnya catat sesi: { $command } …
people-person-outside = { $area } di luar wilayah tugas Bapak/Ibu, jadi tidak disimpan. Hubungi koordinator wilayah itu.
people-no-consent = Baik, tidak ada yang disimpan. Warga tetap boleh bertanya ke saya tanpa didata.
people-notice-entered = Warga baru di wilayah Bapak/Ibu: **{ $name }**, { $area }.
people-revoke-who = Peran siapa yang dicabut? Tulis nomor orangnya. Contoh: { $example }
people-revoked = Semua peran { $name } sudah dicabut sekarang juga.
people-revoke-none = Orang itu memang tidak punya peran.
people-revoke-unknown = Nomor { $id } tidak ketemu di wilayah Bapak/Ibu. Periksa lagi nomornya.
people-leave-ask = Akun ini terhubung dengan { $names }. Lepaskan dari HP ini?
people-leave-yes = Ya, lepaskan
people-leave-no = Tidak
people-left = Akun ini sudah dilepas dari HP ini. Untuk masuk lagi, minta kode baru ke koordinator atau pendamping.
people-leave-nobody = Akun ini belum terhubung dengan siapa pun, jadi tidak ada yang perlu dilepas.
people-leave-which = Akun ini terhubung dengan { $names }. Siapa yang dilepas dari HP ini?
people-leave-all = Semuanya
people-data-title = **{ $name }**
people-data-area = Wilayah
people-data-phone = Telepon
people-data-number = NIK (disamarkan)
people-data-since = Dicatat sejak
people-data-facilitators = Pendamping
people-data-consent = Persetujuan
people-data-consent-given = { $date }, versi { $version }
people-data-consent-withdrawn = { $date }, versi { $version }, ditarik { $withdrawn }
people-data-accounts = Akun tertaut
people-data-kept = Nomor acak pengganti nama dan wilayah kabupaten/kota tetap disimpan, agar laporan yang sudah dikirim tetap cocok.
people-field-hint = Pilih, atau ketik nama atau nomor di daftar binaan.
people-field-wrong = Namanya belum ada. Contoh: siti

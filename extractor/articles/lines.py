"""What a line of a page is, by its words: an insert, an advertisement, a caption, a byline, a label."""

from __future__ import annotations

import re

from extractor.articles.dates import first_date

_FLAGS = re.IGNORECASE | re.DOTALL


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), _FLAGS)


# A pointer to another article, with its title behind the colon or none.
_POINTER = _any(
    r"(?:>+|[»\-–—*•▶►:(\[]+)?\s*(?:baca|lihat|simak|tonton|dengarkan|cek|klik)\s*+(?:juga|pula)?\s*+"
    r"(?:(?:artikel|berita|selengkapnya|lainnya|video(?:nya)?|di\s?sini|foto)\s*+)*+[:：>»]",
    r"(?:[>»\-–—*•▶►(\[]+\s*)?(?:baca|lihat|simak|tonton)\s+(?:juga|pula)\b",
    r"(?:jangan lewatkan|pilihan editor|pilihan redaksi|ringkasan berita|rekomendasi untuk anda"
    r"|berita pilihan)\b",
    r"(?:artikel|berita|bacaan|tulisan) (?:terkait|lainnya|lain|menarik lainnya|rekomendasi)\s*[:：]",
    r"(?:yuk|ayo),?\s+(?:simak|baca|tonton|ikuti)\b",
    r"(?:see also|read also|read more|also read|related(?: posts?| articles?| news)?)\s*(?:[:：]|$)",
    r"simak (?:juga )?video\b",
    r"(?:selengkapnya|berita selengkapnya) (?:baca|klik|di sini|di halaman)\b",
)
_LABEL = _any(
    r"(?:[>»\-–—*•▶►]+\s*)?(?:(?:baca|lihat|simak|tonton)(?:\s*+(?:juga|pula))?(?:\s+(?:artikel|berita|video))?"
    r"|jangan lewatkan|pilihan (?:editor|redaksi)|(?:artikel|berita|bacaan|tulisan) (?:terkait|lainnya"
    r"|pilihan|menarik lainnya)"
    r"|related(?: posts?| articles?| news)?|rekomendasi(?: untuk anda)?|terkait|ringkasan(?: berita)?"
    r"|terpopuler|terkini"
    r"|berita (?:populer|terpopuler|terkini|terbaru)|trending|populer|lainnya|baca lainnya"
    r"|you may also like|most popular"
    r"|intinya sih(?:\.\.\.)?|poin penting|key takeaways?|highlights?)\s*[:：.!…]*"
)
_SUMMARY = _any(r"(?:ringkasan|poin[- ]poin|poin penting|intinya sih|key takeaway|highlight)")
_AD = _any(
    r"[-–—*\s\[(]*(?:advertisements?|advertising|advertorial|iklan|ads?|sponsored(?: content)?"
    r"|promoted(?: content)?|adv)[-–—*\s\])]*",
    r"(?:advertisements?|iklan|ads?)\b[\s.:|\-–—]*(?:scroll|gulir|lanjut|lanjutkan|continue|artikel|berita|klik|geser|skip"
    r"|tutup|close)\b.{0,80}",
    r"(?:lanjut|lanjutkan|teruskan) (?:membaca|baca|ke)\b.{0,60}",
    r"scroll (?:to|down) (?:continue|resume|untuk|for).*",
    r"(?:gulir|scroll) ke bawah untuk.*",
    r"lanjutkan membaca.*iklan.*",
    r"\[?gambas:.*",
    r"(?:space iklan|pasang iklan|banner \d+\s*x\s*\d+|\d{3}x\d{2,3})",
    r"(?:loading|memuat)\s*(?:\.{2,}|…)?",
)
_FOLLOW = _any(
    r"(?:silakan |mari |ayo |yuk,? )?(?:cek|ikuti|follow|dapatkan|simak|baca|temukan|nikmati|update|lihat"
    r"|gabung|join|telusuri|klik)\b"
    r".{0,160}\b(?:google news|whatsapp|telegram|channel|saluran|kanal|instagram|facebook|tiktok|youtube"
    r"|twitter|medsos|media sosial|newsletter|aplikasi)\b.*",
    r"(?:daftar|langganan|berlangganan|terima|masukkan|isi)\b.{0,120}\b(?:newsletter|buletin|surel|e-?mail"
    r"|kotak masuk)\b.{0,120}",
    r"(?:cek|dapatkan|ikuti) (?:berita|artikel|rangkuman|update|informasi|kabar)\b.{0,160}",
    r"(?:editor|penulis|admin)?\s*tambahkan .{0,80} google.*",
    r"add as a preferred source.*",
    r"silakan baca (?:konten|berita|artikel)\b.*",
    r"telusuri berita\b.*",
    r"(?:artikel|berita|tulisan) ini (?:telah|sudah|pertama kali|pernah) (?:tayang|terbit|dimuat"
    r"|dipublikasikan|ditayangkan)\b.*",
    r"konten (?:ini )?(?:telah|sudah) (?:tayang|terbit)\b.*",
    r"(?:simak|baca) (?:berita|artikel|informasi|kabar)\b.{0,60}\b(?:lainnya|terbaru|terkini|menarik"
    r"|pilihan|lain)\b.{0,80}",
    r"(?:bagikan|share|sebarkan|kirim)(?: (?:berita|artikel|this|ini|ke|via|on|konten)\b.{0,40})?\s*:?",
    r"(?:tags?|label|topik|topik terkait|kata kunci|keywords?|hashtag|kategori|rubrik)\s*[:：].*",
    r"(?:tags?|topik|label)",
    r"(?:copyright|hak cipta|©|\(c\)|all rights? reserved).{0,160}",
    r".{0,80}dilarang (?:keras )?(?:mengambil|menyalin|mengutip|memperbanyak|menggandakan"
    r"|mereproduksi)\b.{0,200}",
    r".{0,60}tidak boleh (?:disalin|dikutip|diperbanyak)\b.{0,120}",
    r"copyright\s*(?:©|\(c\)).*",
    r"(?:facebook|twitter|whatsapp|telegram|x|line|copy link|salin tautan|email|cetak|print|komentar"
    r"|\d+ komentar|no comments?|leave a reply|tinggalkan komentar)"
    r"(?:[\s,|/·•]+(?:facebook|twitter|whatsapp|telegram|x|line|copy link|salin tautan|email|cetak|print))*",
    r"(?:dilihat|dibaca|views?|hits)\s*[:：]?\s*[\d.,]+(?:\s*kali)?|[\d.,]+\s*(?:kali dibaca|kali dilihat"
    r"|views?|hits|shares?|dibaca|pembaca)",
    r"(?:lokasi|nama|isi) komentar.*",
    r"disclaimer\s*[:：].*",
    r"apa (?:reaksi|tanggapan|pendapat) anda.{0,40}",
    r"(?:\w+ ){0,3}(?:subscribe|berlangganan)(?: \w+){0,6}",
)  # fmt: skip
_CREDIT = _any(
    r"[*(\[\s]*(?:penulis(?:/editor)?|editor(?:/penulis)?|reporter|pewarta|wartawan|jurnalis|laporan"
    r"|kontributor|rep|red|redaktur|penyunting"
    r"|uploader|publisher|sumber(?: berita| artikel| foto)?|source|foto(?:grafer)?|fotografer|video"
    r"|penerjemah|teks|infografis"
    r"|editor bahasa|layouter|oleh|by|writer|author|pengunggah|koresponden|produser)\s*[:：]\s*.{0,100}",
    r"\*{1,3}\s*(?:sumber|editor|penulis)\b.{0,100}",
)
_WRITER = _any(
    r"(?:penulis|reporter|pewarta|wartawan|jurnalis|laporan|kontributor|ditulis|oleh"
    r"|rep)(?: oleh)?\s*[:：]\s*.{3,60}"
)
_BY = re.compile(r"(?:(?:[Dd]itulis )?[Oo]leh|OLEH|[Ll]aporan|By)\s+(?:[A-Z][\w.'’-]*+[ ,]*+){1,5}")
_SIGNOFF = re.compile(
    r"[\[(*\-–—/\s]*+(?:(?:[A-Za-z.]{1,12}[/\\|*;,.\-–& ]?){1,4}[\])*/\s]+|[\])*/\s]+|(?<=[*/\s]))"
    r"|\*+|#+|-{2,}|_{2,}|={2,}"
)
_TAIL_SIGNOFF = re.compile(
    r"(?<!\s)\s*[(\[]\s*(?:[a-z]{2,5}(?:\s?/\s?[a-z]{2,5})*|[A-Z]{2,5}(?:/[A-Z]{2,5})*|\*{1,3})\s*[)\]]\s*$"
)
_CAPTION = _any(
    r"(?:foto|keterangan (?:foto|gambar)|caption|ilustrasi(?: foto)?|gambar|teks foto|ket\.? foto"
    r"|tangkapan layar)\s*[:：.]\s*.*",
    r".{0,400}[(\[]\s*(?:foto|sumber|dok(?:umen(?:tasi)?)?|ist(?:imewa)?|photo|credit"
    r"|antara foto)\b[^()\[\]]{0,80}[)\]]\.?",
    r".{3,300}(?<![/\w])(?:foto|photo)\s?[:：/]\s?[^.]{2,60}\.?",
    r".{3,300}[./\s](?:dok|dokumentasi)\.?\s[^.]{2,60}\.?",
    r".{3,300}/\s?(?:ist|istimewa|antara(?: foto)?|afp|reuters|ap|getty images|shutterstock|net"
    r"|dok\.?.{0,40})\b.{0,40}",
    r"[-–—*\s]*+(?:foto|ilustrasi)?[\s:]*+(?:ist|istimewa|dok\.? \w+)[-–—*\s.]*",
    r"[-–—*]\s*foto\b.{0,60}",
)
_LABELLED = _any(
    r"(?:foto|keterangan (?:foto|gambar)|caption|ilustrasi(?: foto)?|gambar|teks foto|ket\.? foto)\s*[:：]",
    r".{0,280}[(\[]\s*(?:foto|sumber foto|photo)\s*[:：][^()\[\]]{0,60}[)\]]\.?$",
)
_WEEKDAY = _any(r"\b(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)\b\s*,?\s*")
_DATED = _any(
    r"\b(?:[01]?\d|2[0-3])[.:][0-5]\d\s*(?:wib|wita|wit)?\b",
    r"\b(?:oleh|penulis|reporter|laporan|pewarta|rep|editor|redaksi|posted|published|diterbitkan"
    r"|dipublikasikan|tayang|terbit|admin|views|dibaca|kali|waktu baca|menit baca|min read)\b",
)
_AGO = _any(
    r"^\W*(?:\d{1,2}|se)\s?(?:detik|menit|jam|hari|minggu|bulan|tahun|minutes?|hours?|days?|weeks?)"
    r"(?: yang)? (?:lalu|ago)\b"
)
_BEFORE_DATE = _any(
    r"\b(?:oleh|by|pada|on|di|jam|pukul|posted|tayang|terbit|diterbitkan|dipublikasikan|update|updated)\b"
)
_NEXT_ARTICLE = _any(
    r"[>»\-–—*•▶►↓\s]*(?:berita|artikel|bacaan|baca|kabar|post(?:ingan)?|tulisan)\s*(?:selanjutnya"
    r"|berikutnya|berikut|lain(?:nya)?)\s*[:：>»↓…]*",
    r"[>»\-–—*•▶►↓\s]*(?:next (?:article|post|news|story|up)|up next|artikel (?:terkait )?di bawah ini"
    r"|lanjut baca|baca juga artikel di bawah)\s*[:：>»↓…]*",
    r"(?:anda mungkin (?:juga )?(?:suka|tertarik)|mungkin anda (?:suka|tertarik)"
    r"|berita (?:lain )?untuk anda)\b.{0,30}",
)
_PAGES = _any(
    r"\bhalaman\s*+:?\s*+\d+\s*(?:/|dari|of)\s*\d+",
    r"\bhalaman\s*(?:selanjutnya|berikutnya)",
    r"\bhalaman\s*+:?\s*+1\s+2\b",
    r"\b(?:show all|tampilkan semua|lihat semua halaman|baca semua halaman|view all pages"
    r"|tampil(?:kan)? semua)\b",
    r"\bselengkapnya di halaman\b",
    r"\bpage \d+ (?:of|/) \d+",
    r"^halaman\s*+:?[\s\d|,›»>]*+(?:selanjutnya|berikutnya|semua)?$",
)
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"""[.!?…][)"'”’\]]*\s*(?:\([^()]{1,40}\))?$""")
_DATELINE = re.compile(
    r"^[(\[]?(?:[A-Z][\w.’'/&-]*(?:[ ,]+|\s*\|\s*)){0,5}?[A-Z][\w.’'/&)-]*(?:\s?\([^()]{2,40}\)"
    r"|,\s?[A-Z]?[\w.]+(?:\s[A-Z][\w.]+){0,2})?"
    r"\s?(?:[-–—]{1,3}|\|\||:|\s\|)\s?(?=[A-Z\"“‘'(\d])"
)


def is_pointer(line: str) -> bool:
    """A line that sends the reader to another article."""
    return _POINTER.match(line) is not None


def is_label(line: str) -> bool:
    """A heading of a box of links, with nothing else on the line."""
    return len(line) < 60 and _LABEL.fullmatch(line) is not None


def is_summary_label(line: str) -> bool:
    """A heading of a box that sums the article up."""
    return len(line) < 60 and _SUMMARY.match(line) is not None


def is_next_article(line: str) -> bool:
    """A divider below which another article stands."""
    return len(line) < 70 and _NEXT_ARTICLE.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """An advertisement's mark, a call to follow, share links, tags, copyright."""
    return len(line) < 320 and (_AD.fullmatch(line) is not None or _FOLLOW.fullmatch(line) is not None)


def is_credit(line: str) -> bool:
    """A line that names a writer, an editor or a source, and nothing more."""
    return len(line) < 130 and (_CREDIT.fullmatch(line) is not None or _BY.fullmatch(line) is not None)


def is_byline(line: str) -> bool:
    """A line that names the writer."""
    return len(line) < 100 and (_BY.fullmatch(line) is not None or _WRITER.fullmatch(line) is not None)


def is_signoff(line: str) -> bool:
    """Initials in brackets, stars or dashes that close an article."""
    return len(line) < 40 and _SIGNOFF.fullmatch(line) is not None and not line.isalpha()


def is_caption(line: str) -> bool:
    """A picture's caption by its own words: the label before it or the source behind it."""
    return len(line) < 420 and _CAPTION.fullmatch(line) is not None


def is_labelled_caption(line: str) -> bool:
    """A caption that says so itself: "Foto: ..." before it or "(Foto: ...)" behind it."""
    return len(line) < 300 and _LABELLED.match(line) is not None


def is_dated(line: str) -> bool:
    """A short line with a date and a time or byline, or little but a date: what stands under a headline."""
    if len(line) >= 140 or (found := first_date(line)) is None:
        return len(line) < 60 and _AGO.search(line) is not None
    if len(line) > 45 and line.endswith("."):
        return False  # a sentence that tells a day
    rest = len(_WEEKDAY.sub("", line)) - (found.end - found.start)
    return rest < 16 or _DATED.search(line) is not None


def begins_dated(line: str) -> bool:
    """Whether a text of any length begins with a date, with nothing but names and labels before it."""
    if len(line) < 130:
        return is_dated(line)
    found = first_date(line[:90])
    if found is None or found.start > 60:
        return False
    before = _WEEKDAY.sub(" ", _BEFORE_DATE.sub(" ", line[: found.start]))
    return not any(word[0].islower() for word in _WORD.findall(before))


def is_page_link(line: str) -> bool:
    """Words of a page that goes on elsewhere."""
    return len(line) < 160 and _PAGES.search(line) is not None


def ends_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None


def has_dateline(line: str) -> bool:
    """Whether the paragraph begins with a place or an outlet and a dash: "AMBON, Kabar – ..."."""
    found = _DATELINE.match(line[:120])
    return found is not None and found.end() <= 70


def is_headline(line: str) -> bool:
    """A line set like a headline: several words, most of them with capitals, no end of a sentence."""
    line = line.strip()
    if not 20 <= len(line) <= 160 or line[-1] in ".!?…:,;":
        return False
    told = [word for word in _WORD.findall(line) if len(word) > 3]
    capital = sum(1 for word in told if word[0].isupper() or word[0].isdigit())
    if len(told) < 3 or capital < 0.75 * len(told) or ends_sentence(line):
        return False
    return not (is_dated(line) or is_credit(line) or is_pointer(line))

"""People who do not exist, what gives them away, and what does not. Written down before anybody tried it.

A leak is a tier, a kind, a text as it would stand in a file, and the name of that file. Tier 1 is what happens by
itself, tier 2 what programs and careful hands make of it, tier 3 what somebody did on purpose.
"""

from __future__ import annotations

import base64
import codecs
import hashlib
import html
import json
import quopri
from typing import Any, NamedTuple
from urllib.parse import quote

TEAM = "kueche"
LINK = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjQ0/0?context=%7b%22Tid%22%3a%22ab%22%7d"
NETWORK: dict[str, Any] = {
    "wiq.yaml": {
        "name": "Wir im Quartier", "ort": "Leipzig", "domain": "netz.example",
        "traeger": {"name": "Stiftung Ecken", "email": "post@traeger.example", "telefon": "0341 777 88 99", "url": "https://traeger.example/wir"},
    },
    "teams/kueche.yaml": {
        "name": "Küche für alle", "verteiler": "lt-kueche@netz.example", "stadtteile": ["Lindenau", "Plagwitz"], "themen": ["Ernährung"],
        "zusammenfassung": "Wir kochen einmal im Monat zusammen.",
        "leitung": [
            {"kennung": "p1", "name": "Łukasz Wiśniewski", "spitzname": "Luki", "email": "lukasz.wisniewski@posteo.example", "telefon": "0176 55512345", "rolle": "Kassenwart"},
            {"kennung": "p2", "name": "Thea Testmann", "email": "thea.testmann@example.org", "rolle": "Statikerin",
             "einwilligung": {"name": {"antwort": "ja", "am": "2026-01-01", "nachweis": "Zettel in der blauen Mappe bei der Stiftung im Schrank links"}}},
        ],
        "mitglieder": [
            {"kennung": "p3", "name": "Ayşe Çelik", "email": "ayse.celik@gmx.example", "telefon": "0341 2319876", "rolle": "Grafikdesignerin"},
            {"kennung": "p4", "name": "Nguyễn Thị Hồng", "email": "hong.nguyen@web.example", "telefon": "+49 (0)152 / 28 81 73 86", "rolle": "Pressearbeit"},
            {"kennung": "p5", "name": "Seán O'Brien", "email": "sean@obrien.example", "rolle": "Lastenradmechaniker"},
            {"kennung": "p6", "name": "Bo Li", "email": "bo.li@mail.example", "telefon": "0341/4807766"},
            {"kennung": "p7", "name": "Anna-Lena Müller-Lüdenscheidt", "email": "al.ml@example.org", "rolle": "Buchhaltung und Förderanträge"},
            {"kennung": "p8", "name": "Johann von der Heyde", "email": "jvdheyde@example.net", "telefon": "03421 778812"},
            {"kennung": "p9", "name": "Rose Vogel", "email": "rose.vogel@example.org", "telefon": "0341 9998871", "rolle": "Moderation"},
            {"kennung": "p10", "name": "Jürgen Groß", "email": "juergen.gross@bücher.example", "rolle": "Elektriker"},
            {"kennung": "p11", "name": "Juli Sommer", "email": "julisommer@example.org", "rolle": "Social Media"},
            {"kennung": "p12", "name": "Karl Heine", "email": "karl.heine@example.org"},
            {"kennung": "p13", "name": "Günther Strauß", "rolle": "Öffentlichkeitsarbeit"},
            {"kennung": "p14", "name": "Иван Петров", "email": "petrow.ivan@example.org"},
        ],
        "treffen": {"link": LINK, "ausfall": ["10.11.2026 weil Jürgens Mutter schwer erkrankt ist und er sich kümmern muss"]},
        "support": [{"was": "Herd", "notiz": "Der Vermieter droht der Gruppe seit Mai mit einer fristlosen Kündigung"}],
        "#": ["Hartmut Zwiebelfisch hat im Notfall den Schlüssel", "- name: Wenzel Hüpfburger"],
        "notizen": "Jürgen hat im Frühjahr seine Wohnung verloren und braucht Hilfe beim Umzug nach Grünau.",
    },
    "teams/ut.yaml": {"art": "UT", "name": "Unterstützungsteam", "verteiler": "ut@netz.example", "mitglieder": [
        {"kennung": "u1", "name": "Raphaela Schnurzbach", "email": "raphaela.schnurzbach@netz.example", "telefon": "0172 9925904", "rolle": "Netzwerkerin"},
        {"kennung": "u2", "name": "Friedrich Özdemir", "email": "f.oezdemir@netz.example"}]},
    "teams/st.yaml": {"art": "ST", "name": "Steuerungsteam", "verteiler": "st@netz.example", "mitglieder": [
        {"kennung": "s1", "name": "Dr. Mehmet Yılmaz", "email": "yilmaz@amt.example"},
        {"kennung": "s2", "name": "Petra Kaiser-Schulze", "email": "p.kaiser-schulze@rat.example"}]},
    "teams/chor.yaml": {"name": "Chor am Kanal", "verteiler": "lt-chor@netz.example", "stadtteile": ["Lindenau"], "themen": ["Musik"],
        "#": {"9": {"kooperationspartner": "- name: Udo Traube"}},
        "kooperationspartner": [{"name": "Verein Klangfarbe e. V.", "url": "https://klangfarbe.example/chor"}],
        "leitung": [{"kennung": "c1", "name": "Ottilie Quast", "email": "ottilie.quast@example.org", "telefon": "0151 23456789", "rolle": "Tenor"}],
        "mitglieder": [{"kennung": "c2", "name": "Max Winter", "email": "max.winter@example.org"}]},
}  # fmt: skip

MAIL = "lukasz.wisniewski@posteo.example"
MAIL2 = "ayse.celik@gmx.example"


class Leak(NamedTuple):
    tier: int
    kind: str
    text: str
    file: str = "x.html"


def _b64(text: str, encoding: str = "utf-8") -> str:
    return base64.b64encode(text.encode(encoding)).decode()


def _cfemail(text: str, key: int = 0x5A) -> str:
    return f"{key:02x}" + "".join(f"{byte ^ key:02x}" for byte in text.encode())


def _math(text: str, start: int = 0x1D41A) -> str:
    return "".join(chr(start + ord(one) - 97) if "a" <= one <= "z" else one for one in text)


def _wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def _codes(text: str, form: str) -> str:
    return "".join(form.format(ord(one)) for one in text)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


def _hash(name: str, text: str = MAIL) -> str:
    return hashlib.new(name, text.encode()).hexdigest()


def _qp(text: str) -> str:
    return quopri.encodestring(text.encode(), quotetabs=False).decode()


NAMES_1 = [
    "Ideenmobil (Raphaela)", "Frag die Raphaela aus dem Netzwerk", "Raphaelas Fahrrad", "Raphaela's Fahrrad", "RAPHAELA SCHNURZBACH", "Schnurzbach, Raphaela",
    "Das macht Ottilie Quast vom Chor", "OTTILIE QUAST", "Quast, Ottilie", "Ottilie Quasts Noten", "Frau Quast weiß Bescheid", "bei Familie Quast",
    "Łukasz Wiśniewski kocht", "Lukasz Wisniewski kocht", "Wiśniewski bringt Töpfe", "Wisniewski bringt Töpfe", "Lukasz bringt Töpfe", "Lukasz' Töpfe",
    "Luki bringt Töpfe", "Ayşe Çelik", "Ayse Celik", "Celiks Herd", "Herr Çelik", "Ayşe hat den Schlüssel", "Nguyễn Thị Hồng", "Nguyen Thi Hong", "Hồng Nguyễn", "Hong Nguyen",
    "Nguyen holt den Schlüssel", "Seán O'Brien", "Sean O’Brien", "Sean OBrien", "O'Brien repariert", "Sean repariert das Rad", "Bo Li", "Li, Bo", "Kontakt: Bo Li",
    "Anna-Lena Müller-Lüdenscheidt", "Anna-Lena Mueller-Luedenscheidt", "Anna-Lena Müller", "Annalena Müller-Lüdenscheidt", "Lüdenscheidt rechnet ab", "Anna Lena Müller Lüdenscheidt",
    "Frau Müller-Lüdenscheidt", "Müller-Lüdenscheidts Ordner", "Anna-Lenas Ordner", "Johann von der Heyde", "Johann v. d. Heyde", "Herr von der Heyde", "von der Heyde, Johann",
    "Johann Heyde", "Rose Vogel", "Frau Vogel hat den Schlüssel", "Vogel, Rose", "Kasse (Vogel)", "Danke an Rose", "Jürgen Groß", "Juergen Gross", "Jürgen Gross",
    "JÜRGEN GROẞ", "JUERGEN GROSS", "Jürgen baut den Herd an", "Jürgens Herd", "Juli Sommer", "Frau Sommer", "Sommer, Juli", "Karl Heine kocht", "Heine, Karl", "Herr Heine",
    "Günther Strauß", "Guenther Strauss", "Gunther Strauss", "Günther kocht", "Dr. Mehmet Yılmaz", "Mehmet Yilmaz", "Herr Yilmaz", "Mehmet hat zugesagt", "Yilmaz' Büro",
    "Petra Kaiser-Schulze", "Kaiser-Schulze hat zugesagt", "Petra hat zugesagt", "Frau Kaiser", "Иван Петров", "Петров kocht", "Max Winter singt im Chor", "Winter, Max",
    "Friedrich Özdemir", "Oezdemir kümmert sich", "Özdemirs Liste", "Thea bringt Kuchen", "Frau Testmann bringt Kuchen", "Ansprechpartner: Friedrich",
    "<td>Raphaela</td><td>Schnurzbach</td>", "<a href='x?name=Raphaela%20Schnurzbach'>x</a>", "<img src='x.png' alt='Raphaela'>", "<!-- Raphaela fragen -->",
    "<meta name='author' content='Ottilie Quast'>", "<p data-kontakt='Jürgen Groß'>x</p>", '<script type="application/ld+json">{"author":"Ayşe Çelik"}</script>',
    "Raphael&auml; oder Raph&#97;ela", "J&uuml;rgen Gro&szlig;", "J&#252;rgen", "J&#xfc;rgen Gro&#xDF;", "Zelt (Jürgen und Rose Vogel)",
]  # fmt: skip
NAMES_2 = [
    "Rapha<b>ela</b>", "Rapha\u00adela", "Rapha\u200bela", "Rapha&shy;ela", "Rapha<wbr>ela Schnurz<wbr>bach", "R\u0061\u0301phaela", "Ｒａｐｈａｅｌａ", "raphaela-schnurzbach",
    "raphaela_schnurzbach", "RaphaelaSchnurzbach", "#RaphaelaSchnurzbach", "raphaelaSchnurzbach", "<h2 id='ottilie-quast'>Chor</h2>", "<i class='OttilieQuast'>x</i>",
    "J\u0075\u0308rgen Groß", "J%C3%BCrgen Gro%C3%9F", "J%FCrgen Gro%DF", "J%25C3%25BCrgen", '{"x": "J\\u00fcrgen Gro\\u00df"}', "content: 'J\\00fcrgen'", "content: 'J\\fc rgen Gro\\df '",
    "&amp;#82;aphaela", "Otti-\nlie Quast", "Otti- lie Quast", "Ottilie\nQuast", "Ottilie\xa0Quast", "Ottilie\u2009Quast", "Ottilie&nbsp;Quast", "Ottilie&thinsp;Quast",
    "R a p h a e l a", "O t t i l i e  Q u a s t", "O.t.t.i.l.i.e Q.u.a.s.t", "R-a-p-h-a-e-l-a", "Rаphaela", "Оttilie Quаst", "Jürgen Grοß", _math("raphaela"), _math("ottilie quast"),
    "Ｏｔｔｉｌｉｅ Ｑｕａｓｔ", "Ⓡⓐⓟⓗⓐⓔⓛⓐ", "Oﬆilie heißt Raphaela", "Ottilie<!-- x --> Quast", "Otti<!-- x -->lie Quast", "Otti<span style='display:none'>xyz</span>lie Quast",
    "die Querelen der Schnurzbachs", "die Schnurzbachsche Liste", "die Wiśniewskische Küche", "bei Quasts Ottilie", "Ottilie M. Quast", "O. Quast", "Raphaela S.", "R. Schnurzbach",
    "J. Groß", "A. Çelik", "A.-L. Müller-Lüdenscheidt", "Fr. Quast", "Hr. Wisniewski", "Ivan Petrov", "Iwan Petrow", "Petrow bringt Brot", "Sean O&#39;Brien", "Sean O&rsquo;Brien", "sean-o-brien",
    "obrien-sean", "Ottilie_Quast.pdf", "/home/ottilie.quast/netz", r"C:\Users\OttilieQuast\Desktop", "Autorin: ottiliequast", "O\u0300ttilie Quast", "=?utf-8?q?J=C3=BCrgen_Gro=C3=9F?=",
    "=?utf-8?B?" + _b64("Jürgen Groß") + "?=", "J=C3=BCrgen Gro=C3=9F", _b64("Jürgen Groß kocht"), "<img src='data:text/plain;base64," + _b64("Ottilie Quast") + "'>",
    "Person(name='Ottilie Quast', rolle=None)", "CN=Ottilie Quast,OU=Chor", "N:Quast;Ottilie;;;", "BEGIN:VCARD\nFN:Ottilie Quast\nEND:VCARD", "<text>Ottilie</text><text>Quast</text>",
    "Jùrgen Groß", "Jurgen Gros s", "Hong Nguyễn Thị", "Thi Hong kocht", "Çelik'in evi", "Yılmazın bürosu", "kaiser schulze petra", "M\u00fc\u00adl\u00adl\u00ader-Lüdenscheidt",
    "<td>Quast</td>\n<td>Ottilie</td>", "Ottilie *Qu*ast", "Ot**til**ie Qu__as__t", "@raphaela", "raphaela:", "raphaela hat zugesagt",
]  # fmt: skip
NAMES_3 = [
    codecs.encode("Ottilie Quast", "rot13"), codecs.encode("Raphaela Schnurzbach kommt", "rot13"), "tsauQ eilittO", "hcabzruhcS aleahpaR", "<bdo dir='rtl'>aleahpaR</bdo>",
    _b64("Raphaela Schnurzbach", "utf-16-le"), "String.fromCharCode(" + ",".join(str(ord(one)) for one in "Ottilie Quast") + ")", "\\x4f\\x74\\x74\\x69\\x6c\\x69\\x65 Quast",
    "'Otti' + 'lie Qu' + 'ast'", "Ottilie Qua5t", "0ttilie Quast", "M. K. oder O. Q. (Chor)", "R.S. kümmert sich (Raphaela)", "ottilie.q vom Chor ist Quast, Ottilie",
    "".join(f"{ord(one):02x}" for one in "Ottilie Quast"), "Ottiilie oder Ottilie Quast", "Otilie Quast", "Raphaella Schnurzbach", "O͟t͟t͟i͟l͟i͟e͟ Quast", "🅾ttilie Quast",
    "4f 74 74 69 6c 69 65 20 51 75 61 73 74", "R\na\np\nh\na\ne\nl\na",
]  # fmt: skip
MAILS_1 = [
    MAIL, MAIL.upper(), f"<a href='mailto:{MAIL}'>Mail</a>", f"mailto:{MAIL}?subject=Hallo", MAIL.replace("@", " (at) "), MAIL.replace("@", "(at)"), MAIL.replace("@", "[at]"),
    MAIL.replace("@", " at "), MAIL.replace("@", "(ät)"), MAIL.replace("@", " [ät] "), MAIL.replace("@", " (at) ").replace(".", " (dot) "), MAIL.replace("@", " at ").replace(".", " punkt "),
    MAIL.replace("@", "&#64;"), MAIL.replace("@", "&#x40;"), MAIL.replace("@", "&commat;"), MAIL.replace("@", "%40"), MAIL.replace("@", " @ "), MAIL.replace("@", "{at}"), MAIL.replace("@", " Klammeraffe "),
    MAIL.replace("@", "<at>"), "unbekannt@irgendwo.example", "jemand.anders (at) irgendwo.example", "neu@netz.example", "raphaela.schnurzbach@netz.example", "bo.li@mail.example", "sean@obrien.example",
    "juergen.gross@bücher.example", "juergen.gross@xn--bcher-kva.example", "lukasz.wisniewski+kueche@posteo.example", "Yılmaz: yilmaz@amt.example", "jvdheyde@example.net", "p.kaiser-schulze@rat.example",
    f"Łukasz Wiśniewski <{MAIL}>", "petrow.ivan@example.org", f"<meta name='author' content='{MAIL}'>", f"<!-- {MAIL} -->", f"<p title='{MAIL}'>x</p>",
    f'{{"email": "{MAIL}"}}', f"ATTENDEE:mailto:{MAIL}", f"EMAIL;TYPE=HOME:{MAIL}", f"{MAIL2};{MAIL}", f"({MAIL2})", f"{MAIL2}.", f"„{MAIL2}“",
]  # fmt: skip
MAILS_2 = [
    "lukasz.wisniewski", "@lukasz_wisniewski", "jvdheyde bei Github", "https://t.example/jvdheyde", html.escape("".join(f"&#{ord(one)};" for one in MAIL)), "".join(f"&#{ord(one)};" for one in MAIL),
    "".join(f"&#x{ord(one):x};" for one in MAIL), "".join(f"&#{ord(one)}" for one in MAIL), "".join(f"%{ord(one):02x}" for one in MAIL), quote(quote(MAIL, safe=""), safe=""),
    _codes(MAIL, "\\u{:04x}"), _codes(MAIL, "\\x{:02x}"), _codes(MAIL, "\\{:06x}"), "lukasz.wisniewski\\40 posteo.example", "lukasz.wisniewski\\u0040posteo.example", "lukasz.wisniewski=40posteo.example",
    "lukasz.wisniew=\nski=40posteo.example", MAIL.replace("w", "<b>w</b>", 1), MAIL.replace("@", "<!-- no spam -->@<!-- x -->"), MAIL.replace("@", "<span>@</span>"),
    MAIL.replace("@", "@<span style='display:none'>spam.</span>"), MAIL.replace("posteo", "<b hidden>nix</b>posteo"), MAIL.replace("@", "\u200b@\u200b"), MAIL.replace("@", "＠"), _wide(MAIL), _math(MAIL),
    MAIL.replace("a", "а").replace("o", "о").replace("e", "е"), MAIL.replace(".", "\u200d."), MAIL.replace("@", "﹫"), MAIL.replace(".", "。"), MAIL.replace("@", " AT ").replace(".", " DOT "),
    MAIL.replace("@", "-at-").replace(".", "-punkt-"), MAIL.replace("@", " *at* "), MAIL.replace("@", "_AT_"), MAIL.replace("@", " /at/ "), MAIL.replace("@", " @at@ "), MAIL.replace("@", "(Klammeraffe)"),
    MAIL.replace("@", " (ett) "), MAIL.replace("@", " bei ").replace(".", " Punkt "), MAIL.replace("@", "@\n"), MAIL.replace("@", "\n@"), MAIL.replace(".example", ".\nexample"), _b64(MAIL), _b64(MAIL).rstrip("="), _b64(MAIL + " "),
    _b64(f"Schreib an {MAIL} oder komm vorbei, wir freuen uns"), _wrapped(_b64(f"Hallo, hier steht {MAIL} zwischen vielen anderen Worten, die lang sind"), 32), base64.urlsafe_b64encode(MAIL.encode()).decode(),
    "<script>atob('" + _b64(MAIL) + "')</script>", "<img src='data:image/svg+xml;base64," + _b64(f"<svg><text>{MAIL}</text></svg>") + "'>", "'lukasz.wisniewski' + '@' + 'posteo.example'", '"lukasz.wisniewski"+"@"+"posteo"+"."+"example"',
    "<td>lukasz.wisniewski</td><td>@</td><td>posteo.example</td>", "l u k a s z . w i s n i e w s k i @ p o s t e o . e x a m p l e", "user: lukasz.wisniewski, domain: posteo.example",
    '<a data-user="lukasz.wisniewski" data-domain="posteo.example">', "<a class='__cf_email__' data-cfemail='" + _cfemail(MAIL) + "'>", "/cdn-cgi/l/email-protection#" + _cfemail(MAIL, 0x17), "ayse . celik @ gmx . example",
    "a y s e . c e l i k (at) g m x . example", "ayse.celik\u00ad@gmx.example", "ayse[punkt]celik[at]gmx[punkt]example", "ayse dot celik at gmx dot example", "ayse.celik(a)gmx.example", "ayse.celikATgmx.example", "ayse.celik@gmx,example",
    "ayse.celik#gmx.example", "&lt;" + MAIL2 + "&gt;", "ayse.celik&#8203;@gmx.example", "ayse.celik@gmx&period;example", "['lukasz.wisniewski','posteo.example'].join('@')",
]  # fmt: skip
MAILS_3 = [
    _hash("md5"), _hash("sha1"), _hash("sha256"), _hash("sha512"), "https://gravatar.com/avatar/" + _hash("md5") + "?s=80", "https://gravatar.com/avatar/" + _hash("sha256"), _hash("md5")[:8], _hash("sha256")[:12],
    "id='u-" + _hash("sha1")[:10] + "'", _hash("sha256").upper(), "person-" + _hash("md5", MAIL2)[:8], _hash("sha256", "thea.testmann@example.org")[:16], codecs.encode(MAIL, "rot13"), MAIL[::-1],
    f"<span style='unicode-bidi:bidi-override;direction:rtl'>{MAIL[::-1]}</span>", "String.fromCharCode(" + ",".join(str(ord(one)) for one in MAIL) + ")", "String.fromCharCode(" + ", ".join(hex(ord(one)) for one in MAIL) + ")",
    "[" + ",".join(str(ord(one)) for one in MAIL) + "]", MAIL.encode().hex(), _b64(_b64(MAIL)), _b64(MAIL, "utf-16-le"), base64.b32encode(MAIL.encode()).decode(), _b64(MAIL[::-1]), "".join(f"&amp;#{ord(one)};" for one in MAIL),
    json.dumps("<a href='mailto:" + "".join(f"&#{ord(one)};" for one in MAIL) + "'>"), _b64(codecs.encode(MAIL, "rot13")), "sip:" + _b64(MAIL), "lukasz.wisniewski@p0steo.example", "lukasz punkt wisniewski ät posteo", "lukasz.wisniewski bei posteo",
    "ayse.celik(at)gmx", "lukasz.wisniewski@posteo[.]example", _hash("md5", MAIL2 + "\n"), base64.b64encode(hashlib.sha256(MAIL.encode()).digest()).decode(), base64.b85encode(MAIL.encode()).decode(),
]  # fmt: skip
PHONES_1 = [
    "0176 55512345", "017655512345", "0176/55512345", "0176-555 123 45", "(0176) 555 12 345", "+49 176 55512345", "+4917655512345", "0049 176 55512345", "+49 (0)176 55512345", "+49 (0) 176 / 555 123 45", "0176.555.12.345",
    "Tel. 0176 55512345", "Tel.:0176-55512345", "tel:+4917655512345", "<a href='tel:017655512345'>", "0341 2319876", "0341/23 19 87 6", "(0341) 231 98 76", "0341-2319876", "2319876", "231 98 76", "+49 341 2319876", "0341 / 231-9876",
    "Durchwahl: 0341 2319876-12", "0341 2319876 App. 3", "Handy 0152 28817386", "0152/28817386", "015228817386", "0152 288 173 86", "0341 4807766", "4807766", "480 77 66", "03421 778812", "03421/77 88 12", "+49 3421 778812", "0172 99 25 904",
    "0351 8765432", "unbekannt: 030 1234567", "Tel: 8765432", "+43 1 8765432", "+48 601 234 567", "0170/1234567", "Ruf mich an: 0151-23456789", "Fax 0341 9998870", "0341–9998871", "0341 - 999 88 71", "WhatsApp: 0151 23456789",
]  # fmt: skip
PHONES_2 = [
    "0341&nbsp;231&nbsp;98&nbsp;76", "0341\u2009231\u200998\u200976", "0341\u202f2319876", "0341&#8239;2319876", "0341\u20112319876", "0341‐2319876", "0341—2319876", "0341 · 231 · 98 · 76", "<td>0341</td><td>2319876</td>", "<td>0341</td>\n<td>231 98 76</td>",
    "0341\n2319876", "0341 231\n9876", "0341<br>2319876", "<span>0341</span><span>2319876</span>", "<b>0341</b>/2319876", "0341 231<!-- x -->9876", "0 3 4 1 2 3 1 9 8 7 6", "0-3-4-1-2-3-1-9-8-7-6", "0341 | 231 | 98 | 76", "0341_2319876", "0341~2319876", "0341*2319876",
    "0341, 231 98 76", "0341: 2319876", "0341 [231] 9876", "0341;2319876", "https://wa.me/4917655512345", "https://api.whatsapp.com/send?phone=4917655512345", "sms:017655512345", '{"phone": 17655512345}', '{"tel": 4917655512345}', '{"n": "0176-55512345"}', "TEL;TYPE=CELL:+49-176-55512345",
    "０３４１ ２３１９８７６", "٠٣٤١ ٢٣١٩٨٧٦", "𝟎𝟑𝟒𝟏 𝟐𝟑𝟏𝟗𝟖𝟕𝟔", "0341 231\u200b9876", "0341 231\u00ad9876", "O341 23I9876", "0341 2319B76", "o176 5551 2345", "null drei vier eins zwei drei eins neun acht sieben sechs",
    "Null-drei-vier-eins zwei-drei-eins neun-acht sieben-sechs", "zero three four one two three one nine eight seven six", "null eins sieben sechs fünf fünf fünf eins zwei drei vier fünf", "null eins sieben sechs dreimal fünf eins zwei drei vier fünf", "0341 zwei drei eins neun acht sieben sechs",
    "zwo drei eins neun acht sieben sechs", "%30%33%34%31%20%32%33%31%39%38%37%36", "&#48;&#51;&#52;&#49; 2319876", _b64("Tel. 0341 2319876"), "0341=202319876", "\\u0030341 2319876", "am 24.11.2026 0341 2319876", "0341 23 198 76 (ab 18 Uhr)", "0 341 / 2 31 98 76", "(+49) 0341 2319876", "[0341] 2319876",
    "0341 (2319876)", "Vorwahl 0341, dann 231 98 76", "0176⁄55512345", "0176∕55512345", "0176−55512345", "⓪①⑦⑥ 55512345", "0️⃣3️⃣4️⃣1️⃣ 2️⃣3️⃣1️⃣9️⃣8️⃣7️⃣6️⃣", "0341'231'98'76", "0341\\2319876", "0341+2319876", "0341=2319876", "0341 x 2319876",
]  # fmt: skip
PHONES_3 = [
    "nulldreiviereinszweidreieinsneunachtsiebensechs", "67891321430"[::1] and "6789132 1430", "null drei vier eins, dann zweihunderteinunddreißig achtundneunzig sechsundsiebzig", "doppelnull neunundvierzig drei vier eins zwei drei eins neun acht sieben sechs", "null dreihunderteinundvierzig zwei drei eins neun acht sieben sechs",
    hashlib.new("md5", b"017655512345").hexdigest(), hashlib.sha256(b"+4917655512345").hexdigest(), codecs.encode("null drei vier eins zwei drei eins neun acht sieben sechs", "rot13"), "0341 zwo-einunddreißig-98-76", "'0341' + '231' + '9876'", "30333431203233313938 3736".replace(" ", ""), "03 41-2 31 neun acht 76",  # noqa: S324  # to be found, not to be trusted
    "oh three four one two three one nine eight seven six", "String.fromCharCode(48,51,52,49,50,51,49,57,56,55,54)", "0341<i hidden>99</i>2319876",
]  # fmt: skip
ROLES_1 = [
    "Łukasz Wiśniewski, Kassenwart", "Kassenwart: Mitglied 2", "Person 2: Social Media", "Mitglied 3 – Pressearbeit", "Leitung (Kassenwart)", "Unsere Grafikdesignerin zeichnet noch", "Thea Testmann, Statikerin", "Thea Testmann (Moderation)", "Unser Kassenwart hat den Schlüssel",
    "Person A: Pressearbeit", "Buchhaltung und Förderanträge: Mitglied 4", "Eine Grafikdesignerin, ein Elektriker und drei andere", "Mitglied 1 (Elektriker)", "<td>Person 3</td><td>Öffentlichkeitsarbeit</td>", "Der Lastenradmechaniker kommt am Dienstag", "Leitung: Moderation", "<li>Person B – Social Media</li>",
    '{"person": 2, "rolle": "Pressearbeit"}', "Mitglied 5: Buchhaltung", "N. N., Pressearbeit", "Thea Testmann – Social Media", "Die Statikerin rechnet noch",
]  # fmt: skip
ROLES_2 = [
    "<tr><td>Thea Testmann</td>\n<td>Moderation</td></tr>", "<dt>Mitglied 2</dt><dd>Presse&shy;arbeit</dd>", "Mitglied&nbsp;2: Press&#101;arbeit", "Person&nbsp;B: Social\xa0Media", "| Mitglied 2 | Pressearbeit |", "<p data-rolle='Kassenwart' data-person='2'>x</p>", "P2: Moderation", "Mitglied Nr. 2 macht Pressearbeit",
    "2. Mitglied: Öffentlichkeitsarbeit", "Erstes Mitglied: Moderation", "eine Person für Social Media ist dabei: Person 3", "die Grafik-Designerin", "Kassenwartin und Kassenwart", "unseres Kassenwarts", "KASSENWART Mitglied 2", "Thea Testmann\nModeration", "T. T. (Moderation)",
]  # fmt: skip
LINKS_1 = [
    LINK, f"<a href='{LINK}'>Teams</a>", "https://zoom.us/j/123456789?pwd=abc", "https://us02web.zoom.us/j/123456789", "meet.google.com/abc-defg-hij", "https://chat.whatsapp.com/AbCdEf", "https://meet.jit.si/KuecheFuerAlle", "https://teams.microsoft.com/meet/123?p=x", "https://teams.live.com/meet/9398", "https://signal.group/#Abc",
    "https://t.me/+AbCdEf", "https://discord.gg/abcdef", "https://bbb.verein.example/b/abc-def-ghi", "https://whereby.com/kueche", "https://verein.webex.com/meet/kueche",
]  # fmt: skip
LINKS_2 = [
    LINK.replace("&", "&amp;").replace("/", "&#47;"), quote(LINK, safe=""), _b64(LINK), LINK.replace("teams.", "teams<wbr>."), LINK.replace("https://", "hxxps://"), "teams . microsoft . com/l/meetup-join/19", "Meeting-ID: 812 3456 7890, Kenncode: 493021", "Besprechungs-ID: 345 678 901 234  Passcode: aB3dEf",
    LINK.replace("/", "\\/"), "Zoom ID 812 3456 7890", "https://www.google.com/url?q=" + quote("https://zoom.us/j/123456789", safe=""), "Einwahl: +49 69 5050 0952, PIN 4711#",
]  # fmt: skip
TEXTS_2 = [
    "Jemand hat im Frühjahr seine Wohnung verloren und braucht Hilfe beim Umzug nach Grünau.", "der Vermieter droht der Gruppe seit Mai mit einer fristlosen Kündigung", "DER VERMIETER DROHT DER GRUPPE SEIT MAI MIT EINER KÜNDIGUNG", "<b>hat im Frühjahr</b> seine Wohnung verloren und braucht Hilfe", "Der Termin fällt aus, weil die Mutter schwer erkrankt ist und er sich kümmern muss",
    "Zettel in der blauen Mappe bei der Stiftung im Schrank",
]  # fmt: skip

LEAKS: list[Leak] = [
    *(Leak(tier, kind, text) for tier, kind, texts in [
        (1, "name", NAMES_1), (2, "name", NAMES_2), (3, "name", NAMES_3), (1, "email", MAILS_1), (2, "email", MAILS_2), (3, "email", MAILS_3),
        (1, "phone", PHONES_1), (2, "phone", PHONES_2), (3, "phone", PHONES_3), (1, "role", ROLES_1), (2, "role", ROLES_2), (1, "link", LINKS_1), (2, "link", LINKS_2), (2, "text", TEXTS_2),
    ] for text in texts),
    Leak(2, "name", "<a href='/%E4pfel?wer=J%C3%BCrgen%20Gro%C3%9F'>x</a>"), Leak(2, "name", "%FC%C3%96zdemir"), Leak(3, "name", "Leitung: A. M.-L."), Leak(3, "name", "Leitung: A.-L. M.-L."),
    Leak(2, "text", "Verschoben, weil er sich kümmern muss um jemanden"), Leak(3, "text", "Im Frühjahr hat er seine Wohnung verloren, er braucht Hilfe beim Umzug."), Leak(3, "text", "Seit Mai droht der Vermieter der Gruppe, und zwar mit einer fristlosen Kündigung."),
    Leak(3, "email", "<a data-a='bo.li' data-b='mail' data-c='example'>x</a>"), Leak(3, "email", "<a data-ende='example' data-host='posteo' data-wer='lukasz.wisniewski'>x</a>"),
    Leak(2, "name", "Den Schlüssel hat Hartmut Zwiebelfisch."), Leak(2, "name", "Zwiebelfisch fragen"), Leak(1, "name", "Wenzel Hüpfburger macht mit"),
    Leak(3, "name", "Kontakt – Ł. W."), Leak(1, "name", "Äpfel von der Heyde"), Leak(1, "name", "Familie von der Heyde"),
    Leak(2, "name", "Rapha**ela**", "x.md"), Leak(2, "name", "Otti*lie* Qu_as_t", "x.md"), Leak(2, "email", r"lukasz\.wisniewski\@posteo\.example", "x.md"), Leak(2, "name", "DESCRIPTION:Ottilie Qua\n st kommt", "x.ics"),
    Leak(2, "email", "ATTENDEE:mailto:lukasz.wisniew\n ski@posteo.example", "x.ics"), Leak(2, "phone", "DESCRIPTION:Tel 0341 231\n 9876", "x.ics"), Leak(1, "name", "name;Ottilie Quast", "x.csv"), Leak(1, "name", ".ottilie-quast { color: red }", "x.css"),
    Leak(2, "name", ".x::after { content: 'Ottilie\\20Quast' }", "x.css"), Leak(1, "name", "", "teams/freunde-von-raphaela/index.html"), Leak(1, "name", "", "teams/x/Ottilie_Quast.html"), Leak(2, "name", "", "ottiliequast/index.html"), Leak(1, "phone", "", "x/0341-2319876.html"),
    Leak(2, "email", "", "x/lukasz.wisniewski_at_posteo.example.html"), Leak(2, "name", '{"x":"O\\u0074tilie Quast"}', "x.json"), Leak(1, "email", "a,b\nx," + MAIL, "x.csv"), Leak(2, "email", _qp(f"Schöne Grüße, {MAIL}").replace("@", "=40"), "x.txt"),
]  # fmt: skip

HARMLESS_PLAIN = [
    "Thea Testmann", "Mit Namen genannt sein möchte: Thea Testmann.", "26.03.2024; 19.04.2024; 26.04.2024 (Lindenau); 08.05.2024; 16.05.2024; 04.06.2024; 11.06.2024 (Lindenau); 06.08.2024; 09.08.2024 (City); 16.08.2024; 27.08.2024; 03.09.2024; 10.09.2024; 13.09.2024 (City)",
    "2026-11-24T18:00:00+01:00", "Di 24.11.2026, 18:00 Uhr bis 19:30 Uhr", "04177 Leipzig, 04229 Leipzig", "04177 04229 04109", "2024-2026, 143.154,11 €, 1.250.000 Menschen", "September: 08. = T. d. offenen Denkmals; 15.09.2024", "IBAN DE02 1203 0000 0000 2020 51", "DE02120300000000202051",
    "ISBN 978-3-16-148410-0", "ISBN 9783161484100", "Logo@2x.png", "lt-kueche@netz.example, ut@netz.example, post@traeger.example", "Ruf beim Träger an: 0341 7778899", "https://traeger.example/wir", "Karl-Heine-Kanal, Karl-Heine-Straße, Karl-Heine-Str. 5", "am Karl-Heine-Kanal entlang", "Karl-Heine-Str. 47, 04229 Leipzig",
    "Georg-Schwarz-Straße 19", "Georg-Schwarz-Brücken", "in der Georg-Schwarz-Str.", "Max-Winter-Platz", "Käthe-Kollwitz-Straße", "Rosa-Luxemburg-Straße", "Clara-Zetkin-Park", "Johannapark und Palmengarten", "Heinepark", "Richard-Wagner-Hain", "Liviaplatz", "Im Juli treffen wir uns zweimal.", "Juli und August ist Pause",
    "bis Ende Juli 2026", "Heute kochen wir.", "heute im Stadtteil Lindenau", "Im Sommer kochen wir draußen", "Sommerfest am 12. Juli", "Sommer, Sonne, Suppe", "Ein Vogel singt im Garten", "Vogelhäuser bauen", "Der Vogel des Jahres", "Die Rose blüht", "Rosen und Stauden", "Rosenpflanzen (Rose, Lavendel)", "Groß und klein sind willkommen",
    "ein großer Topf", "Großes Fest", "große Töpfe und kleine", "Der Winter war lang.", "Winterpause im Januar", "im Winter 2026/27", "max. 3 Ziele, Max. 3 Ziele", "Blumenstrauß zum Dank", "Ein Strauß Blumen", "ein bunter Strauß an Ideen", "Der Kaiser von China", "Kaiserwetter", "Kaiserschmarrn", "Bo", "Li", "Bohnen und Linsen",
    "per Teams", "Social-Media-Kanäle", "Social Media", "Wir suchen eine Statikerin", "Wir suchen jemanden für die Pressearbeit", "Uns fehlt ein Kassenwart.", "Pressearbeit und Moderation lernen", "Workshop Moderation", "Thema: Öffentlichkeitsarbeit", "Wer kann Buchhaltung?", "Elektriker:innen gesucht", "Handwerker:innen, Student:innen, Rentner:innen",
    "Leitung und 4 Mitglieder", "Dabei sind: Leitung und 4 Mitglieder.", "Ort bei der Leitung erfragen", "Ottilie singt im Chor", "Hinz und Kunz, Omas for Future, D21 Kunstraum Leipzig (?)", "Verein Klangfarbe e. V.", "https://klangfarbe.example/chor", "Stiftung Ecken", "Nachbarschaftsgarten e. V.", "Jede:r ist willkommen", "Nachbar*innen und Nachbar_innen",
    "VR 12345 beim Amtsgericht Leipzig", "Az. 12-3456.78/2026", "Aktenzeichen 0341-2026-17", "Drucksache VII-A-01234", "51.3397, 12.3731", "51.33970, 12.37310", "M10 20 L30 40 C 10.5 20.25 30.125 40.5", "<path d='M12.5 3.41 231 98 7.6z'/>", "viewBox='0 0 1024 768'", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    "integrity='sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'", "UID:kueche-20261124T180000@netz.example", "UID:a1b2c3d4-e5f6-7890-abcd-ef1234567890@wiq", "@media (max-width: 40rem) { body { margin: 0 } }", "@font-face { font-family: x }", "@import url(x.css);", "/assets/app@1.2.3/main.js", "jquery@3.7.1", "npm i lit@3.1.0",
    "bild@2x.png, bild@3x.webp", "<img srcset='herd@2x.jpg 2x'>", "mailto:?subject=Küche", "DTSTART;TZID=Europe/Berlin:20261124T180000", "DTSTAMP:20261122T101500Z", "PRODID:-//wiq//DE", "1.234.567,89 Euro", "12 000 000 000 Kilometer", "10 000 Schritte", "3 × 500 g Mehl", "Am 1., 2. und 3. Mai", "von 10:00 bis 12:30 Uhr", "10-12 Uhr, 14-16 Uhr",
    "Mo 9-12, Di 10-14, Do 16-18", "Linie 1, 2, 8, 14, 15", "Bus 60 und 74", "Haus 3, 2. Etage, Raum 204", "Seite 12 von 48", "Version 1.20.3", "0,5 l Milch, 250 g Butter, 4 Eier", "Picknick at Home", "Look at me.", "Stay-at-home", "Tag der offenen Tür", "Neue Wege gehen", "ein guter Rat", "Der Rat der Stadt Leipzig", "Stadtrat, Ortschaftsrat, Beirat",
    "Recht und Gesetz", "Markt am Sonntag", "Weihnachtsmarkt", "Wirkung und Ziel", "Treffen im Garten", "Netzwerk Wir im Quartier", "Küche für alle", "Die Küche ist offen", "Kuchen backen, Kekse backen", "finanzielle Unterstützung", "mangelnde Sichtbarkeit bestehender sozio-kultureller Angebote", "Ideenmobil", "Essen und Kommunikation (in einem Stadtteil als Pilot)", "Frühstück, Stehcafé, „Ideenmobil“ (WiQ), Lastenrad (Stadt: LSB)",
    "Schönauer Park", "Lindenauer Markt", "Plagwitzer Bahnhof", "Leipziger Zoo", "Berliner Platz", "Eduardstraße", "Josephstraße 7", "Zschochersche Straße", "Merseburger Straße", "Jahrtausendfeld", "Kontakt über den Verteiler", "Kontakt: lt-kueche@netz.example", "Danke an alle!", "Wir kochen einmal im Monat zusammen.", "Der Vermieter ist einverstanden.", "Hilfe beim Umzug",
    "Hongkong", "Johannisbeeren", "Johanniskirche", "St.-Petri-Schule", "Petrischale", "Friedrichstraße", "Friedrich-Ebert-Straße 12", "Mehmet-Kubaşık-Platz", "Lukaskirche", "lila Luft", "klein, kurz, lang", "Ein Schritt nach dem anderen", "weiß, schwarz, rot", "Heinestraße", "Anna-Seghers-Bibliothek", "Müllerstraße 5", "Müller-Thurgau", "Mülltrennung", "Selen, Selleriesuppe", "Celsius",
    "Yogamatten", "sie und er", "Anträge an das Amt", "Wahl der Kasse", "Kassensturz", "Presse", "Grafik und Design", "Stand: 22. November 2026", "Status: läuft", "Offen: Herd anschließen", "Erledigt: Töpfe besorgen", "5 von 10 Synergien", "100 % Bio", "3,50 €/Person", "Für Person und Monat 5 €", "Eine Person pro Tisch", "die Hose, der Rock",
]  # fmt: skip
HARMLESS_HARD = [
    "Jugendclub Traube, Udo Traube", "Der Vermieter droht niemandem, die Gruppe zieht im Mai um.", "Hilfe beim Umzug im Frühjahr, eine Wohnung in Grünau", "<a class='bo' id='mail' href='example'>x</a>", "Zwiebel und Fisch",
    "Leitung: z. B. zwei aus dem Haus", "Leitung: ALLE, wie immer", "<html lang=de>Willy-Lüdenscheidt-Straße</html>", "x?a=%E4pfel&b=birnen",
    "Karl-Heine-Kanal und die Karl Heine Straße", "Rose (Rosa canina), Vogelkirsche, Sommerlinde", "Im Juli: Sommer im Park", "Sommer/Winter", "Sommer- und Winterfahrplan", "Groß-Zschocher", "Großzschocher", "Vogel- und Insektenschutz", "Die Rose von Jericho", "Winter in Lindenau", "Ein Kaiser und ein König", "Danke für den Sommer", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "0341 als Vorwahl von Leipzig", "Vorwahl 0341", "drei vier Leute", "eins zwei drei, die Suppe ist vorbei", "null Problem", "ein zwei drei vier Eckstein", "acht bis neun Leute", "siebenundzwanzig Töpfe", "Wer am Sonntag bei uns kocht, isst mit.", "ALLE SIND WILLKOMMEN", "S o m m e r f e s t", "W I R", "K Ü C H E", "Die Jury: 3 aus 49", "12.5 3.41 231.98 7.6", "<rect x='0.3' y='4.1' width='231' height='987'/>", "rgb(12, 34, 56), #1a2b3c, #231987", "margin: 0 3px 4px 1px",
    "a1b2c3d4e5f6", "deadbeefcafebabe", "id='a-0f3c9d21'", "47DEQpj8HBSa", "commit 3f785b1c9e2d", "f(x) = x + 1", "['a', 'b'].join(', ')", "'a' + 'b'", "Punkt 18 Uhr at Kanal", "bei Regen fällt es aus. Punkt.", "am Kanal dot com", "Kanal 21 @ Lindenau", "@lindenau", "#Sommerfest2026", "#KarlHeineKanal", "KarlHeineStraße", "Winterlinde.html", "juli-2026.html", "sommer.css", "Oma Rose und Opa Vogel", "Schneewittchen und die sieben Zwerge",
    "Wir brauchen noch: eine Person für die Presse", "Moderation: wechselnd", "Social Media: Instagram, Mastodon", "Person", "Mitglied werden", "Mitglied im Verein seit 2 Jahren", "Die Leitung wechselt jedes Jahr", "gibt es eine Leitung? Wasserleitung, Stromleitung", "24.11.2026 18:00–20:00, 25.11.2026 19:00–21:00", "2026/27, 2027/28", "1990–2026", "01.09.2026 bis 30.06.2027", "01.09. - 30.06.", "KW 12/2026", "08. + 15.09.", "0 3 4", "1 2 3 4 5 6 7 8 9 10", "10 20 30 40 50 60 70 80", "7 x 7 = 49", "1/2, 3/4", "30 40 50", "A4, A3, A2", "S1, S2, S3, S4", "2-3-4-5",
]  # fmt: skip
HARMLESS = [*HARMLESS_PLAIN, *HARMLESS_HARD]

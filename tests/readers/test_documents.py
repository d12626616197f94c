"""Files as documents: what is read, what is refused, and with which words."""

import pytest

from civicpledge.errors import DocumentError, EmptyDocumentError, EncodingError, MissingFileError
from civicpledge.model.sources import Source
from civicpledge.readers import parse, read_document, read_questionnaires
from civicpledge.readers.documents import html_text

PAGE = """<!doctype html><html><head><title>The  pledges</title><style>p { color: red }</style></head>
<body><nav><ul><li>News</li></ul></nav><script>var a = "Ann Body, Green: no";</script>
<h1>The pledges</h1><h2>1) Repair the path</h2><p>All candidates <em>backed</em> it.</p>
<p><strong>Ann Body, Green:</strong></p><p>&lsquo;Yes &amp; soon.&rsquo;</p><p>And<br>lit.</p>
<p><b>Bo Ng (Labour): </b>No.<!-- secret --></p></body></html>"""


@pytest.mark.parametrize("name", ["a page.txt", "page.md", "PAGE.MD", "page"])
def test_plain_files_are_text_as_it_stands(tmp_path, name):
    path = tmp_path / name
    path.write_bytes("\ufeff1) Path\r\n\r\nAnn Body, Green: Yes.\r\n".encode())
    document = read_document(path)
    assert document.text == "1) Path\n\nAnn Body, Green: Yes.\n"
    assert document.source.id in ("a-page", "page")


def test_a_source_that_is_given_is_kept(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Yes.", encoding="utf-8")
    source = Source(id="news", title="News of the town")
    assert read_document(path, source).source.title == "News of the town"


def test_html_becomes_lines_with_headings_bold_and_nothing_hidden(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    document = read_document(path)
    assert document.source.title == "The pledges"
    assert "secret" not in document.text
    assert "var a" not in document.text
    assert "color" not in document.text
    reading = parse(document, "article")
    assert [(a.ask.number, a.speaker, a.party) for a in reading.answers] == [
        ("1", "Ann Body", "Green"),
        ("1", "Bo Ng", "Labour"),
    ]
    assert reading.answers[0].quote.text.startswith("Yes & soon.")


def test_twenty_thousand_nested_tags_are_no_burden():
    text, _ = html_text("<div>" * 20_000 + "Homes" + "</div>" * 20_000)
    assert text == "Homes\n"


@pytest.mark.parametrize("unit", ["<", "<!--", "<a ", "<![CDATA[", "<?", "&#", "</"])
def test_marks_that_are_never_closed_are_text_or_nothing(unit):
    text, _ = html_text("<p>Homes</p>" + unit * 20_000)
    assert text.startswith("Homes")


def test_bytes_that_are_not_utf8_are_told_with_their_line(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"1) Path\n\nAnn \x93Yes\x94")
    with pytest.raises(EncodingError, match="line 3"):
        read_document(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(tmp_path, encoding):
    path = tmp_path / "page.txt"
    path.write_bytes("1) Path".encode(encoding))
    with pytest.raises(EncodingError, match="UTF-16"):
        read_document(path)


def test_a_missing_file_a_folder_and_an_unknown_kind(tmp_path):
    with pytest.raises(MissingFileError):
        read_document(tmp_path / "none.txt")
    with pytest.raises(MissingFileError):
        read_document(tmp_path)
    odd = tmp_path / "page.docx"
    odd.write_bytes(b"PK")
    with pytest.raises(DocumentError, match="not a kind of file"):
        read_document(odd)


def test_an_empty_file_is_an_empty_document(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"\n")
    with pytest.raises(EmptyDocumentError):
        read_document(path)


def test_a_broken_pdf_is_refused_by_name(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.4 and nothing else")
    with pytest.raises(DocumentError, match=r"page\.pdf"):
        read_document(path)


def test_the_text_of_a_pdf_is_read_page_by_page(tmp_path):
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    path = tmp_path / "page.pdf"
    path.write_bytes(_pdf([["1. Will you plant trees?"]]))
    assert "Will you plant trees?" in read_document(path).text


FORM = [
    ["Canal questionnaire", "Name: Ann Body", "1. Will you mend the path?", "Yes, but not before"],
    ["Canal questionnaire", "the winter.", "2. Will you light it?", "No."],
]
PLAN = [
    ["Ann Body for Mayor", "Homes", "I will build 50 homes on the yard. I will mend"],
    ["Ann Body for Mayor", "every path before the winter.", "I will run a bus each hour."],
    ["Ann Body for Mayor", "Trees", "I will plant 300 trees."],
]


def test_who_watches_a_pdf_being_read_sees_each_page_and_may_leave(tmp_path):
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    path = tmp_path / "page.pdf"
    path.write_bytes(_pdf([["One"], ["Two"], ["Three"]]))
    seen = []

    def counting(pages):
        for page in pages:
            seen.append(page)
            yield page

    assert read_document(path, progress=counting) == read_document(path)
    assert len(seen) == 3

    def leaving(pages):
        yield next(iter(pages))
        raise LookupError

    with pytest.raises(LookupError):
        read_document(path, progress=leaving)


def test_a_running_head_of_a_pdf_ends_no_answer_and_no_pledge(tmp_path):
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    path = tmp_path / "form.pdf"
    path.write_bytes(_pdf(FORM))
    reading = parse(read_document(path))
    words = [" ".join(a.quote.text.replace(FORM[0][0], "").split()) for a in reading.answers]
    assert words == ["Yes, but not before the winter.", "No."]
    assert any("inside an answer" in w.why for w in reading.warnings)
    path.write_bytes(_pdf(PLAN))
    reading = parse(read_document(path))
    assert [p.section for p in reading.pledges] == [("Homes",)] * 3 + [("Trees",)]
    torn = " ".join(reading.pledges[1].quote.text.replace(PLAN[0][0], "").split())
    assert torn == "I will mend every path before the winter."
    assert [w.what for w in reading.warnings] == ["a pledge with marks inside"]


def _pdf(pages: list[list[str]]) -> bytes:
    """A PDF written by hand, a line a row; readers rebuild the table of offsets that it leaves out."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    parts = [
        "%PDF-1.4",
        "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
        f"2 0 obj <</Type/Pages/Kids[{kids}]/Count {len(pages)}>> endobj",
        "3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
    ]
    for at, lines in enumerate(pages):
        rows = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {rows} ET"
        parts += [
            (
                f"{4 + 2 * at} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"
                f"/Contents {5 + 2 * at} 0 R/Resources<</Font<</F1 3 0 R>>>>>> endobj"
            ),
            f"{5 + 2 * at} 0 obj <</Length {len(stream)}>> stream\n{stream}\nendstream endobj",
        ]
    size = 4 + 2 * len(pages)
    parts += [f"trailer <</Root 1 0 R/Size {size}>>", "startxref\n0\n%%EOF\n"]
    return "\n".join(parts).encode()


def test_a_folder_with_a_file_a_candidate(tmp_path):
    for name, answer in (("b-ng.txt", "No."), ("a-body.md", "Yes.")):
        path = tmp_path / name
        path.write_text(f"Name: Ann Body\n\n1. Will you plant trees?\n{answer}\n", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_bytes(b"\xff")
    (tmp_path / "picture.png").write_bytes(b"\xff")
    documents = read_questionnaires(tmp_path)
    assert [d.source.id for d in documents] == ["a-body", "b-ng"]
    with pytest.raises(MissingFileError):
        read_questionnaires(tmp_path / "none")


def test_marked_sections_of_word_processors_are_left_out_of_a_page():
    page = "<p>Yes<![if !IE]>, I will<![endif]>.</p><![CDATA[ x ]]><p>No<![foo].</p>"
    assert html_text(page) == ("Yes, I will.\n\nNo\n", "")

"""A plan drawing is taken only if it is shapes and text; every way to run or fetch something is refused."""

from pathlib import Path
from typing import Any

import pytest

from davy.attachments.drawings import is_plain
from davy.attachments.tests.pictures import SVG, sha
from tests.plant import Plant, said

HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def drawn(inside: str) -> bytes:
    return HEAD + inside.encode() + b"</svg>"


@pytest.mark.parametrize(
    "inside",
    [
        "<rect width='1' height='1' fill='url(#g)'/>",
        "<defs><symbol id='s'><path d='M0 0L1 1'/></symbol></defs><use xlink:href='#s'/><use href='#s'/>",
        "<style>.pipe { stroke: #333; fill: url( '#g' ) }</style><title>原料罐区</title>",
    ],
)
def test_shapes_text_and_links_within_are_fine(inside: str) -> None:
    assert is_plain(drawn(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<rect onclick='alert(1)'/>",
        "<rect ONLOAD='alert(1)'/>",
        "<image href='https://evil.test/x.png'/>",
        "<use href='https://evil.test/x.svg#a'/>",
        "<use xlink:href='data:image/svg+xml;base64,AAAA'/>",
        "<a href='#x'><rect/></a>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<set attributeName='onclick' to='alert(1)'/>",
        "<style>@import 'https://evil.test/x.css';</style>",
        "<style>rect { fill: url(https://evil.test/x) }</style>",
        "<style>rect { fill: \\75rl(https://evil.test/x) }</style>",
        "<style>@im<![CDATA[port 'x']]></style>",
        "<rect style='fill:url(//evil.test/x)'/>",
        "<rect fill='URL( \"http://evil.test/x\" )'/>",
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<g>" * 100 + "</g>" * 100,
    ],
)
def test_anything_that_runs_or_fetches_is_not(inside: str) -> None:
    assert not is_plain(drawn(inside))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<svg/>",
        b"<g xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG,
        b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" + SVG,
        b"<?xml-stylesheet href='https://evil.test/x.css'?>" + SVG,
        SVG + SVG,
        SVG[:-6],
    ],
)
def test_no_drawing_no_document_type_no_instruction(content: bytes) -> None:
    assert not is_plain(content)


def test_the_registrar_uploads_a_drawing_and_everybody_sees_it_sandboxed(
    plant: Plant, settings: Any, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    path = f"/api/v1/attachments/{sha(SVG)}"
    answer = plant.browser("qian").generic("PUT", path, SVG, content_type="image/svg+xml")
    assert (answer.status_code, said(answer)["media_type"]) == (201, "image/svg+xml")
    seen = plant.browser("li").get(path)
    assert seen.getvalue() == SVG
    assert seen.headers["Content-Security-Policy"].endswith("sandbox")
    evil = drawn("<script>alert(1)</script>")
    answer = plant.browser("qian").generic("PUT", f"/api/v1/attachments/{sha(evil)}", evil)
    assert (answer.status_code, said(answer)["code"]) == (415, "drawing_refused")

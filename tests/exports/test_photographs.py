import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, ImageDraw, PngImagePlugin

from canvas.board import limits
from exports.photographs import photograph
from stepstones.workshop import Picture

SECRET = b"Lindelaan 12, Utrecht"


def file(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def photo(width: int = 90, height: int = 60, mode: str = "RGB") -> Image.Image:
    """Something as a camera makes it: soft, and of thousands of colours."""
    red = Image.linear_gradient("L").resize((width, height))
    green, blue = red.transpose(Image.Transpose.ROTATE_180), Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (red, green, blue)).convert(mode)


def kept(data: bytes) -> Picture:
    made = photograph(data, "p1")
    assert isinstance(made, Picture), made
    return made


def shown(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.image))
    image.load()
    assert image.get_format_mimetype() == picture.type
    assert image.size == (picture.width, picture.height)
    return image


def is_near(one: Any, other: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_photo_becomes_a_progressive_jpeg_that_looks_the_same(kind: str) -> None:
    picture = kept(file(photo(400, 300), kind))
    image = shown(picture)
    assert (picture.id, picture.type, picture.strokes) == ("p1", "image/jpeg", "")
    assert (image.size, image.mode, image.info.get("progressive")) == ((400, 300), "RGB", 1)
    assert is_near(image.getpixel((40, 250)), photo(400, 300).getpixel((40, 250)))  # type: ignore[arg-type]


def test_a_drawing_stays_a_png_with_every_colour_it_had() -> None:
    drawn = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(drawn).ellipse((20, 20, 200, 180), fill="#2C6472", outline="#A66F0A", width=9)
    picture = kept(file(drawn, "PNG"))
    assert picture.type == "image/png"
    assert shown(picture).mode == "P"
    assert shown(picture).convert("RGB").tobytes() == drawn.tobytes()


def test_what_shines_through_still_does() -> None:
    glass = photo(120, 80, "RGBA")
    glass.putalpha(Image.linear_gradient("L").resize((120, 80)))
    for kind in ("PNG", "WEBP"):
        picture = kept(file(glass, kind, **({"lossless": True} if kind == "WEBP" else {})))
        assert picture.type == "image/png"
        assert shown(picture).convert("RGBA").getpixel((60, 40)) == glass.getpixel((60, 40))


def test_a_colour_that_stands_for_nothing_shines_through() -> None:
    grey = Image.new("L", (30, 20), 9)
    grey.putpixel((3, 3), 200)
    seen = shown(kept(file(grey, "PNG", transparency=9))).convert("RGBA")
    assert (seen.getpixel((9, 9))[3], seen.getpixel((3, 3))) == (0, (200, 200, 200, 255))  # type: ignore[index]


def test_a_large_picture_that_shines_through_stays_small_as_a_file() -> None:
    noise = Image.effect_noise((1_600, 1_600), 90)
    picture = kept(file(Image.merge("RGBA", (noise, noise, noise, noise)), "PNG", compress_level=1))
    assert len(picture.image) < 4 * 1024 * 1024


def test_an_alpha_channel_that_hides_nothing_makes_no_png() -> None:
    assert kept(file(photo(400, 300, "RGBA"), "PNG")).type == "image/jpeg"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_what_moves_the_first_picture_stays(kind: str) -> None:
    first, second = Image.new("RGB", (40, 30), "#c00000"), Image.new("RGB", (40, 30), "#0000c0")
    image = shown(kept(file(first, kind, save_all=True, append_images=[second])))
    assert getattr(image, "n_frames", 1) == 1
    assert is_near(image.convert("RGB").getpixel((20, 15)), (0xC0, 0, 0))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "RGB", "RGBA", "CMYK"])
def test_every_kind_of_colours_is_shown_as_it_was(mode: str) -> None:
    image = photo(64, 48).convert("L").convert("I;16") if mode == "I;16" else photo(64, 48, mode)
    if mode == "I;16":
        image = image.point(lambda value: value * 256)
    asked = image.convert("RGB") if mode != "I;16" else photo(64, 48).convert("L").convert("RGB")
    seen = shown(kept(file(image, "JPEG" if mode == "CMYK" else "PNG"))).convert("RGB")
    assert is_near(seen.getpixel((32, 24)), asked.getpixel((32, 24)), 20)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("size", "fits"),
    [
        ((4_000, 3_000), (1_600, 1_200)),
        ((1_000, 5_000), (320, 1_600)),
        ((9_000, 2), (1_600, 1)),
        ((1_600, 1_600), (1_600, 1_600)),
        ((3, 2), (3, 2)),
    ],
)
def test_no_side_is_longer_than_is_shown_and_none_is_blown_up(size: tuple[int, int], fits: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG"):
        assert shown(kept(file(Image.new("RGB", size, "teal"), kind))).size == fits


@pytest.mark.parametrize("held", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_upright_however_the_camera_was_held(kind: str, held: int) -> None:
    upright = Image.new("RGB", (80, 40), "white")
    upright.paste("#c00000", (0, 0, 40, 20))
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the turn that the camera made, by Pillow's number for it
    taken = upright.transpose(Image.Transpose(undo[held])) if held in undo else upright
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = held
    image = shown(kept(file(taken, kind, exif=exif))).convert("RGB")
    assert image.size == (80, 40)
    assert is_near(image.getpixel((10, 10)), (0xC0, 0, 0), 25)
    assert is_near(image.getpixel((70, 10)), (255, 255, 255), 25)
    assert is_near(image.getpixel((10, 30)), (255, 255, 255), 25)


def test_a_file_tells_nothing_but_its_picture() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", SECRET.decode())
    told.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image, drawn = photo(200, 150), Image.new("P", (20, 10))
    files = [
        file(image, "JPEG", exif=exif, xmp=SECRET, comment=SECRET, icc_profile=profile, dpi=(301, 301)),
        file(image, "PNG", exif=exif, pnginfo=told, icc_profile=profile, dpi=(301, 301)),
        file(drawn, "PNG", exif=exif, pnginfo=told, icc_profile=profile),
        file(image, "WEBP", exif=exif, xmp=SECRET, icc_profile=profile),
        file(drawn, "GIF", comment=SECRET),
    ]
    for data in files:
        assert SECRET in data or b"zTXt" in data or b"tEXt" in data
        picture = kept(data)
        for sign in (SECRET, b"Exif", b"eXIf", b"http://ns.adobe", b"ICC_PROFILE", b"iCCP", b"tEXt", b"iTXt", b"pHYs"):
            assert sign not in picture.image
        assert shown(picture).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive",
                                              "progression"}  # fmt: skip


def test_colours_of_a_profile_are_those_of_the_screen() -> None:
    profile = _profile_with_gamma(1.0)
    data = file(Image.new("RGB", (60, 60), (55, 55, 55)), "PNG", icc_profile=profile)
    assert is_near(shown(kept(data)).convert("RGB").getpixel((30, 30)), (128, 128, 128), 6)


def _profile_with_gamma(gamma: float) -> bytes:
    """The profile of a screen, with other curves: what it calls 55 is half as light as white looks."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", profile[128:132])[0]
    for number in range(count):
        name, start, size = struct.unpack(">4sII", profile[132 + 12 * number : 144 + 12 * number])
        if name in (b"rTRC", b"gTRC", b"bTRC"):
            curve = b"curv" + bytes(4) + struct.pack(">IH", 1, int(gamma * 256))
            profile[start : start + size] = curve.ljust(size, b"\0")
    return bytes(profile)


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_is_left_out(profile: bytes) -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        assert shown(kept(file(photo(), kind, icc_profile=profile))).size == (90, 60)


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM", "TGA", "PCX", "EPS", "PDF", "JPEG2000", "AVIF"])
def test_other_kinds_are_refused_by_what_is_in_them(kind: str) -> None:
    assert photograph(file(photo(64, 64), kind), "p1") == "not_a_picture"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html>",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"\xff\xd8\xff\xe0",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert photograph(data, "p1") == "not_a_picture"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_half_a_picture_is_refused(kind: str) -> None:
    data = file(photo(300, 300), kind)
    assert photograph(data[: len(data) // 2], "p1") == "not_a_picture"


def _claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be of this size."""
    parts = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0), b"IDAT" + zlib.compress(bytes(99)), b"IEND"
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("size", [(7_072, 7_072), (60_000, 60_000), (2**31 - 1, 2**31 - 1), (50_000_001, 1)])
def test_a_bomb_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    assert photograph(_claims(*size), "p1") == "picture_too_large"


def test_a_bomb_of_every_kind_is_refused() -> None:
    for kind in ("PNG", "JPEG", "WEBP", "GIF"):
        data = file(Image.new("L", (8_000, 8_000)), kind)
        assert len(data) < limits.PICTURE_BYTES
        assert photograph(data, "p1") == "picture_too_large"


def test_a_file_of_too_many_bytes_is_refused() -> None:
    data = file(photo(), "PNG")
    assert kept(data.ljust(limits.PICTURE_BYTES, b"\0"))
    assert photograph(data.ljust(limits.PICTURE_BYTES + 1, b"\0"), "p1") == "picture_too_large"


FILES = [
    file(photo(40, 30), "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"),
    file(photo(40, 30), "PNG"),
    file(photo(40, 30), "WEBP"),
    file(photo(40, 30, "P"), "GIF", save_all=True, append_images=[photo(40, 30, "P").rotate(90)]),
]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(FILES), st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=6)), min_size=1, max_size=4)
)
@example(FILES[0], [(30, b"\xff\xff")])
def test_whatever_a_file_holds_there_is_a_picture_or_a_reason(data: bytes, changes: list[tuple[int, bytes]]) -> None:
    broken = bytearray(data)
    for place, new in changes:
        place %= len(broken)
        broken[place : place + len(new)] = new
    made = photograph(bytes(broken), "p1")
    if isinstance(made, Picture):
        assert max(shown(made).size) <= limits.PICTURE_SIDE
    else:
        assert made in ("not_a_picture", "picture_too_large")

"""QR codes as the path of an SVG that a page may hold."""

import qrcode


def squares(text: str) -> tuple[int, str]:
    """The QR code of `text`: how many squares each side has, and the path that draws the dark ones.

    The quiet margin that scanners need is included.
    """
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=4)
    code.add_data(text)
    rows = code.get_matrix()
    dark = [(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return len(rows), "".join(f"M{x} {y}h1v1h-1z" for x, y in dark)

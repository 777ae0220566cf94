"""E-mail addresses and phone numbers, found by how they are written.

Figures are what a sales call is about, so a number is a phone number only where it is written
as no amount and no date ever is: behind a plus, behind a leading zero, with an area code in
brackets, in the groups of North America, or in ten and more digits without a break.
"""

EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]{0,62}(?:\.\w[\w-]{0,62})+"

_PLUS = r"\+\d(?:[ .()/-]{0,2}\d){6,14}"
_AREA = r"(?=\((?:\D{0,2}\d){9})\(0?\d{2,4}\)[ .-]?\d{2,4}(?:[ .-]?\d{2,5}){1,3}"
_NORTH_AMERICA = r"(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}"
_LOCAL = r"(?:555-\d{4}|\d{3}-0\d{3})"
_ZERO = r"(?=0(?:[ ./-]?\d){8})0\d{1,4}(?:[ ./-]?\d{2,8}){2,4}"
_UNBROKEN = r"(?!\d*0{5}(?!\d))\d{10,15}"

PHONE = (
    rf"(?<![\w.,/+$€£-])(?:{_PLUS}|{_AREA}|{_NORTH_AMERICA}|{_LOCAL}|{_ZERO}|{_UNBROKEN})"
    r"(?!\d|[.,/-]\d)"
)

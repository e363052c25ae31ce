"""The paper a review is printed on: that of the place where the organisation works, the same in both languages."""

from typing import Literal

from rebond.wording.voice import Voice

Paper = Literal["a4", "letter"]
# North America, Mexico, Central America, Chile, Colombia, Venezuela and the Philippines print on Letter; the rest of
# the world on A4. A zone is all that we know of the place.
LETTER = ("America/", "US/", "Canada/", "Mexico/", "Pacific/Honolulu", "Asia/Manila")
A4 = (
    "America/Argentina/", "America/Buenos_Aires", "America/Sao_Paulo", "America/Bahia", "America/Fortaleza",
    "America/Manaus", "America/Recife", "America/Belem", "America/Lima", "America/Montevideo", "America/Asuncion",
    "America/Guayaquil", "America/La_Paz", "America/Cayenne", "America/Guadeloupe", "America/Martinique",
    "America/Miquelon", "America/Nuuk",
)  # fmt: skip


def paper_of(zone: str, voice: Voice) -> Paper:
    """zone: IANA. Where no zone was given (UTC), the paper of the reader's country."""
    if zone == "UTC":
        return "a4" if voice.region == "FR" else "letter"
    return "letter" if zone.startswith(LETTER) and not zone.startswith(A4) else "a4"

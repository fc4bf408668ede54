"""Numbers: grouped digits, shares, and English words."""

from decimal import ROUND_HALF_UP, Decimal

from .languages import reader

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def number(n: int | float | Decimal | None, language: str | None = None) -> str:
    """A number with its digits grouped: "1,234.5" in English, "1 234,5" in the others.

    The decimals are those given. Unknown (None) is "", never 0; ValueError unless finite.
    """
    if n is None:
        return ""
    exact = Decimal(str(n))
    if not exact.is_finite():
        raise ValueError(f"{n} is not a number that can be shown.")
    text = f"{abs(exact):,f}"
    if reader(language) != "en":
        text = text.replace(",", NO_BREAK_SPACE).replace(".", ",")
    return f"{MINUS}{text}" if exact < 0 else text


def number_in_words(n: int, language: str | None = None) -> str | None:
    """0 to 100 in English words ("forty-five"); None for other numbers and other languages.

    The other five languages inflect their numerals with the noun, which is not known here.
    """
    if reader(language) != "en" or not 0 <= n <= 100:
        return None
    if n < 20:
        return SMALL.split()[n]
    if n == 100:
        return "one hundred"
    tens, ones = divmod(n, 10)
    return TENS.split()[tens - 2] + (f"-{SMALL.split()[ones]}" if ones else "")


def percent(share: float | Decimal | None, language: str | None = None) -> str:
    """A share of one as whole per cent: 0.8 is "80%", in Russian "80 %" that does not break.

    A share that is more than none or less than all is never rounded to none or all: "<1%",
    ">99%". Unknown (None) is "".
    """
    if share is None:
        return ""
    exact = Decimal(str(share))
    whole = int((exact * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    text = number(whole, language)
    if whole == 0 and exact > 0:
        text = "<1"
    elif whole == 100 and exact < 1:
        text = ">99"
    return text + (f"{NO_BREAK_SPACE}%" if reader(language) == "ru" else "%")

"""What an organizer does at the desk in a browser: type, choose, add, save."""


def label(page, name: str, text: str, within: str = ""):
    """Fill in the English of a label."""
    page.locator(
        f"{within} .field-{name} input[lang=en], {within} .field-{name} textarea[lang=en]"
    ).first.fill(text)


def choose(page, name: str, typed: str, found: str) -> None:
    """Choose from a long list by typing, with the keyboard alone."""
    page.locator(f"#id_{name}_typed").focus()
    page.keyboard.type(typed)
    page.locator(f"#id_{name}_list [aria-selected=true]", has_text=found).wait_for()
    page.keyboard.press("Enter")


def add_new(page, name: str, fields: dict) -> None:
    """Make the row that is chosen in the window of its own."""
    with page.expect_popup() as opened:
        page.locator(f"#add_id_{name}").click()
    popup = opened.value
    for selector, text in fields.items():
        popup.fill(selector, text)
    with popup.expect_event("close"):
        popup.get_by_role("button", name="Save").click()


def add_row(page, prefix: str) -> None:
    group = page.locator(f"#{prefix}-group")
    if group.get_attribute("open") is None and group.evaluate("one => one.tagName") == "DETAILS":
        group.locator("> summary").click()
    group.locator(".add").click()


def add_block(page, kind: str):
    """Add a block behind the last one of a text; returns it."""
    page.locator(".add-here > summary").last.click()
    page.locator(".add-here[open]").get_by_role("button", name=kind, exact=True).click()
    return page.locator("#blocks > .block").last


def save(page, name="Save"):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()

"""A screen on a wall, opened by a link that 郑安全 makes in the settings."""

from playwright.sync_api import Page

from tests.browser.town import Town

__all__ = ["WALL", "made", "opened", "wall"]

WALL = {"width": 1920, "height": 1080}


def wall(town: Town) -> Page:
    """A new screen, open."""
    return opened(town, made(town))


def made(town: Town) -> str:
    """The link of a new screen."""
    desk = town.console("zheng")
    desk.goto("/console/settings")
    desk.get_by_placeholder("如：中控室东墙").fill("中控室东墙")
    desk.get_by_role("button", name="新建看板屏").click()
    link = desk.get_by_label("链接", exact=True).input_value()
    desk.get_by_role("button", name="知道了").click()
    return link


def opened(town: Town, link: str) -> Page:
    """This link, open on a screen without a login."""
    context = town.browser.new_context(
        viewport=WALL,  # type: ignore[arg-type]  # playwright's own TypedDict
        locale="zh-CN",
        base_url=town.url,
    )
    context.add_init_script(f"window.davyAhead = {town.ahead.total_seconds() * 1000}")
    town.contexts.append(context)
    page = context.new_page()
    page.goto(link)
    return page

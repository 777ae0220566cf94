"""A notice that is said again stands on the screen once."""

from textual.widgets._toast import Toast

from assistant.tui.app import AssistantApp
from assistant.workflows.wiring import Workbench


async def test_the_same_notice_takes_the_place_of_the_former_one(bench: Workbench) -> None:
    app = AssistantApp(bench)
    async with app.run_test(notifications=True) as pilot:
        app.clear_notifications()
        for said in ("Stored.", "Nothing found.", "Stored.", "Stored."):
            app.say(said)
        app.say("Stored.", "warning")
        await pilot.pause()
        await pilot.pause()

        shown = [(toast._notification.message, toast._notification.severity)
                 for toast in app.screen.query(Toast)]  # fmt: skip
        assert shown == [
            ("Nothing found.", "information"), ("Stored.", "information"), ("Stored.", "warning"),
        ]  # fmt: skip

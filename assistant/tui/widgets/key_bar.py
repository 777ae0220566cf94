"""The last line: the leader key, and the commands that are most at hand."""

from textual import getters
from textual.content import Content

from assistant.tui.app import AssistantApp
from assistant.tui.commands import HELP, Command
from assistant.tui.drawing import Lines, fit, inert, pressable, words
from assistant.tui.key_names import shown


class KeyBar(Lines):
    """As many commands as the width holds, help always last. A click runs one.

    ``plain`` says that the letters work by themselves, without the leader key.
    """

    app = getters.app(AssistantApp)

    def __init__(self, commands: tuple[Command, ...], *, plain: bool = False) -> None:
        super().__init__(id="keys")
        self.commands = commands
        self.plain = plain
        self.said = ""

    def say(self, said: str) -> None:
        """Tell which keys work at the moment instead; "" the commands again."""
        self.said = said
        self.refresh()

    def show(self, commands: tuple[Command, ...], *, plain: bool = False) -> None:
        """Show other commands."""
        self.commands, self.plain = commands, plain
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        if self.said:
            return [fit(inert(self.said, "bold"), width)]
        lead = pressable(
            words((f" {shown(self.app.keys.leader)} ", "bold reverse"), (" then  ", "$quiet")),
            "leader",
        )
        lead = Content("") if self.plain else lead
        helping = next((one for one in self.commands if one.action == HELP.action), HELP)
        gap, last = Content("  "), _chip(helping)
        room = width - lead.cell_length - last.cell_length
        chips: list[Content] = []
        for command in sorted(self.commands, key=lambda one: not one.at_hand):
            chip = _chip(command)
            room -= chip.cell_length + gap.cell_length
            if room < 0:
                break
            if command.action != HELP.action:
                chips.append(chip)
        return [fit(Content.assemble(lead, gap.join([*chips, last])), width)]


def _chip(command: Command) -> Content:
    chip = words((command.key, "bold $accent"), " ", inert(command.label))
    return pressable(chip, command.action)

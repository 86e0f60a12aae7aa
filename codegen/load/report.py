"""report - what is wrong with a spec, all of it, each with file, line, rule and a way out."""
import difflib


class Bad(Exception):
    """One thing that is wrong; whoever knows the place turns it into a line of the Report."""
    def __init__(self, rule, text):
        super().__init__(text)
        self.rule = rule


class Refused(Exception):
    """The spec cannot be used; the text lists every reason."""


def near(name, pool):
    """the suggestion at the end of a message: the closest known name, or all of them"""
    pool = sorted(map(str, pool))
    hit = difflib.get_close_matches(str(name), pool, 1, 0.5)
    return f"did you mean '{hit[0]}'?" if hit else "known here: " + ", ".join(pool)


class Report:
    def __init__(self):
        self.lines = []

    def add(self, file, line, rule, text):
        message = f"{file}:{line}: {rule}: {text}"
        if message not in self.lines:
            self.lines.append(message)

    def guard(self, file, line, what, action):
        """run action(); a Bad becomes a line of the report and None the result"""
        try:
            return action()
        except Bad as e:
            self.add(file, line, e.rule, f"{what}: {e}" if what else str(e))
            return None

    def stop_if_bad(self):
        if self.lines:
            raise Refused("\n".join(self.lines))

from __future__ import annotations

import io

from game.terminal.console import Console, wrapped


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_no_prompt_and_no_wrapping() -> None:
    target = io.StringIO()
    console = Console(io.StringIO("1\r\n"), target)
    assert console.read("Your choice: ") == "1"
    console.write("word " * 100)
    assert target.getvalue() == "word " * 100 + "\n"


def test_the_end_of_the_input_is_none_and_an_empty_line_is_empty() -> None:
    console = Console(io.StringIO("\n"), io.StringIO())
    assert [console.read(""), console.read("")] == ["", None]


def test_a_terminal_is_prompted() -> None:
    target = Terminal()
    Console(Terminal("w\n"), target).read("Your choice: ")
    assert target.getvalue() == "Your choice: "


def test_output_into_a_file_is_no_reason_to_leave_out_the_prompt() -> None:
    target = io.StringIO()
    Console(Terminal("w\n"), target).read("Your choice: ")
    assert target.getvalue() == "Your choice: "


def test_wrapped_lines_never_exceed_the_width_and_keep_all_words() -> None:
    line = "    " + "The commander asks for orders. " * 8
    pieces = wrapped(line, 40)
    assert max(map(len, pieces)) <= 40
    assert " ".join(pieces).split() == line.split()


def test_a_code_page_gets_what_it_can_show() -> None:
    raw = io.BytesIO()
    target = io.TextIOWrapper(raw, encoding="cp437", newline="\n")
    Console(io.StringIO(), target).write("“Crisis” – 13 days… café Ж")
    target.flush()
    assert raw.getvalue().decode("cp437") == '"Crisis" - 13 days... café ?\n'


def test_what_is_read_cannot_command_the_terminal_it_is_written_back_to() -> None:
    console = Console(io.StringIO("a\x1b[31mb\x00\n"), io.StringIO())
    assert console.read("") == "a\N{REPLACEMENT CHARACTER}[31mb\N{REPLACEMENT CHARACTER}"


def test_a_line_is_read_no_further_than_any_command_goes() -> None:
    console = Console(io.StringIO("x" * 100_000 + "\nquit\n"), io.StringIO())
    assert console.read("") == "x" * 120
    assert console.read("") == "quit"


def test_where_the_input_of_a_terminal_ends_its_line_is_ended_too() -> None:
    target = Terminal()
    assert Console(Terminal(""), target).read("Your choice: ") is None
    assert target.getvalue() == "Your choice: \n"

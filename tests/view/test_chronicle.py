from __future__ import annotations

from game.engine import happenings as happened
from game.view.chronicle import Chronicle, Stretch, chronicle
from game.view.lexicon import Lexicon
from game.view.page import Told
from game.view.printing import plain


def told(lexicon: Lexicon, *happenings: happened.Happening, is_over: bool = True, **values: int) -> Chronicle:
    """Return the chronicle of one halt at whose end the status has the given values."""
    reading = {"tension": 4, "defcon": 0, "fear": 5, **values}.__getitem__
    return chronicle(lexicon, [Stretch((happened.MomentBegan(0), *happenings), reading, is_over)])


def outline(things: tuple[Told, ...]) -> list[tuple[str, str]]:
    return [
        (each.kind, plain(each.heading) if each.heading else " ".join(map(plain, each.paragraphs)))
        for each in things
    ]


def test_a_moment_comes_once_before_what_is_told_at_it_with_the_status_of_its_beginning(
    lexicon_at_sea: Lexicon,
) -> None:
    story = told(
        lexicon_at_sea,
        happened.VariableMoved("tension", 4, 9, "ships"),
        happened.Told("ships", ()),
        happened.Told("ships.shots", ()),
        tension=9,
    )
    assert outline(story.chapters[0]) == [
        ("moment", "Tension: uneasy | DEFCON: 3 | Time left: 3 days"),
        ("text", "They come on."),
        ("text", "A shot falls."),
        ("change", "Tension: uneasy -> at the brink"),
    ]


def test_a_moment_at_which_nothing_is_shown_is_not_told(lexicon_at_sea: Lexicon) -> None:
    story = told(
        lexicon_at_sea, happened.EventBegan("quiet", ()), happened.VariableMoved("fear", 4, 5, "quiet")
    )
    assert story.chapters == ((),)


def test_moves_of_one_entry_are_told_together_after_it(lexicon_at_sea: Lexicon) -> None:
    story = told(
        lexicon_at_sea,
        happened.VariableMoved("tension", 2, 5, "ships"),
        happened.VariableMoved("tension", 5, 9, "ships.shots"),
        happened.EventBegan("ships", ()),
        happened.VariableMoved("tension", 9, 8, "ships"),
        happened.VariableMoved("tension", 8, 9, "ships"),
        tension=9,
    )
    assert outline(story.chapters[0])[1:] == [
        ("change", "Tension: calm -> at the brink"),
        ("event", "News of the ships"),
    ]
    assert story.moved == {"tension": 7, "defcon": 0}


def test_a_move_within_a_word_is_told_of_a_meter_in_numbers(lexicon_at_sea: Lexicon) -> None:
    story = told(lexicon_at_sea, happened.VariableMoved("tension", 4, 5, "ships"), tension=5)
    assert outline(story.chapters[0])[1:] == [("change", "Tension: uneasy (4 -> 5)")]


def test_hidden_values_are_never_told(lexicon_at_sea: Lexicon) -> None:
    story = told(
        lexicon_at_sea,
        happened.Told("ships", ()),
        happened.VariableMoved("fear", 1, 5, "ships"),
        happened.ChanceTaken("ships", "shots", 1, 2, is_forced=False),
    )
    assert [each.kind for each in story.chapters[0]] == ["moment", "text"]


def test_texts_and_pictures_of_an_event_stand_on_its_sheet(lexicon_at_sea: Lexicon) -> None:
    story = told(
        lexicon_at_sea,
        happened.EventBegan("ships", ()),
        happened.Told("ships", ()),
        happened.Cued("sound", "ships"),
        happened.Cued("picture", "ships"),
        happened.Told("ships.shots", ()),
    )
    event = story.chapters[0][1]
    assert event.sheet is not None
    assert [plain(each) for each in event.sheet.paragraphs] == ["They come on.", "A shot falls."]
    assert event.sheet.cue is not None
    assert event.sheet.cue.caption == "A ship in fog"
    assert [each.is_on_sheet for each in story.chapters[0][2:]] == [True] * 4
    assert event.mark is not None
    assert (event.mark.words, event.mark.cards) == ("documented", ("log page 7",))


def test_a_report_has_its_text_with_the_estimate(lexicon_at_sea: Lexicon) -> None:
    story = told(
        lexicon_at_sea,
        happened.ReportGiven("count", ()),
        happened.ChanceTaken("count.estimates.fear", "1", 1, 3, is_forced=False),
        happened.Told("count", (("estimate.fear", 6),)),
    )
    report = story.chapters[0][1]
    assert outline((report,)) == [("report", "A count")]
    assert [plain(each) for each in report.paragraphs] == ["We count 6."]
    assert report.sheet is not None
    assert (report.sheet.from_, report.sheet.confidence) == ("CIA", "low")
    assert [plain(each) for each in report.sheet.unknown] == ["Who commands."]
    assert len(story.chapters[0]) == 2


def test_a_letter_to_somebody_else_stays_unseen(lexicon_at_sea: Lexicon) -> None:
    story = told(lexicon_at_sea, happened.LetterArrived("unseen", ()), happened.LetterArrived("offer", ()))
    assert outline(story.chapters[0])[1:] == [("letter", "From The Premier")]
    assert list(story.letters) == ["offer"]


def test_an_answer_is_the_first_thing_of_its_chapter_and_closes_the_question(lexicon_at_sea: Lexicon) -> None:
    reading = {"tension": 4, "defcon": 0}.__getitem__
    opened = (happened.MomentBegan(0), happened.DecisionOpened("line", 480, ()))
    answer = (happened.OptionChosen("line", "sink", is_late=False), happened.Told("line.sink", ()))
    story = chronicle(
        lexicon_at_sea,
        [Stretch(opened, reading, is_over=False), Stretch(answer, reading, is_over=True)],
    )
    assert [each.kind for each in story.chapters[0]] == ["moment", "question"]
    assert outline(story.chapters[1]) == [("choice", "Sink them"), ("text", "It is done.")]
    assert story.opened == {}


def test_a_deadline_is_counted_while_a_question_is_open(lexicon_at_sea: Lexicon) -> None:
    story = told(
        lexicon_at_sea,
        happened.DecisionOpened("line", 480, ()),
        happened.Waited(),
        happened.MomentBegan(360),
        happened.Told("ships", ()),
        happened.MomentBegan(480),
        happened.OptionChosen("line", "stop", is_late=True),
    )
    assert outline(story.chapters[0]) == [
        ("moment", "Tension: uneasy | DEFCON: 3 | Time left: 3 days"),
        ("question", "What now?"),
        ("choice", "Wait"),
        (
            "moment",
            "Tension: uneasy | DEFCON: 3 | Time to answer: 2 hours | Time left: 2 days 18 hours",
        ),
        ("text", "They come on."),
        ("moment", "Tension: uneasy | DEFCON: 3 | Time to answer: 0 minutes | Time left: 2 days 16 hours"),
        ("late", "Stop them"),
    ]


def test_a_chapter_heading_brings_its_text(lexicon_at_sea: Lexicon) -> None:
    story = told(lexicon_at_sea, happened.PhaseEntered("storm", ()))
    assert outline(story.chapters[0])[1:] == [("phase", "Storm")]
    assert [plain(each) for each in story.chapters[0][1].paragraphs] == ["It breaks."]


def test_a_game_that_goes_on_is_told_as_one_that_is_told_at_once(lexicon_at_sea: Lexicon) -> None:
    def fresh(*happenings: happened.Happening) -> Stretch:
        return Stretch(happenings, {"tension": 4, "defcon": 0}.__getitem__, is_over=False)

    def opened() -> Stretch:
        return fresh(happened.MomentBegan(0), happened.DecisionOpened("line", 480, ()))

    def waited() -> Stretch:
        moved = happened.VariableMoved("tension", 4, 9, "ships")
        return fresh(happened.Waited(), happened.MomentBegan(360), moved, happened.Told("ships", ()))

    def sunk() -> Stretch:
        return fresh(happened.OptionChosen("line", "sink", is_late=False), happened.Told("line.sink", ()))

    first = opened()
    second = waited()
    games = ([first], [first, second], [first, second, sunk()], [first, sunk()], [first, second], [first])
    at_once = (
        [opened()],
        [opened(), waited()],
        [opened(), waited(), sunk()],
        [opened(), sunk()],
        [opened(), waited()],
        [opened()],
    )
    for going_on, whole in zip(games, at_once, strict=True):
        assert chronicle(lexicon_at_sea, going_on) == chronicle(lexicon_at_sea, whole)

"""The words of the tutorial; in braces the keys of what the player may have put elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

COACH: Mapping[str, str] = {
    "coach.title": "FIVE MINUTES",
    "coach.away": "End the tutorial",
    "coach.opening": "This is what everybody in the room knows. Read it, then press Enter or click the bar"
    " below it.",
    "coach.paper": "The paper says what is asked. Press Tab until the amber frame is on it, or click it."
    " Page Up and Page Down scroll it.",
    "coach.people": "Your advisers do not agree. Press {advisers}, or click a face, to hear them.",
    "coach.people.back": "Here is what each of them advises, and why. Esc or a right click goes back.",
    "coach.map": "Press {map}, or click the map, to see all of it.",
    "coach.map.back": "Tab steps through what the map shows, plus and minus change its size. Esc or a right"
    " click goes back.",
    "coach.cards": "The cards are what you can do. Press 2, or click a card: it is picked, and nothing is"
    " done yet.",
    "coach.wait": "The clock stands still until you act. Press {wait} and then Enter, or click the card for"
    " time twice: no answer is given, and time goes on. It can be taken back.",
    "coach.told": "This is what followed. Enter, or a click on the bar, goes on.",
    "coach.journal": "No choice is final here. Press {journal} for the journal: it holds all that was told.",
    "coach.rewind": "Up and Down go through what was told. Bring the frame to a choice and press Enter, or"
    " click it: the game goes back to before it.",
    "coach.answer": "You stand before the choice again. Now answer: pick a card and press Enter, or click"
    " it twice.",
    "coach.confirm": "What is dangerous is asked once more. The frame stands on the way back.",
    "coach.on": "Go on until the game has ended.",
    "coach.ending": "So it ended. The report says what your choices did to that, and what was luck. Press"
    " Enter on it, or click it.",
    "coach.report": "Tab turns the pages, or click their names. Esc or a right click goes back.",
    "coach.end": "That is all. {help} is always about the screen that you are on. The title leads to the"
    " other files.",
}

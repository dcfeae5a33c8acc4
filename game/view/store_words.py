"""What runs, saved games and settings have to say."""

from __future__ import annotations

from collections.abc import Mapping

STORE: Mapping[str, str] = {
    "shelf.saved": "Saved as {name}.",
    "shelf.not_saved": "The game cannot be saved: {reason}.",
    "shelf.elsewhere": "Another window goes on with the same game; this one is kept as {name} from now on.",
    "shelf.none": "There is no saved game.",
    "shelf.which": "Write `{word}` and the name of a game. Saved games: {names}.",
    "shelf.not_there": "There is no saved game `{name}`. Saved games: {names}.",
    "shelf.meant": "There is no saved game `{name}`. Did you mean `{meant}`?",
    "shelf.unreadable": "{name} cannot be read: {reason}.",
    "shelf.unplayable": "{name} cannot be loaded. {fault}",
    "shelf.removed": "{name} is removed. It lies aside and can be brought back.",
    "shelf.not_removed": "{name} cannot be removed: {reason}.",
    "shelf.back": "{name} is among the saved games again.",
    "shelf.not_back": "The game that was removed cannot be brought back: {reason}.",
    "shelf.none_removed": "No game was removed.",
    "run.fault": "{fault}",
    "run.stops": "{place}: {fault}",
    "run.no_setup": "{scenario} has no setup called `{setup}`.",
    "run.unknown_choice": "`{choice}` is no choice of these rules. On offer: {offer}.",
    "run.not_on_offer": "`{choice}` is not on offer here. On offer: {offer}.",
    "run.over": "The game is over before `{choice}`.",
    "run.unknown_result": "`{site}` cannot go to `{result}` here, only to {results}.",
    "run.unnamed": "{file} names no scenario and lies in the folder of none.",
    "run.no_scenario": "{file} is a run of `{scenario}`, and no such scenario is found.",
    "run.no_mod": "{file} was played with the mod `{mod}`, and no such mod is found.",
    "run.of_code": "This is the code of a game of `{scenario}`, and no such scenario is found.",
    "run.not_started": "{scenario} cannot be started: {fault}",
    "settings_file.unreadable": "The settings cannot be read: {reason}.",
    "settings_file.broken": "{place}: the settings cannot be read: {fault}. The file is left as it is.",
    "settings_file.aside": "{place}: the settings cannot be read: {fault}. The file is kept as {name}.",
    "settings_file.keys": "{place}: `keys` is `usual`, or such as `map=x journal=z`: an action and a letter"
    " or F key of its own.",
    "settings_file.unknown": "{place}: there is no setting called `{name}`.",
    "settings_file.meant": "{place}: there is no setting called `{name}`. Did you mean `{meant}`?",
    "settings_file.not_one": "{place}: `{name}` is one of {words}, not `{given}`.",
    "settings_file.no_word": "{place}: `{name}` is one of {words}, and one word only.",
}

"""The rules that conditions and numbers can break, with their pages of the manual."""

from __future__ import annotations

from game.diagnostics.diagnostic import Rule

NOT_AN_EXPRESSION = Rule(
    code="E300",
    title="condition or number that cannot be read",
    cause="Conditions and numbers are written in a few words and signs: names, whole numbers, `and`,"
    " `or`, `not`, `is`, `is not`, `<`, `<=`, `>`, `>=`, `between ... and ...`, `+`, `-`, `*`, `/`,"
    " `min`, `max`, `abs`, `... if ... else ...` and brackets. Something else stands here, or a part is"
    " missing. At most 400 characters are allowed, brackets at most 40 deep, and numbers of at most 9"
    " digits.",
    example="when: tension = 6",
    cure="Write it as the message proposes. `=` is written `is`, values need no quotes, and all words"
    " are in small letters.",
)
NOT_A_VALUE = Rule(
    code="E302",
    title="not a value of this choice",
    cause="A choice is compared with, or set to, a value that it cannot have. The values of a choice"
    " are those listed under its `values:`, and for `chosen.decision` the options of the decision and"
    " `none`.",
    example="when: quarantine is inforce",
    cure="Use one of the values that the message lists, or add the value to `values:`.",
)
WRONG_TYPE = Rule(
    code="E303",
    title="types that do not fit",
    cause="There are numbers, choices and conditions (yes or no), and they cannot stand for one"
    " another. A number such as `tension` is no condition until it is compared with another number; a"
    " condition is no number.",
    example="when: quarantine",
    cure="Compare a number (`tension > 5`) or a choice (`quarantine is none`) to get a condition. Write"
    " `1 if agreed else 0` to get a number from a condition.",
)
MAY_DIVIDE_BY_ZERO = Rule(
    code="E304",
    title="may divide by zero",
    cause="The number below the division line can be 0 for some values of the names in it. Only their"
    " declared ranges count: a condition around the division is not looked at.",
    example="when: 10 / ships > 1",
    cure="Keep the divisor above zero: `10 / max(1, ships)`.",
)
CHANGE_OF_NO_NUMBER = Rule(
    code="E305",
    title="`change:` on something that is not a number",
    cause="`change:` adds to a number. A choice has no next value, and a flag is switched with"
    " `remember:` and `forget:`.",
    example="change: { quarantine: +1 }",
    cure="Give a choice its new value under `set:`; switch a flag with `remember:` or `forget:`.",
)
ALWAYS_THE_SAME = Rule(
    code="W310",
    title="condition that is always true or always false",
    cause="Whatever values the names have within their declared ranges, the condition comes out the"
    " same. So it decides nothing, and what depends on it always happens or never.",
    example="when: tension > 12   # tension goes from 0 to 10",
    cure="Correct the number or the name, widen the range of the variable, or leave the condition out.",
)
NO_DIFFERENCE = Rule(
    code="W311",
    title="part of a condition that makes no difference",
    cause="The condition means the same without this part, because another part already says it, or"
    " because the part by itself is always true or always false.",
    example="when: tension >= 9 and tension >= 5",
    cure="Leave the part out, or correct it if something else was meant.",
)
ALL_ODDS_ZERO = Rule(
    code="E540",
    title="chance whose odds can all be zero",
    cause="With some values of the names, every outcome of this chance has odds of zero or less. Then"
    " nothing could happen.",
    example="chance: { a: { odds: fear }, b: { odds: fear - 1 } }",
    cure="Give at least one outcome odds that stay above zero, as `max(1, fear)`, or add an outcome.",
)
NEGATIVE_ODDS = Rule(
    code="W543",
    title="odds that can be negative",
    cause="Odds below zero count as zero: the outcome is then impossible. That may be meant, but often"
    " a variable reaches values that were not thought of.",
    example="odds: tension - 3   # tension goes from 0 to 10",
    cure="If it is meant, say so: `max(0, tension - 3)`. Otherwise change the number.",
)
TOO_GREAT_ODDS = Rule(
    code="E544",
    title="odds that may add up to more than 1,000,000",
    cause="The odds of the outcomes of one chance are weights, of which the sum must not exceed a million.",
    example="odds: 1000 * 1000 * tension",
    cure="Use smaller weights: only their proportion counts.",
)

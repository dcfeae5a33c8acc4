"""Reads the text of an expression into syntax by recursive descent, as section 7 of the language defines it.

Every rule of the grammar is a method of its name. A mistake ends the reading: one expression
has at most one, the leftmost, because what follows it could only be guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn

from game.scenario.expressions import comparisons, mistakes
from game.scenario.expressions.lexer import Token, TokenKind, tokens
from game.scenario.expressions.syntax import (
    Application,
    Fork,
    Mistake,
    Name,
    Number,
    Operation,
    Syntax,
    Truth,
)
from game.scenario.expressions.tree import Function, Operator

MOST_CHARACTERS = 400
MOST_DEPTH = 40
MOST_DIGITS = 9

_OR = {"or": Operator.OR}
_AND = {"and": Operator.AND}
_SUMS = {"+": Operator.ADD, "-": Operator.SUBTRACT}
_PRODUCTS = {"*": Operator.MULTIPLY, "/": Operator.DIVIDE}
_COMPARISONS = {
    "<": Operator.LESS,
    "<=": Operator.AT_MOST,
    ">": Operator.GREATER,
    ">=": Operator.AT_LEAST,
    "==": Operator.IS,
    "!=": Operator.IS_NOT,
    "is": Operator.IS,
}
_SAMPLES = {"condition": "tension >= 6", "number": "10 - tension", "change": "+1", "value": "none"}
_FUNCTIONS = {"min": Function.MIN, "max": Function.MAX, "abs": Function.ABS}


class _NotParsedError(Exception):
    """Leaves the descent with a mistake; never seen outside this module."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


def parse(text: str, what: str = "condition") -> Syntax | Mistake:
    """Return the syntax of a text, or its leftmost mistake. `what` is the author's word for the whole.

    Any text may be given; no text takes longer than its length and its limits allow.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"this {what} has {len(text)} characters; at most {MOST_CHARACTERS} are allowed"
        return Mistake(message, "split it, or keep a part of it in a variable", 0, len(text))
    try:
        return _Parser(text, what).whole()
    except _NotParsedError as error:
        return error.mistake


class _Parser:
    """One reading of one text: the tokens and how far they are used up."""

    def __init__(self, text: str, what: str) -> None:
        self.text = text
        self.what = what
        self.tokens = tokens(text)
        self.index = 0
        self.token = self.tokens[0]
        self.depth = 0

    def whole(self) -> Syntax:
        found = self.expression()
        if self.token.kind is not TokenKind.END:
            self.refuse_after_operand()
        return found

    def expression(self) -> Syntax:
        then = self.condition()
        if self.token.text != "if":
            return then
        fork = self.taken()
        test = self.condition()
        if self.token.text != "else":
            self.refuse_fork_without_else(fork, then)
        self.take()
        otherwise = self.deeper(self.expression)
        return Fork(then, test, otherwise, then.start, otherwise.end)

    def condition(self) -> Syntax:
        return self.chain(_OR, self.conjunction)

    def conjunction(self) -> Syntax:
        return self.chain(_AND, self.negation)

    def negation(self) -> Syntax:
        if self.token.text != "not":
            return self.comparison()
        word = self.taken()
        inner = self.deeper(self.negation)
        return Application(Function.NOT, (inner,), word.start, inner.end)

    def comparison(self) -> Syntax:
        left = self.sum()
        if not self.is_at_comparison():
            return left
        if self.token.text == "between":
            return self.between(left)
        sign, operator = self.comparing()
        right = self.sum()
        if self.is_at_comparison():
            self.refuse_chain(left, sign, right)
        return Operation(operator, left, right, left.start, right.end)

    def between(self, left: Syntax) -> Syntax:
        word = self.taken()
        low = self.sum()
        if self.token.text != "and":
            self.refuse_between(word, left, low)
        self.take()
        high = self.sum()
        if self.is_at_comparison():
            self.refuse_after_operand()
        return Application(Function.BETWEEN, (left, low, high), left.start, high.end)

    def comparing(self) -> tuple[str, Operator]:
        """Take a comparison and return it as written and as an operator."""
        sign = self.taken().text
        if sign == "is" and self.token.text == "not":
            self.take()
            return "is not", Operator.IS_NOT
        return sign, _COMPARISONS[sign]

    def is_at_comparison(self) -> bool:
        return self.token.text in _COMPARISONS or self.token.text == "between"

    def sum(self) -> Syntax:
        return self.chain(_SUMS, self.product)

    def product(self) -> Syntax:
        return self.chain(_PRODUCTS, self.unary)

    def unary(self) -> Syntax:
        if self.token.text != "-":
            return self.primary()
        sign = self.taken()
        inner = self.deeper(self.unary)
        return Application(Function.NEGATIVE, (inner,), sign.start, inner.end)

    def primary(self) -> Syntax:
        token = self.token
        if token.kind is TokenKind.NAME:
            self.take()
            return Name(token.text, token.start, token.end)
        if token.kind is TokenKind.NUMBER:
            self.take()
            return self.number(token)
        if token.text in ("yes", "no"):
            self.take()
            return Truth(int(token.text == "yes"), token.start, token.end)
        if token.text in _FUNCTIONS:
            return self.application()
        if token.text != "(":
            self.refuse_operand()
        return self.bracketed()

    def number(self, token: Token) -> Number:
        if len(token.text) > MOST_DIGITS:
            message = f"this number has {len(token.text)} digits; at most {MOST_DIGITS} are allowed"
            self.refuse(Mistake(message, "count in thousands or in millions", token.start, token.end))
        return Number(int(token.text), token.start, token.end)

    def bracketed(self) -> Syntax:
        opening = self.taken()
        inner = self.deeper(self.expression)
        closing = self.closing(opening)
        return inner._replace(start=opening.start, end=closing.end)

    def application(self) -> Syntax:
        word = self.taken()
        function = _FUNCTIONS[word.text]
        if self.token.text != "(":
            sample = "abs(tension)" if function is Function.ABS else f"{word.text}(tension, 5)"
            message = f"`{word.text}` needs brackets behind it"
            self.refuse(Mistake(message, f"write `{sample}`", word.start, word.end))
        opening = self.taken()
        arguments = [self.deeper(self.sum)]
        while self.token.text == ",":
            self.take()
            arguments.append(self.deeper(self.sum))
        if self.token.text == ";":
            self.refuse(Mistake("`;` is not used here", "write a comma", self.token.start, self.token.end))
        closing = self.closing(opening)
        if function is Function.ABS and len(arguments) > 1:
            cure = "is `min` or `max` meant?"
            self.refuse(Mistake("`abs` takes one number", cure, arguments[1].start, closing.start))
        return Application(function, tuple(arguments), word.start, closing.end)

    def closing(self, opening: Token) -> Token:
        if self.token.kind is TokenKind.END:
            message, cure = "this bracket is never closed", "write the missing `)`"
            self.refuse(Mistake(message, cure, opening.start, opening.end))
        if self.token.text != ")":
            self.refuse_after_operand()
        return self.taken()

    def chain(self, operators: Mapping[str, Operator], operand: Callable[[], Syntax]) -> Syntax:
        """Read operands joined by operators of one tightness, from left to right."""
        left = operand()
        while (operator := operators.get(self.token.text)) is not None:
            self.take()
            right = operand()
            left = Operation(operator, left, right, left.start, right.end)
        return left

    def deeper(self, rule: Callable[[], Syntax]) -> Syntax:
        if self.depth >= MOST_DEPTH:
            message = f"this {self.what} is nested more than {MOST_DEPTH} deep"
            self.refuse(Mistake(message, "split it into simpler ones", self.token.start, self.token.end))
        self.depth += 1
        inner = rule()
        self.depth -= 1
        return inner

    def take(self) -> None:
        self.index += 1
        self.token = self.tokens[self.index]

    def taken(self) -> Token:
        token = self.token
        self.take()
        return token

    @property
    def spot(self) -> mistakes.Spot:
        """Return the token at hand, which is not the last but `END`, with its neighbours."""
        before = self.tokens[self.index - 1] if self.index else None
        following = self.tokens[min(self.index + 1, len(self.tokens) - 1)]
        return mistakes.Spot(self.text, before, self.token, following, self.what)

    def refuse(self, mistake: Mistake) -> NoReturn:
        raise _NotParsedError(mistake)

    def refuse_foreign(self) -> None:
        if self.token.kind is TokenKind.FOREIGN:
            self.refuse(mistakes.foreign(self.spot))

    def refuse_operand(self) -> NoReturn:
        """Refuse what stands where a name or a number must begin."""
        split = mistakes.split_sign(self.spot)
        if split is not None:
            self.refuse(split)
        self.refuse_foreign()
        before = self.spot.before
        if self.token.kind is not TokenKind.END:
            self.refuse(mistakes.instead_of_operand(self.spot))
        if before is None:
            cure = f"write a {self.what}, such as `{_SAMPLES[self.what]}`"
            self.refuse(Mistake(f"the {self.what} is empty", cure, 0, len(self.text)))
        message, cure = f"the {self.what} stops too early", f"what should follow `{before.text}`?"
        self.refuse(Mistake(message, cure, before.start, before.end))

    def refuse_after_operand(self) -> NoReturn:
        """Refuse what follows a whole condition or number."""
        self.refuse_foreign()
        self.refuse(mistakes.after_operand(self.spot, self.tokens[self.index - 1]))

    def refuse_fork_without_else(self, fork: Token, then: Syntax) -> NoReturn:
        if self.token.kind is not TokenKind.END and self.token.text != ")":
            self.refuse_after_operand()
        written = self.text[then.start : self.tokens[self.index - 1].end]
        self.refuse(Mistake("`if` needs an `else`", f"write `{written} else 0`", fork.start, fork.end))

    def refuse_between(self, word: Token, left: Syntax, low: Syntax) -> NoReturn:
        self.refuse_foreign()
        self.refuse(comparisons.between_without_and(self.spot, left, low, word))

    def refuse_chain(self, left: Syntax, sign: str, middle: Syntax) -> NoReturn:
        if self.token.text == "between":
            self.refuse_after_operand()
        second, _ = self.comparing()
        last = self.sum()
        self.refuse(comparisons.chained(self.text, (sign, second), (left, middle, last)))

"""ExComm: the Cuban Missile Crisis as decisions, chances and rules that can be solved."""

__version__ = "0.1.0"

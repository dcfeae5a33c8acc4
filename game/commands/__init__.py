"""The command line: arguments, environment, exit status. One small module for each command."""

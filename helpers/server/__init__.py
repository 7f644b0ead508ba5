"""The embedded server: the Assistants wire protocol, answered on loopback."""

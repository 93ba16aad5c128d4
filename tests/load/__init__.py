"""The web application under load: a real server, many users at once, and what it took."""

"""How the time of regular expressions and matchers grows with hostile input."""

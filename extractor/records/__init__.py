"""Mentions to records, history, figures, criteria, totals and claims."""

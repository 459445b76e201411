"""Lighthouse over the built site: a page of each kind in each language, on a phone of its making."""

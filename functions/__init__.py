"""Entry points of the functions, one a host; each imports `yhdessa.giving.app` and adds nothing to it."""

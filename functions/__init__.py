"""Entry points of the functions, one a host: `yhdessa.giving.app`, and what its host is like."""

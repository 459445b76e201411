"""The functions for those who give, as a WSGI application: `functions.app:app`."""

from functions.start import start
from yhdessa.giving.routes import GIVERS

app = start(GIVERS)

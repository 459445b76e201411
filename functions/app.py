"""The functions as a WSGI application, for any WSGI host: `functions.app:app`."""

import os

from yhdessa.giving.app import create_app
from yhdessa.giving.settings import read_settings

app = create_app(read_settings(os.environ))

"""The functions as a WSGI application, for any WSGI host: `functions.app:app`."""

import gc

# Nothing that is imported here is ever thrown away: looking for garbage takes a tenth of a cold start.
gc.disable()

import os  # noqa: E402

from yhdessa.giving.app import create_app  # noqa: E402
from yhdessa.giving.settings import read_settings  # noqa: E402
from yhdessa.logs import write_to_output  # noqa: E402

write_to_output()
app = create_app(read_settings(os.environ))

gc.freeze()
gc.enable()

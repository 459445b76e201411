"""The start of a process: the settings are read, the application is made, and the log goes to the host."""

from __future__ import annotations

import gc
import os

from yhdessa.giving.app import GivingApp, create_app
from yhdessa.giving.route import Routes
from yhdessa.giving.settings import read_settings
from yhdessa.logs import write_to_output


def start(routes: Routes) -> GivingApp:
    """The application that answers `routes`. Raises what `read_settings` and `create_app` do."""
    write_to_output()
    app = create_app(read_settings(os.environ), routes)
    gc.freeze()
    gc.enable()
    return app

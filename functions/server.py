"""All functions in one process, for a server that stays: `functions.server:app`."""

from functions.start import start
from yhdessa.giving.every_route import EVERY

app = start(EVERY)

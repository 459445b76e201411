"""Entry points of the functions: who is answered by a process, and what its host is like."""

import gc

# Nothing that is imported here is ever thrown away: looking for garbage takes a tenth of a cold start.
gc.disable()

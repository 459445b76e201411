"""Mail: a letter, and the ways in which it leaves. Imports nothing of ours; the words are the caller's.

The functions send what belongs to a request, the ledger what it tells staff. Whoever sends says what follows
when the mail is down, and may send again.
"""

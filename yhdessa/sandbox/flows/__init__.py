"""What happens to objects: a charge succeeds, an invoice is paid, a subscription renews, a dispute is lost.

The API (``resources``), the hosted pages (``pages``), the control endpoint and time itself all come here, so
that a payment means the same wherever it begins. Which events follow which is written beside each flow with
its source.
"""

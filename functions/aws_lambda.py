"""The functions for those who give, behind AWS API Gateway: `functions.aws_lambda.handler`."""

from functions.app import app
from functions.gateway import handler_of

handler = handler_of(app)

"""The functions for companies, behind AWS API Gateway: `functions.aws_lambda_companies.handler`."""

from functions.companies import app
from functions.gateway import handler_of

handler = handler_of(app)

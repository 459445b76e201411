"""The same application as an AWS Lambda handler behind API Gateway: `functions.aws_lambda.handler`."""

from apig_wsgi import make_lambda_handler

from functions.app import app

handler = make_lambda_handler(app)

"""The one shape in which every "no" leaves the server: a refusal of the law's contracts as RFC 9457."""

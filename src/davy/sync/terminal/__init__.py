"""Shared terminals: how a person without a phone is known there, gives one command, and is forgotten."""

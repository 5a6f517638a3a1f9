"""Goods for points: the catalogue, its stock, and what people ask for."""

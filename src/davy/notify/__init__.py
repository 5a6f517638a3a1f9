"""The inbox: who must be told finds it there, once, in both languages."""

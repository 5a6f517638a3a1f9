"""作业方案: the stream, its tables, its reads."""

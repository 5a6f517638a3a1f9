"""People and papers from a workbook or a table, with scans in a ZIP: checked row by row, then entered, and
taken back whole when somebody wants to."""

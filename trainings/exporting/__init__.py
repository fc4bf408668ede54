"""Lists as files for other programs: CSV, XLSX and JSON, line by line in constant memory."""

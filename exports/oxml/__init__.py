"""The XML of a Word file, in nouns: paragraphs, fields, tables, pictures."""

"""The whole rulebook as one readable document: headings, paragraphs and tables, without a page or a screen yet."""

"""Words and numbers in the language of the person: catalogues, sentences of errors, figures."""

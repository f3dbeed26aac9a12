"""Model values as people read them: sentences, captions, documents."""

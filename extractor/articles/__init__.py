"""Page bytes to `Article`: decoding, metadata, and the body text a reader sees."""

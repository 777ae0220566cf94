"""How well a lead fits, how engaged it is, and its moves from stage to stage. Pure."""

"""emit - one module per target: a checked Spec in, {path: text} out. Nothing here reads a spec file."""

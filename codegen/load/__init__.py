"""load - YAML files to a checked Spec. Nothing here knows a target language."""

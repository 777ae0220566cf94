"""The parts of the annotation screen: its keys, jumps, selecting words. Pure."""

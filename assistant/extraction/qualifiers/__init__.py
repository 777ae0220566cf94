"""What the words around an answer do to it: deny it, hedge it, put it elsewhere.

Cues are data (``cues.yaml``); what they do within a clause is ``reading.qualify``; what a
denied answer means is up to each field's rules.
"""

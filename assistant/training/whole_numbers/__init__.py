"""Products of whole numbers, eight bits times seven: as fast as the CPU does them.

Where rows are much alike, each column has a width of its own that never changes
(``by_column``); where single numbers are a hundred times the others, each row has a scale of its
own, and the columns with the largest numbers are multiplied as they are (``by_row``). Either
way a word's result cannot hang on what else is in the window. Sums of whole numbers are
the same on every CPU as long as none overflows: some CPUs add two products in sixteen bits,
which 2 x 255 x 64 fits into.
"""

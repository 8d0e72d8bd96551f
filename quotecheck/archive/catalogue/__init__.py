"""Archives to be browsed: what quotes are sorted, filtered and counted by, held in memory."""

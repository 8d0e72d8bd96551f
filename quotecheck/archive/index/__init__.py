"""The shingle index: which archived texts share rare runs of words with a given one."""

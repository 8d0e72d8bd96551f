"""The shingle index: hashes of runs of words, their postings on disk, and the search among them."""

"""The desk's side of sharing: giving quotes to others, taking theirs in, and whom to trust."""

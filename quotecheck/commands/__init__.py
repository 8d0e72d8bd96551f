"""The commands of the command line, one module each: each asks the core and prints what it says."""

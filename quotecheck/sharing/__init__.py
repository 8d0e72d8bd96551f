"""Sharing archives: bundles that are signed, merged without loss, and safe to open."""

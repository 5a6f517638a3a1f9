"""Whether a certificate is what it says: a claim held against what a source answers, and what follows."""

"""Gas: quantities with units, limits of the law, sampling plans, and the verdict of readings and rounds."""

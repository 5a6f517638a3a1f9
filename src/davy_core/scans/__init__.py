"""What a picture of a document tells: fields with the place they were read at and what speaks against them.
Pure: letters and boxes come from outside, nothing found here counts before a person confirmed it."""

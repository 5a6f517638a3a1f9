"""What has to be kept, legal holds, and the erasure of a person: it composes and removes, never decides."""

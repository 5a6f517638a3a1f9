"""The rules as a plant uses them: packs of the law, the site's stricter overlays, and the basis a permit
pins."""

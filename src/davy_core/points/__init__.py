"""Points for work done in full: pure functions over the log. They open no gate and punish no stop."""

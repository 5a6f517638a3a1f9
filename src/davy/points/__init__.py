"""Points (安全积分) for work done in full, assessment from them, goods for them. They open no gate."""

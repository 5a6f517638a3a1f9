"""What of the inbox goes out of the app: by SMS, WeCom, DingTalk and mail."""

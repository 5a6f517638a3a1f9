"""A phone whose finger is a virtual authenticator of Chromium (CDP WebAuthn)."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page, expect

from davy.building.plant import PASSWORD
from tests.browser.thumbs import press

__all__ = ["Finger", "register"]


@dataclass
class Finger:
    """The authenticator of one phone; it lives as long as its page."""

    session: CDPSession
    id: str

    @classmethod
    def of(cls, page: Page) -> Finger:
        """Give the phone one that unlocks at a touch."""
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        return cls(
            session, session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
        )

    def give_to(self, other: Finger) -> None:
        """Somebody copies the passkeys of this phone into another."""
        found = self.session.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"]
        for credential in found:
            other.session.send(
                "WebAuthn.addCredential", {"authenticatorId": other.id, "credential": credential}
            )

    def refuse(self) -> None:
        """The phone does not know the finger any more."""
        self.session.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": False})


def register(page: Page, name: str = "我的手机") -> None:
    """Make a passkey under 我的."""
    page.goto("/m/me")
    press(page, "登记通行密钥")
    page.get_by_label("给它起个名字").fill(name)
    page.get_by_label("登录密码").fill(PASSWORD)
    press(page, "登记通行密钥")
    expect(page.get_by_text(name, exact=True)).to_be_visible()

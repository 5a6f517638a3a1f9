"""The headers every answer carries, whether Django or the front makes it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

__all__ = ["SECURITY_HEADERS", "SecurityHeaders"]

# No eval and no foreign host. The expression checker in the browser is WebAssembly, hence its keyword.
_CSP = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

SECURITY_HEADERS: dict[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _CSP.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # What a permit needs on site: QR, photo, position, voice. Bluetooth for gas meters is no feature that
    # this header knows in every browser; without a word it stays with this origin.
    "Permissions-Policy": ("camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()"),
}


class SecurityHeaders:
    """Puts the headers on each response that does not set them itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

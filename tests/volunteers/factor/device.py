"""A device that makes and uses passkeys, as a browser hands its answers on."""

import hashlib
import json

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

SITE = "http://testserver"
PRESENT = AuthenticatorData.FLAG.UP
NEW = PRESENT | AuthenticatorData.FLAG.AT


class Device:
    """Holds one key. `origin` is where the browser stands, `site` the domain it makes keys for."""

    def __init__(self, origin=SITE, site="testserver"):
        self.origin, self.id = origin, hashlib.sha256(site.encode()).digest()
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = hashlib.sha256(self.id + self.origin.encode()).digest()

    def make(self, asked: dict) -> str:
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.name, public)
        data = AuthenticatorData.create(self.id, NEW, 0, credential)
        seen = self.seen("webauthn.create", asked)
        attested = AttestationObject.create("none", data, {})
        return self.answer(clientDataJSON=seen, attestationObject=attested)

    def use(self, asked: dict) -> str:
        data, seen = AuthenticatorData.create(self.id, PRESENT, 0), self.seen("webauthn.get", asked)
        signature = self.key.sign(data + seen.hash, ec.ECDSA(SHA256()))
        return self.answer(clientDataJSON=seen, authenticatorData=data, signature=signature)

    def seen(self, kind: str, asked: dict) -> CollectedClientData:
        challenge = asked["publicKey"]["challenge"]
        return CollectedClientData.create(kind, challenge, self.origin)

    def answer(self, **response: bytes) -> str:
        name = websafe_encode(self.name)
        parts = {part: websafe_encode(value) for part, value in response.items()}
        return json.dumps(
            {"id": name, "rawId": name, "type": "public-key", "response": parts}
            | {"clientExtensionResults": {}}
        )

"""Signs manifest.json with Python's jwcrypto, and verifies what others signed.

    python jwcrypto_jws.py sign > jwcrypto.jws.json
    python jwcrypto_jws.py verify FILE...

The key is the synthetic one whose seed is 32 bytes of 1.
"""

import base64
import json
import pathlib
import sys

from jwcrypto import jwk, jws
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PAYLOAD = pathlib.Path(__file__).with_name("manifest.json").read_bytes()


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


SEED = bytes([1] * 32)
PUBLIC = Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()
KEY = jwk.JWK(kty="OKP", crv="Ed25519", d=encoded(SEED), x=encoded(PUBLIC))


def sign():
    header = {"alg": "EdDSA", "kid": KEY.thumbprint(), "typ": "tongzhou-manifest+jws"}
    token = jws.JWS(PAYLOAD)
    token.add_signature(KEY, protected=json.dumps(header))
    made = json.loads(token.serialize())
    # jwcrypto flattens what has one signature, and keeps the payload.
    print(json.dumps({"signatures": [{"protected": made["protected"], "signature": made["signature"]}]}, indent=2))


def verify(path):
    file = json.loads(pathlib.Path(path).read_text())
    file["payload"] = encoded(PAYLOAD)
    token = jws.JWS()
    token.deserialize(json.dumps(file))
    token.verify(KEY)
    print(f"{path}: verified by jwcrypto")


if sys.argv[1] == "sign":
    sign()
else:
    for path in sys.argv[2:]:
        verify(path)

// Signs manifest.json with npm's jose, and verifies what others signed.
//
//     node jose_jws.mjs sign > jose.jws.json
//     node jose_jws.mjs verify FILE...
//
// The key is the synthetic one whose seed is 32 bytes of 1.

import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { GeneralSign, base64url, calculateJwkThumbprint, exportJWK, generalVerify } from "jose";

const payload = readFileSync(new URL("manifest.json", import.meta.url));
// PKCS #8 of an Ed25519 seed.
const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 1)]);
const secret = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
const open = createPublicKey(secret);

if (process.argv[2] === "sign") {
  const { kty, crv, x } = await exportJWK(open);
  const kid = await calculateJwkThumbprint({ kty, crv, x });
  const signing = new GeneralSign(payload);
  signing.addSignature(secret).setProtectedHeader({ alg: "EdDSA", kid, typ: "tongzhou-manifest+jws" });
  const { signatures } = await signing.sign();
  console.log(JSON.stringify({ signatures }, null, 2));
} else {
  for (const path of process.argv.slice(3)) {
    const file = JSON.parse(readFileSync(path));
    await generalVerify({ ...file, payload: base64url.encode(payload) }, open);
    console.log(`${path}: verified by jose`);
  }
}

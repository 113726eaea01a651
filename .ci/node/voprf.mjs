// Computes what the example `tokens` of tongzhou-exchange has printed once more, with npm's @cloudflare/voprf-ts, and
// verifies the proofs that stand there.
//
//     node voprf.mjs COUNT < lines
//
// A line has a seed, what the key is derived with, an input and a token; or a proof with its elements.

import { createInterface } from "node:readline";
import { DLEQProof, DLEQVerifier, Oprf, VOPRFServer, derivePrivateKey } from "@cloudflare/voprf-ts";
import { CryptoNoble } from "@cloudflare/voprf-ts/crypto-noble";

Oprf.Crypto = CryptoNoble;
const suite = Oprf.Suite.RISTRETTO255_SHA512;
const group = Oprf.getGroup(suite);
const bytes = (hex) => new Uint8Array(Buffer.from(hex, "hex"));
const base64 = (text) => new Uint8Array(Buffer.from(text, "base64url"));
const elements = (texts) => texts.map((text) => group.desElt(base64(text)));

// The parameters under which a verifying client of the library works.
class Params extends Oprf {
  get() {
    return this.getDLEQParams();
  }
}
const params = new Params(Oprf.Mode.VOPRF, suite).get();

const servers = new Map();
async function server(seed, info) {
  const name = `${seed} ${info}`;
  if (!servers.has(name)) {
    const key = await derivePrivateKey(Oprf.Mode.VOPRF, suite, bytes(seed), new TextEncoder().encode(info));
    servers.set(name, new VOPRFServer(suite, key));
  }
  return servers.get(name);
}

const tokens = new Set();
let [same, proofs, wrong] = [0, 0, 0];
for await (const line of createInterface({ input: process.stdin })) {
  const it = JSON.parse(line);
  if (it.proof === undefined) {
    const output = await (await server(it.seed, it.info)).evaluate(bytes(it.input));
    const right = Buffer.from(output).toString("hex").slice(0, 64) === it.token;
    right ? (same += 1) : (wrong += 1);
    tokens.add(it.token);
  } else {
    const verifier = new DLEQVerifier(params);
    const blinded = elements(it.blinded);
    const pairs = elements(it.evaluated).map((evaluated, at) => [blinded[at], evaluated]);
    const proof = DLEQProof.deserialize(group.id, base64(it.proof));
    const ends = [group.generator(), group.desElt(base64(it.publicKey))];
    (await verifier.verify_batch(ends, pairs, proof)) ? (proofs += 1) : (wrong += 1);
  }
}
console.log(`${same} tokens are the same (${tokens.size} different ones), ${proofs} proofs hold, ${wrong} are wrong`);
const expected = Number(process.argv[2]);
if (wrong !== 0 || same !== expected || tokens.size !== expected || proofs === 0) process.exit(1);

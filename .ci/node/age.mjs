// Seals or opens standard input with npm's age-encryption.
//
//     node age.mjs seal RECIPIENT... < content > sealed
//     node age.mjs open IDENTITY < sealed > content

import { Decrypter, Encrypter } from "age-encryption";

const [what, ...keys] = process.argv.slice(2);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = new Uint8Array(Buffer.concat(chunks));

let output;
if (what === "seal") {
  const encrypter = new Encrypter();
  for (const key of keys) encrypter.addRecipient(key);
  output = await encrypter.encrypt(input);
} else {
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  output = await decrypter.decrypt(input);
}
await new Promise((done) => process.stdout.write(Buffer.from(output), done));

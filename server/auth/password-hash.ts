import { hash, verify, type Options } from "@node-rs/argon2";

// OWASP's least costly Argon2id setting (19 MiB, 2 passes): about 30 ms here, also on a small office PC.
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id hash of a password, with its parameters and a salt of its own in the text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether a password belongs to a hash made by `hashPassword`. */
export function verifyPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password);
}

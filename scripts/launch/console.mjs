// What the launchers say, and how they stop: one line for a person, the details only where they help.

/** A reason to stop that a person can act on: printed as one line, without a stack. */
export class Refusal extends Error {}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} line */
export function complain(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Says at once what begins and, every 15 seconds, that it still goes on; says how long it took. On standard error, since
 * standard output may be the JSON of a command.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  complain(`${what} …`);
  const ticking = setInterval(() => complain(`  still working, ${seconds()} s`), 15_000);
  try {
    const result = await work();
    complain(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}

// Runs scripts/launch.mjs as a person at a terminal would.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** How a task is run. */
export interface LaunchOptions {
  /** The folder of the clone; this repository without it. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of the task. */
  readonly args?: readonly string[];
  /** Arguments of node itself. */
  readonly nodeArgs?: readonly string[];
  /** Behind a shell that waits for it, as npm runs its scripts. */
  readonly shell?: boolean;
}

export interface LaunchedServer {
  /** The process that serves. */
  readonly pid: number;
  /** Address of the "ready" line. */
  readonly address: string;
  /** Every line of both outputs so far. */
  readonly lines: readonly string[];
  readonly millisecondsToReady: number;
  /** Sends the signal and waits for the end; gives the exit code. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

function launch(task: string, { cwd, env, args: own = [], nodeArgs = [], shell = false }: LaunchOptions): ChildProcess {
  const command = [process.execPath, ...nodeArgs, "scripts/launch.mjs", task, ...own];
  const [program, ...args] = shell ? ["sh", "-c", '"$@"; exit $?', "sh", ...command] : command;
  return spawn(program!, args, {
    cwd,
    env: { ...inheritedEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

// What a test run puts into its own environment, and what a developer may have set.
const NOT_INHERITED =
  /^(VITEST.*|TEST|MODE|DEV|PROD|SSR|NODE_OPTIONS|NODE_ENV|PORT|HOST|HOSTNAME|DATABASE_URL|DATA_DIR|BASE_URL|TIENDO_.*)$/;

/** The environment as a terminal has it: a launcher finds its own defaults. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
  return { ...Object.fromEntries(inherited), NODE_ENV: "production" };
}

function collectLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on("line", (line) => lines.push(line));
  }
  return lines;
}

/** Runs a task to its end: the exit code and what was printed. */
export async function runLauncher(task: string, options: LaunchOptions = {}) {
  const child = launch(task, options);
  const lines = collectLines(child);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, lines };
}

/** Starts a server and waits for its "ready" line; throws with everything printed when it ends before. */
export async function startLauncher(task: "demo" | "start", options: LaunchOptions = {}): Promise<LaunchedServer> {
  const startedAt = Date.now();
  const child = launch(task, options);
  const lines = collectLines(child);
  const closed = once(child, "exit") as Promise<[number | null]>;
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const ready = /^ready (http:\S+)$/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
    void closed.then(() => reject(new Error(`The server ended before it was ready:\n${lines.join("\n")}`)));
  });
  return {
    pid: child.pid!,
    address,
    lines,
    millisecondsToReady: Date.now() - startedAt,
    async stop(signal) {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}

/** A port on which nothing listens at this moment. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("the probe has no port");
  return address.port;
}

// A throw-away PostgreSQL server from the machine's own binaries, for what PGlite cannot show: real concurrency.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const INSTALLED = "/usr/lib/postgresql";

/** The folder of PostgreSQL's server programs, null where none is installed. */
export function findPostgres(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  const folder = versions
    .map((version) => join(INSTALLED, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  return folder ?? null;
}

export interface PostgresServer {
  /** The address of a new, empty database. */
  createDatabase(): string;
  stop(): void;
}

/** Starts a server on a socket of its own, without a port. PostgreSQL refuses to run as root, so root lends it a user. */
export function startPostgres(bin: string): PostgresServer {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-pg-"));
  const asRoot = process.getuid?.() === 0;
  const run = (program: string, ...args: string[]) => {
    const command = [join(bin, program), ...args];
    const [file = "", ...rest] = asRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    return execFileSync(file, rest, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  };
  if (asRoot) execFileSync("chown", ["postgres", folder]);
  else chmodSync(folder, 0o700);
  const data = join(folder, "data");
  run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
  run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", `-F -k ${folder} -c listen_addresses=`, "start");
  let databases = 0;
  return {
    createDatabase: () => {
      const name = `test${(databases += 1)}`;
      run("createdb", "-h", folder, "-U", "postgres", name);
      return `postgres://postgres@/${name}?host=${folder}`;
    },
    stop: () => {
      run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

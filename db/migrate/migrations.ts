// The migrations that this version of the product knows, and whether a database may be brought to them.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Engine = "sqlite" | "pg";

/** One generated migration. `tag` is its file name without ending; `hash` the SHA-256 of its text. */
export interface Migration {
  readonly tag: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

/** Everything that makes an engine's database: what is applied once, and the triggers that are made anew each time. */
export interface MigrationSet {
  readonly migrations: readonly Migration[];
  readonly triggers: string;
}

/** A migration as the database remembers it. */
export interface AppliedMigration {
  readonly tag: string;
  readonly hash: string;
}

/** Why a database was not migrated; it was left as it was. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** Beside this file, or in the current folder's `db` where this file has been bundled into a command. */
function databaseFolder(): string {
  const beside = fileURLToPath(new URL("..", import.meta.url));
  return existsSync(join(beside, "migrations")) ? beside : join(process.cwd(), "db");
}

/** Reads an engine's migrations in their order, and its triggers. */
export function readMigrations(engine: Engine): MigrationSet {
  const folder = databaseFolder();
  const migrations = join(folder, "migrations", engine);
  const journal = JSON.parse(readFileSync(join(migrations, "meta", "_journal.json"), "utf8")) as Journal;
  return {
    migrations: journal.entries.map(({ tag }) => {
      const text = readFileSync(join(migrations, `${tag}.sql`), "utf8");
      return {
        tag,
        hash: createHash("sha256").update(text).digest("hex"),
        statements: text.split("--> statement-breakpoint"),
      };
    }),
    triggers: readFileSync(join(folder, "triggers", `${engine}.sql`), "utf8"),
  };
}

/**
 * The migrations that a database still lacks. Throws MigrationRefused when it has some that this version does not
 * know (it belongs to a newer version) or that read differently now.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  applied.forEach(({ tag, hash }, index) => {
    const expected = known[index];
    if (!expected) {
      throw new MigrationRefused(`the database is newer than this version of the product (it has ${tag})`);
    }
    if (expected.tag !== tag || expected.hash !== hash) {
      throw new MigrationRefused(`the database has another history: ${tag} where ${expected.tag} is expected`);
    }
  });
  return known.slice(applied.length);
}

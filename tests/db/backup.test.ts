import { copyFile, stat } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { backUpSqlite } from "@/db/backup";
import { readMigrations } from "@/db/migrate/migrations";
import { migrateSqlite } from "@/db/migrate/sqlite";
import { freshSqliteFile, temporaryFolder } from "../support/databases";

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

it("a new database and its write-ahead log are their owner's alone", async () => {
  const file = join(await temporaryFolder(), "new.sqlite");
  migrateSqlite(file, readMigrations("sqlite"));
  const client = new Database(file);
  client.prepare("update audit_head set seq = seq").run();
  expect([await modeOf(file), await modeOf(`${file}-wal`)]).toEqual(["600", "600"]);
  client.close();
});

it("a backup holds what was written up to now, for its owner alone, and leaves the database as it is", async () => {
  const file = join(await temporaryFolder(), "tien-do.sqlite");
  await copyFile(await freshSqliteFile(), file);
  const client = new Database(file);
  client.prepare("insert into organisations (id, name) values ('o', 'Đảng bộ')").run();
  const copy = backUpSqlite(file, "2026-01-02T03:04:05.678Z");
  expect(copy).toMatch(/backups\/tien-do-2026-01-02T03-04-05\.678Z\.sqlite$/);
  expect(await modeOf(copy)).toBe("600");
  const copied = new Database(copy, { readonly: true });
  expect(copied.prepare("select name from organisations").all()).toEqual([{ name: "Đảng bộ" }]);
  copied.close();
  client.close();
});

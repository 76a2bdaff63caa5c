import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

// Made once with each build, so that a browser takes the worker of a new build for a new one.
export const dynamic = "force-static";

/** The service worker's script, headed by the build that it belongs to. */
export async function GET(): Promise<Response> {
  const source = await readFile(join(process.cwd(), "app/service-worker.js/worker.js"), "utf8");
  return new Response(`self.BUILD = "${randomUUID()}";\n${source}`, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}

import "server-only";
import { getTranslations } from "next-intl/server";
import type { ErrorCode, Failure } from "@/domain/errors";

const statuses: Partial<Record<ErrorCode, number>> = {
  session_expired: 401,
  password_change_required: 403,
  forbidden: 403,
  cross_origin: 403,
  not_found: 404,
  stale_version: 409,
  too_long: 413,
  file_too_large: 413,
  evidence_lost: 410,
  busy: 503,
  unexpected: 500,
};

const UNPROCESSABLE = 422;

/** A route's failure: JSON for a script, a sentence for a person who opened the address in a browser. */
export async function failureResponse(request: Request, failure: Failure): Promise<Response> {
  const status = statuses[failure.code] ?? UNPROCESSABLE;
  if (!isOpenedByPerson(request)) return jsonResponse(failure, status);
  const t = await getTranslations("errors");
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${t(failure.code, failure.values)}\n`, { status, headers });
}

/** JSON that no browser keeps. */
export function jsonResponse(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

function isOpenedByPerson({ method, headers }: Request): boolean {
  return method === "GET" && (headers.get("accept")?.includes("text/html") ?? false);
}

import { NextResponse, type NextRequest } from "next/server";
import { ADDRESS_HEADER } from "@/server/address-header";

/** Tells pages under which address they were asked, which Next.js keeps from server components. It decides nothing. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

// Addresses that take files are left out: before a request that comes through here is handled, Next.js keeps its body in
// memory, and cuts it off at 10 MB without a word.
export const config = {
  matcher: ["/((?!_next/|favicon|icon|bundles/|entry-files/|evidence/|.*\\.(?:svg|png|ico|woff2)$).*)"],
};

import { NextResponse, type NextRequest } from "next/server";
import { ADDRESS_HEADER } from "@/server/address-header";

/** Tells pages under which address they were asked, which Next.js keeps from server components. It decides nothing. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/|favicon|icon|.*\\.(?:svg|png|ico|woff2)$).*)"] };

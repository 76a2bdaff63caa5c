import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

const withNextIntl = createNextIntlPlugin("./app/i18n.ts");

const isDevelopment = process.env.NODE_ENV === "development";

// Nothing is ever loaded from another address. Next.js puts small inline scripts into each page, so 'unsafe-inline'
// stays for scripts until pages carry nonces (which would make every page dynamic); development needs eval to reload.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

/** A file that a person sent: whatever a browser makes of it, it runs and loads nothing. Next.js drops a route's own policy. */
const fileSecurityPolicy = { key: "Content-Security-Policy", value: "default-src 'none'; sandbox" };

/** @type {import("next").NextConfig} */
const nextConfig = {
  output: "standalone",
  outputFileTracingRoot: fileURLToPath(new URL(".", import.meta.url)),
  poweredByHeader: false,
  // A page that an account may not see is answered in words and with status 403 (app/forbidden.tsx).
  experimental: { authInterrupts: true },
  // npm run check looks at the types; an office PC that only builds need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Binaries and WebAssembly are loaded by Node itself, never bundled.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pg", "pino", "wasm-xlsxwriter"],
  outputFileTracingIncludes: {
    "/**": [
      "./db/migrations/**/*",
      "./db/triggers/**/*",
      // What an external package requires on the way round (pg is loaded as ESM, its parts as CommonJS) is not traced.
      "./node_modules/{pg,pg-*,postgres-*}/**/*.{js,mjs,cjs,json}",
      "./node_modules/better-sqlite3/build/Release/better_sqlite3.node",
      "./node_modules/@node-rs/argon2*/**/*.node",
      "./node_modules/wasm-xlsxwriter/**/*.wasm",
    ],
  },
  outputFileTracingExcludes: {
    "/**": ["./data/**/*", "./dist/**/*", "./tests/**/*", "./docs/**/*"],
  },
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: securityHeaders },
      { source: "/evidence/files/:path*", headers: [fileSecurityPolicy] },
    ]),
};

/** @param {string} phase */
export default async function configure(phase) {
  if (phase === PHASE_DEVELOPMENT_SERVER) {
    // A build gets the file of its workers from the launcher.
    const { ensureWorkerBundled } = await import("./scripts/launch/commands.mjs");
    await ensureWorkerBundled();
  }
  return withNextIntl(nextConfig);
}

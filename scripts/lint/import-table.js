// The one table of what each layer may import; ESLint's rules and the test of them are made from it.

/**
 * Layers a layer may import from (besides itself). `npm` lists the only packages allowed; without it any package is.
 * `typesFrom` lists folders of which only types may be imported. Layers that are not named (scripts, tests) may import all.
 * @typedef {{ from: string[], npm?: string[], typesFrom?: string[] }} ImportRow
 */

/** @type {Record<string, ImportRow>} */
export const importTable = {
  domain: { from: [], npm: ["fraction.js", "zod"] },
  messages: { from: ["domain"] },
  db: { from: ["domain"] },
  reports: { from: ["domain", "messages"] },
  server: { from: ["domain", "db", "reports", "messages"] },
  components: { from: ["domain", "messages", "server/actions"], typesFrom: ["server/loaders"] },
  app: { from: ["components", "server", "domain", "messages"] },
};

/**
 * Zones for import-x/no-restricted-paths: each layer is closed to the whole repository but for its row.
 * Folders of which types may be imported stay open here and are closed to values by {@link typeOnlyPatterns}.
 */
export function importZones() {
  return Object.entries(importTable).map(([layer, row]) => ({
    target: `./${layer}`,
    from: "./",
    except: [`./${layer}`, ...row.from, ...(row.typesFrom ?? []), "./node_modules"].map((folder) =>
      folder.startsWith("./") ? folder : `./${folder}`,
    ),
    message: `${layer} may import from: ${[layer, ...row.from].join(", ")} (scripts/lint/import-table.js).`,
  }));
}

/**
 * Patterns for no-restricted-imports of a layer: packages outside its list, and values from folders it may take types from.
 * @param {string} layer
 */
export function importPatterns(layer) {
  const row = importTable[layer];
  return [...npmPatterns(layer, row?.npm), ...typeOnlyPatterns(layer, row?.typesFrom ?? []), ...closedToAllLayers];
}

/** What only commands and tests may import, and what nobody may. */
const closedToAllLayers = [
  {
    regex: "(?:^|/)system-actor$",
    message: "Only scripts/ and tests/ act as the system.",
  },
  {
    regex: "^better-auth/(?:next-js|node|client)",
    message: "The account library's own web addresses are never mounted: they would go round the doors.",
  },
];

/**
 * @param {string} layer
 * @param {string[] | undefined} packages
 */
function npmPatterns(layer, packages) {
  if (!packages) return [];
  const names = packages.map((name) => name.replaceAll(".", "\\.")).join("|");
  return [
    {
      regex: `^(?!\\.{1,2}/|@/|(?:${names})$)`,
      message: `${layer} may import only these packages: ${packages.join(", ")}.`,
    },
  ];
}

/**
 * @param {string} layer
 * @param {string[]} folders
 */
function typeOnlyPatterns(layer, folders) {
  return folders.map((folder) => ({
    regex: `(?:^@|\\.\\.)/${folder}(?:/|$)`,
    allowTypeImports: true,
    message: `${layer} may import only types from ${folder}.`,
  }));
}

import { fileURLToPath } from "node:url";
import eslint from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { importPatterns, importTable, importZones } from "./scripts/lint/import-table.js";

const root = fileURLToPath(new URL(".", import.meta.url));

const newerThanNode20 = {
  selector: "MemberExpression[object.type='MetaProperty'][property.name=/^(dirname|filename)$/]",
  message: "Node 20.9 has no import.meta.dirname: use fileURLToPath(new URL(…, import.meta.url)).",
};

const asyncTransaction = {
  selector: "CallExpression[callee.property.name='transaction']",
  message: "better-sqlite3 commits half of an async transaction: use store.transact.",
};

const clocks = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: "domain/ knows no clock: take asOf as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "domain/ knows no clock: take asOf as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "domain/ is deterministic: take the value as a parameter.",
  },
];

/** @returns {import("eslint").Linter.Config[]} */
function layerConfigs() {
  return Object.keys(importTable).flatMap((layer) => {
    const patterns = importPatterns(layer);
    if (patterns.length === 0) return [];
    return [
      {
        files: [`${layer}/**/*.{ts,tsx}`],
        rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
      },
    ];
  });
}

export default defineConfig(
  globalIgnores(["node_modules/", ".next/", "dist/", "data/", "coverage/", "db/migrations/", "next-env.d.ts"]),
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { "import-x": importX },
    settings: {
      ...importX.flatConfigs.typescript.settings, // without it no-cycle does not look into TypeScript files
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: root })],
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-undef": "off", // the type checker knows better
      "no-restricted-syntax": ["error", newerThanNode20, asyncTransaction],
      "import-x/no-restricted-paths": ["error", { basePath: root, zones: importZones() }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-duplicates": ["error", { "prefer-inline": true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // A server action and an async component must be async even when they await nothing.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 60 }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "tests/{app,components}/**/*.tsx"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
    rules: {
      "max-lines-per-function": ["error", { max: 140 }],
      // React awaits event handlers that return promises; React Hook Form's handleSubmit is one.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  ...layerConfigs(),
  {
    files: ["domain/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", newerThanNode20, asyncTransaction, ...clocks],
      "no-restricted-globals": ["error", "process", "fetch", "performance", "crypto", "window", "document"],
    },
  },
  {
    // A schema's function is a list of tables, not a sequence of steps.
    files: ["db/schema/**"],
    rules: { "max-lines-per-function": ["error", { max: 120 }] },
  },
  {
    files: ["db/store.ts", "db/store/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", newerThanNode20] },
  },
  {
    // Casts in JSDoc are invisible to these rules; the type checker still sees them.
    files: ["**/*.{js,mjs}"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["scripts/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["tests/**"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);

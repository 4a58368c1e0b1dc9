/**
 * The examples of the library's doc comments, each as a module that can be run.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const src = join(root, "src");

export interface DocExample {
  /** The file and what the comment stands before: `query/paths.ts shortestPath`. */
  readonly name: string;
  readonly code: string;
  /** The comment after each statement, in order; without the slashes, absent where there is none. */
  readonly comments: readonly (string | undefined)[];
  /** Names that it uses and does not declare itself. */
  readonly uses: readonly string[];
  /** A module with `shown`, the outcome of each statement. `undefined` where the code is no code, or a name unknown. */
  readonly module: string | undefined;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && !file.startsWith("generated/"))
  .sort();
const textOf = new Map(files.map((file) => [file, readFileSync(join(src, file), "utf8")]));

/** Names that a file exports. */
const exportsOf = new Map(
  [...textOf].map(([file, text]) => {
    const declared = text.matchAll(
      /^export (?:declare |async )*(?:function|const|class|interface|type) (\w+)/gm,
    );
    const passedOn = Array.from(text.matchAll(/^export (?:type )?\{([^}]*)\}/gm), ([, list = ""]) =>
      list.split(",").map((name) => name.replace(/^\s*type /, "").trim()),
    );
    return [file, new Set([...Array.from(declared, ([, name = ""]) => name), ...passedOn.flat()])] as const;
  }),
);

/** What examples have besides: the bundled graph, and packages as their own manuals name them. */
const GIVEN: Readonly<Record<string, string>> = {
  graph: 'import { graph } from "./given.ts";',
  readFile: 'import { readFile } from "./given.ts";',
  MultiDirectedGraph: 'import { MultiDirectedGraph } from "graphology";',
  cytoscape: 'import cytoscape from "cytoscape";',
  d3: 'import * as d3 from "d3-force";',
  join: 'import { join } from "node:path";',
  tmpdir: 'import { tmpdir } from "node:os";',
};

/** Every example of every doc comment under src. */
export function docExamples(): DocExample[] {
  return [...textOf].flatMap(([file, text]) => {
    const found = text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?)@example((?:(?!\*\/)[\s\S])*)\*\/\s*([^\n]*)/g);
    return Array.from(found, ([, , example = "", declaration = ""]) => {
      const code = example.replace(/^[ \t]*\*(?: |$)/gm, "").trim();
      const [, name = declaration] = /^(?:export )?(?:async )?(?:\w+ )?(\w+)[<(]/.exec(declaration) ?? [];
      return { name: `${file} ${name}`, code, ...asModule(file, code) };
    });
  });
}

function asModule(file: string, code: string): Pick<DocExample, "comments" | "uses" | "module"> {
  const parsed = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  const { values, types } = namesOf(parsed);
  const comments = parsed.statements.map((statement, i) => {
    const next = parsed.statements[i + 1];
    return commentIn(code.slice(statement.end, next?.getStart() ?? code.length));
  });
  const uses = [...values, ...types];
  if (diagnostics.length > 0) return { comments, uses, module: undefined };
  const imports = [
    ...[...values].map((name) => importOf(file, name, "")),
    ...[...types].filter((name) => !values.has(name)).map((name) => importOf(file, name, "type ")),
  ];
  if (imports.includes(undefined)) return { comments, uses, module: undefined };
  const body = parsed.statements.map((statement) =>
    ts.isExpressionStatement(statement)
      ? `shown.push(await outcomeOf(async () => (${statement.expression.getText()})));`
      : `${statement.getText()}\nshown.push({});`,
  );
  const own = 'import { type Outcome, outcomeOf } from "./given.ts";';
  return {
    comments,
    uses,
    module: [own, ...imports, "export const shown: Outcome[] = [];", ...body, ""].join("\n"),
  };
}

function importOf(file: string, name: string, type: "" | "type "): string | undefined {
  const declaring = [file, "index.ts", ...files].find((other) => exportsOf.get(other)?.has(name));
  if (declaring) return `import ${type}{ ${name} } from "../../../src/${declaring}";`;
  if (Object.hasOwn(GIVEN, name)) return GIVEN[name];
  return name in globalThis || type ? "" : undefined;
}

/** The text of the comment lines in what stands between two statements. */
function commentIn(between: string): string | undefined {
  const lines = Array.from(between.matchAll(/\/\/ ?(.*)$/gm), ([, line = ""]) => line.trimEnd());
  return lines.length > 0 ? lines.join("\n") : undefined;
}

/** Names that code uses and does not declare. */
function namesOf(parsed: ts.SourceFile): { readonly values: Set<string>; readonly types: Set<string> } {
  const declared = new Set<string>();
  const values = new Set<string>();
  const types = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent, text } = node;
      const named = parent as Partial<ts.NamedDeclaration>;
      if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) {
        if (named.name === node) declared.add(text);
        else if (!(ts.isBindingElement(parent) && parent.propertyName === node)) values.add(text);
      } else if (ts.isTypeAliasDeclaration(parent)) {
        declared.add(text);
      } else if (ts.isQualifiedName(parent)) {
        if (parent.left === node) values.add(text);
      } else if (ts.isTypeReferenceNode(parent)) {
        if (text !== "const") types.add(text);
      } else if (ts.isShorthandPropertyAssignment(parent) || named.name !== node) values.add(text);
    }
    node.forEachChild(visit);
  };
  visit(parsed);
  for (const name of declared) {
    values.delete(name);
    types.delete(name);
  }
  for (const name of ["undefined", "Infinity", "NaN"]) values.delete(name);
  return { values, types };
}

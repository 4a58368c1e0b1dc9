import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";
import packageJson from "./package.json" with { type: "json" };

/** The package's subpaths are its entries, as in tsup.config.ts. */
const entries = Object.keys(packageJson.exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => `src/${path === "." ? "index" : path.slice(2)}.ts`);

/** What the library's rooms are called for those who look something up; in this order. */
const themes = {
  dataset: "Datasets, bundled and your own",
  generated: "Datasets, bundled and your own",
  graph: "The graph",
  query: "Find and ask",
  time: "Time",
  evidence: "Evidence",
  model: "Records",
  ontology: "Ontology",
  format: "Formats",
  "errors.ts": "Errors",
};

/**
 * Sorts the exports into themes, by the folder that they come from.
 *
 * @param {import("typedoc").Application} app
 */
function categorizeByRoom(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.parent?.kindOf(ReflectionKind.Module)) return;
    const file = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName;
    const theme = themes[file?.match(/.*\/src\/([^/]+)/)?.[1]];
    if (theme === undefined) return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: theme }]));
  });
}

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  name: "xinjiang-graph",
  entryPoints: entries,
  sortEntryPoints: false,
  plugin: [categorizeByRoom],
  categorizeByGroup: false,
  categoryOrder: [...new Set(Object.values(themes)), "*"],
  navigation: { includeCategories: true },
  // What one calls comes before what one gets.
  groupOrder: ["Documents", "Modules", "Functions", "Variables", "Classes", "*"],
  kindSortOrder: ["Document", "Module", "Function", "Variable", "Class", "Interface", "TypeAlias"],
  projectDocuments: [
    "docs/guide/words.md",
    "docs/guide/one-fact.md",
    "docs/guide/time.md",
    "docs/guide/query.md",
    "docs/guide/evidence.md",
    "docs/guide/own-data.md",
    "docs/guide/visualize.md",
    "docs/guide/scale.md",
    "docs/cookbook.md",
    "docs/limits.md",
    "docs/command-line.md",
    "docs/errors.md",
    "docs/speed.md",
    "examples/README.md",
    "DATASHEET.md",
    "CHANGELOG.md",
  ],
  out: "out/docs",
  // Types are checked by the compiler itself, and there is no public repository to link sources to.
  skipErrorChecking: true,
  disableSources: true,
  excludeExternals: true,
  hideGenerator: true,
  searchInComments: true,
  searchInDocuments: true,
  markdownItOptions: { html: true, linkify: false },
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
  treatWarningsAsErrors: true,
  // Every export and method; a property says by its name and type what needs no words.
  requiredToBeDocumented: [
    ...["Module", "Function", "Class", "Interface", "TypeAlias", "Variable"],
    ...["Method", "Accessor"],
  ],
  intentionallyNotExported: [
    // The machine behind the types of queries: nobody names these.
    ...["Between", "Chain", "DeclaredAttributes", "Ended", "FreshName", "GroupEntity", "IsSymmetric", "KeyOf"],
    ...["KindFrom", "KnownClaimTests", "KnownEntityTests", "Mode", "ObjectsOf", "QueryState", "Returning"],
    ...["ScalarNames", "ScalarsIn", "StateOf", "SubjectsOf", "TextValue", "Typed", "UnionNames", "Walkable"],
    // What the bundled ontology is put together from, and the objects behind others.
    ...["__module", "DELIMITERS", "ErrorOptions", "JsonSchema"],
  ],
};

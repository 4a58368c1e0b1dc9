import packageJson from "./package.json" with { type: "json" };

/** The package's subpaths are its entries, as in tsup.config.ts. */
const entries = Object.keys(packageJson.exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => `src/${path === "." ? "index" : path.slice(2)}.ts`);

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  name: "xinjiang-graph",
  entryPoints: entries,
  sortEntryPoints: false,
  // What one calls comes before what one gets.
  groupOrder: ["Documents", "Modules", "Functions", "Variables", "Classes", "*"],
  kindSortOrder: ["Document", "Module", "Function", "Variable", "Class", "Interface", "TypeAlias"],
  projectDocuments: [
    "docs/guide/words.md",
    "docs/guide/one-fact.md",
    "docs/guide/time.md",
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
    ...["AttributeTests", "Between", "Chain", "Ended", "FreshName", "GroupEntity", "IsSymmetric", "KeyOf"],
    ...["KindFrom", "Mode", "ObjectsOf", "QueryState", "Returning", "ScalarNames", "ScalarsIn", "StateOf"],
    ...["SubjectsOf", "TestOf", "TextValue", "Typed", "UnionNames", "Walkable"],
    // What the bundled ontology is put together from, and the objects behind others.
    ...["__module", "bundledRelations", "kinds", "DELIMITERS", "ErrorOptions", "JsonRecords", "JsonSchema"],
  ],
};

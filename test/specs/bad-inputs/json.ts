/**
 * Bad JSON and JSON Lines, by hand: syntax, what JSON is silent about, the form of a dataset, and rules of records.
 */
import { type BadInput, badInput } from "./bad-input.ts";

const TOWN = '{"id":"region/hami","names":[{"value":"Hami","lang":"en"}]}';
const PORT = '{"id":"port/kok","names":[{"value":"Kok","lang":"en"}]}';
const OFFICIAL = '{"id":"official/li","names":[{"value":"Li","lang":"en"}]}';
const COUNTRY = '{"id":"country/kz","names":[{"value":"Kazakhstan","lang":"en"}]}';
const STOCK =
  '{"id":"indicator/ports","names":[{"value":"Ports","lang":"en"}],"measure":"stock","unit":"1","definition":"Ports there are"}';
const SOURCE =
  '{"id":"paper-2024","title":"On ports","publisher":{"name":"Paper","class":"other","classifiedBy":"me","classifiedOn":"2024"},"genre":"news","language":"en","published":"2024-03-07","accessed":"2025-01-01"}';
const CONTEXT = [SOURCE, TOWN, PORT, OFFICIAL, COUNTRY, STOCK].join("\n");
const CITED = '[{"source":"paper-2024","voice":"narrated","stance":"asserts","readAs":"excerpt"}]';

/** One line of JSON that cannot be read. */
const syntax = (name: string, line: string): BadInput =>
  badInput(name, { "mine.jsonl": `${TOWN}\n${line}\n${PORT}\n` }, "file/not-json");

/** One claim after the records that it needs. */
const claim = (name: string, text: string, ...expected: Parameters<typeof badInput>[2][]): BadInput =>
  badInput(name, { "mine.jsonl": `${CONTEXT}\n${text}\n` }, ...expected);

const locatedIn = (rest: string, object = '"region/hami"'): string =>
  `{"id":"c1","subject":"port/kok","relation":"locatedIn","object":${object},${rest}}`;
const timed = (time: string): string => locatedIn(`${time},"status":"actual","citations":${CITED}`);
const cited = (citation: string): string =>
  locatedIn(`"valid":"2024","status":"actual","citations":[${citation}]`);
const counted = (quantity: string): string =>
  `{"id":"c1","subject":"region/hami","relation":"observed","object":"indicator/ports","quantity":${quantity},"valid":"2024","status":"actual","citations":${CITED}}`;

const SYNTAX: readonly BadInput[] = [
  syntax("a comma after the last field", '{"id":"port/x",§}'),
  syntax("a comma after the last item", '{"id":"port/x","names":[1,§]}'),
  syntax("two commas", '{"id":"port/x",§,"names":[]}'),
  syntax("no comma between fields", '{"id":"port/x" §"names":[]}'),
  syntax("no comma between items", '{"id":"port/x","modes":["road" §"rail"]}'),
  syntax("no colon", '{"id" §"port/x"}'),
  syntax("an equals sign for a colon", '{"id"§="port/x"}'),
  syntax("a field name without quotes", "{§id:1}"),
  syntax("single quotes", "{§'id':1}"),
  syntax("curly quotes", "{§“id”:1}"),
  syntax("a number as field name", "{§1:1}"),
  syntax("a value without quotes", '{"id":§port/x}'),
  syntax("no value", '{"id":§}'),
  syntax("no value before a comma", '{"id":§,"names":[]}'),
  syntax("a string that never ends", '{"id":"port/x§'),
  syntax("an object that never ends", '{"id":"port/x"§'),
  syntax("an object that ends after its comma", '{"id":"port/x",§'),
  syntax("a list that never ends", '{"id":"port/x","names":[1§'),
  syntax("a list that a brace ends", '{"id":"port/x","names":[1§}'),
  syntax("an object that a bracket ends", '{"id":"port/x"§]'),
  syntax("a brace too many", '{"id":"port/x"}§}'),
  syntax("two records in a line", '{"id":"port/x"} §{"id":"port/y"}'),
  syntax("a comma after a record, as in a list", '{"id":"port/x"}§,'),
  syntax("a comment", '{"id":"port/x"} §// the port'),
  syntax("a comment within", '{§/* the port */"id":"port/x"}'),
  syntax("a hash comment", "§# ports"),
  syntax("True of Python", '{"inferred":§True}'),
  syntax("None of Python", '{"scope":§None}'),
  syntax("undefined", '{"scope":§undefined}'),
  syntax("NaN", '{"lng":§NaN}'),
  syntax("Infinity", '{"lng":§Infinity}'),
  syntax("minus Infinity", '{"lng":§-Infinity}'),
  syntax("a plus sign", '{"lng":§+80.4}'),
  syntax("a leading zero", '{"lng":0§80.4}'),
  syntax("a point without digits before", '{"lng":§.4}'),
  syntax("a point without digits after", '{"lng":80§.}'),
  syntax("an exponent without digits", '{"lng":8§e}'),
  syntax("an exponent with a sign only", '{"lng":8§e+}'),
  syntax("a hexadecimal number", '{"lng":0§x50}'),
  syntax("a number with a comma", '{"lng":80,§4}'),
  syntax("a number with a space", '{"lng":80 §4}'),
  syntax("a large number with underscores", '{"lng":1§_000}'),
  syntax("a lone minus", '{"lng":§-}'),
  syntax("a cut word", '{"inferred":§tru}'),
  syntax("a longer word", '{"inferred":§trueish}'),
  syntax("a word in capitals", '{"inferred":§NULL}'),
  syntax("a tab in a string", '{"id":"port§\tx"}'),
  syntax("a control character in a string", '{"id":"port§\u0001x"}'),
  syntax("a zero byte in a string", '{"id":"port§\u0000x"}'),
  syntax("an escape that JSON has not", '{"id":"port\\§x41"}'),
  syntax("an escaped single quote", '{"id":"port\\§\'s"}'),
  syntax("a short unicode escape", '{"id":"port\\§u00e"}'),
  syntax("a unicode escape in braces", '{"id":"port\\§u{e9}"}'),
  syntax("a capital U", '{"id":"port\\§U000000e9"}'),
  syntax("a backslash at the end", '{"id":"port\\§'),
  syntax("a no-break space between", '{§\u00a0"id":"port/x"}'),
  syntax("an ideographic space between", '{"id":§\u3000"port/x"}'),
  syntax("a byte order mark in the middle", '§\ufeff{"id":"port/x"}'),
  syntax("a line separator between", '{§\u2028"id":"port/x"}'),
  syntax("a zero-width space between", '{"id"§\u200b:"port/x"}'),
  syntax("an HTML page", "§<!doctype html>"),
  syntax("XML", '§<?xml version="1.0"?>'),
  syntax("YAML", "§id: port/x"),
  syntax("CSV", "§id,name"),
  syntax("a word", "§port"),
  syntax("a letter after an emoji", '{"id":"😀"§x}'),
];

const SILENT: readonly BadInput[] = [
  badInput(
    "a field given twice",
    { "a.jsonl": `{"id":"port/x",§"id":"port/kok","names":[{"value":"K","lang":"en"}]}` },
    "file/duplicate-key",
  ),
  badInput(
    "a field given three times",
    { "a.jsonl": `{"id":"port/x",§"id":"port/y",§"id":"port/kok","names":[{"value":"K","lang":"en"}]}` },
    "file/duplicate-key",
    "file/duplicate-key",
  ),
  badInput(
    "a field given twice, once escaped",
    { "a.jsonl": `{"id":"port/x",§"\\u0069d":"port/kok","names":[{"value":"K","lang":"en"}]}` },
    "file/duplicate-key",
  ),
  badInput(
    "an inner field given twice",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en",§"lang":"kk"}]}` },
    "file/duplicate-key",
  ),
  badInput(
    "two lists of claims",
    { "a.json": `{"entities":[${TOWN}],\n "claims":[],\n §"claims":[]}` },
    "file/duplicate-key",
  ),
  badInput(
    "the same text in field and value is no repetition, a second field is",
    { "a.jsonl": `{"id":"id/names","kind":"port","names":[{"value":"id","lang":"en"}],§"id":"port/id"}` },
    "file/duplicate-key",
  ),
  badInput(
    "a number too large",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lng":§1e999}` },
    ["file/changed-number", ["record/invalid-value", "/lng"]],
  ),
  badInput(
    "a number too small",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lng":§1e-999}` },
    "file/changed-number",
  ),
  badInput(
    "a whole number beyond 2^53",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lng":§9007199254740993}` },
    ["file/changed-number", ["record/invalid-value", "/lng"]],
  ),
  badInput(
    "a negative whole number beyond 2^53",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lat":§-9007199254740993}` },
    ["file/changed-number", ["record/invalid-value", "/lat"]],
  ),
  badInput(
    "65 lists in one another",
    { "a.jsonl": `${TOWN}\n${"[".repeat(64)}§[${"]".repeat(65)}\n${PORT}` },
    "file/too-deep",
  ),
  badInput(
    "100,000 brackets that open",
    { "a.json": `${"[".repeat(64)}§${"[".repeat(99_936)}` },
    "file/too-deep",
  ),
  badInput(
    "100,000 objects in one another",
    { "a.json": `${'{"a":'.repeat(64)}§${'{"a":'.repeat(99_936)}` },
    "file/too-deep",
  ),
  badInput(
    "half a character, as an escape",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":§"\\ud83d","lang":"en"}]}` },
    ["record/invalid-value", "/names/0/value"],
  ),
  badInput(
    "half a character, as it is",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":§"\udc00","lang":"en"}]}` },
    ["record/invalid-value", "/names/0/value"],
  ),
  badInput(
    "half a character in a field's name",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"\\ud83d":§1}` },
    ["record/unknown-field", "/\ud83d"],
  ),
  badInput(
    "__proto__ as a field",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"__proto__":§{"lng":1}}` },
    ["record/unknown-field", "/__proto__"],
  ),
  badInput(
    "constructor as a field",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"constructor":§{"lng":1}}` },
    ["record/unknown-field", "/constructor"],
  ),
  badInput(
    "__proto__ as an id",
    { "a.jsonl": `{"id":§"__proto__","kind":"port","names":[{"value":"K","lang":"en"}]}` },
    ["record/invalid-id", "/id"],
  ),
  badInput(
    "__proto__ within an id",
    { "a.jsonl": `{"id":§"port/__proto__","names":[{"value":"K","lang":"en"}]}` },
    ["record/invalid-id", "/id"],
  ),
  badInput(
    "__proto__ as a kind",
    { "a.jsonl": `{"id":"kok","kind":§"__proto__","names":[{"value":"K","lang":"en"}]}` },
    ["record/unknown-kind", "/kind"],
  ),
  badInput(
    "constructor as a relation",
    {
      "a.jsonl": `${CONTEXT}\n{"id":"c1","subject":"port/kok","relation":§"constructor","object":"region/hami","valid":"2024","status":"actual","citations":${CITED}}`,
    },
    ["record/unknown-relation", "/relation"],
  ),
  badInput(
    "__proto__ among the identifiers",
    { "a.jsonl": `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"identifiers":{"__proto__":§"1"}}` },
    ["record/wrong-type", "/identifiers/__proto__"],
  ),
];

const FORM: readonly BadInput[] = [
  badInput("an empty JSON file", { "a.json": "§" }, "file/not-json"),
  badInput("a JSON file of white space", { "a.json": " \n\t§" }, "file/not-json"),
  badInput("a list that is cut off, over lines", { "a.json": `[\n${TOWN},\n§` }, "file/not-json"),
  badInput("a comma after the last record of a list", { "a.json": `[\n  ${TOWN},\n§]` }, "file/not-json"),
  badInput("a line end in a string", { "a.json": `[{"id":"port/x§\ny"}]` }, "file/not-json"),
  badInput(
    "carriage returns are counted as columns, not lines",
    { "a.json": `[\r\n${TOWN}\r\n§${PORT}\r\n]` },
    "file/not-json",
  ),
  badInput("a mark of byte order is no column", { "a.json": "\ufeff§oops" }, "file/not-json"),
  badInput("a number as JSON file", { "a.json": "§42" }, ["record/not-an-object", ""]),
  badInput("null as JSON file", { "a.json": " §null" }, ["record/not-an-object", ""]),
  badInput("a text as JSON file", { "a.json": '§"port/kok"' }, ["record/not-an-object", ""]),
  badInput(
    "lines that are no objects",
    { "a.jsonl": `${TOWN}\n§17\n§null\n§"x"\n  §[1]\n` },
    ["record/not-an-object", ""],
    ["record/not-an-object", ""],
    ["record/not-an-object", ""],
    ["record/not-an-object", ""],
  ),
  badInput(
    "items that are no objects",
    { "a.json": `[${TOWN},\n §17, §null,\n §[]]` },
    ["record/not-an-object", ""],
    ["record/not-an-object", ""],
    ["record/not-an-object", ""],
  ),
  badInput(
    "entities that are no objects",
    { "a.json": `{"entities":[${TOWN},\n §17, §"x"]}` },
    ["record/not-an-object", ""],
    ["record/not-an-object", ""],
  ),
  badInput("claims that are no list", { "a.json": '{"entities":[],\n"claims":§{}}' }, [
    "record/wrong-type",
    "/claims",
  ]),
  badInput("sources that are null", { "a.json": '{"entities":[],"sources":§null}' }, [
    "record/wrong-type",
    "/sources",
  ]),
  badInput("a list with a misspelt name", { "a.json": '{"entities":[],"claim":§[]}' }, [
    "record/unknown-field",
    "/claim",
  ]),
  badInput("a list of a name with a slash", { "a.json": '{"entities":[],"a/b~c":§[]}' }, [
    "record/unknown-field",
    "/a~1b~0c",
  ]),
  badInput("an empty object as JSON file", { "a.json": "§{}" }, ["record/unknown-sort", ""]),
  badInput("a record of no sort", { "a.jsonl": `${TOWN}\n  §{"id":"port/x"}\n` }, [
    "record/unknown-sort",
    "",
  ]),
  badInput("an item of no sort", { "a.json": `[${TOWN},\n\t§{"id":"port/x"}]` }, ["record/unknown-sort", ""]),
  badInput(
    "FollowTheMoney without its format",
    { "a.jsonl": `${TOWN}\n§{"id":"Q1","schema":"Person","properties":{}}\n` },
    ["record/unknown-sort", ""],
  ),
  badInput("a file of an unknown format", { "ports.xlsx": "§PK" }, "file/unknown-format"),
  badInput(
    "a file of plain words without an end to its name",
    { ports: "§words alone" },
    "file/unknown-format",
  ),
  badInput(
    "two descriptions of the dataset",
    {
      "a.json": '{"dataset":{"name":"a","version":"1.0.0","license":"CC0-1.0"}}',
      "b.json": '{"dataset":§{"name":"b","version":"1.0.0","license":"CC0-1.0"}}',
    },
    "file/second-dataset",
  ),
  badInput("a dataset without version", { "a.json": '{"dataset":§{"name":"a","license":"CC0-1.0"}}' }, [
    "record/missing-field",
    "/version",
  ]),
  badInput("a dataset that is a text", { "a.json": '{"dataset":§"mine"}' }, ["record/wrong-type", ""]),
  badInput(
    "a dataset with a number for a licence",
    { "dataset.json": '{"name":"a","version":"1",\n"license":§1}' },
    ["record/wrong-type", "/license"],
  ),
  badInput(
    "a dataset whose coverage ends on no day",
    {
      "dataset.json":
        '{"name":"a","version":"1","license":"x","coverage":{"from":"2024","to":§"2024-02-30","covers":[],"silentOn":[]}}',
    },
    ["record/invalid-date", "/coverage/to"],
  ),
  badInput(
    "a dataset with a misspelt field",
    { "dataset.json": '{"name":"a","version":"1","license":"x","licence":§"x"}' },
    ["record/unknown-field", "/licence"],
  ),
];

const RECORDS: readonly BadInput[] = [
  badInput(
    "an id used twice in a file",
    { "a.jsonl": `${TOWN}\n{"id":§"region/hami","names":[{"value":"Kumul","lang":"en"}]}\n` },
    ["record/duplicate-id", "/id"],
  ),
  badInput(
    "an id used twice in two files",
    { "a.jsonl": TOWN, "b.json": `[\n{"names":[{"value":"Kumul","lang":"en"}], "id": §"region/hami"}]` },
    ["record/duplicate-id", "/id"],
  ),
  badInput("a source twice", { "a.jsonl": `${SOURCE}\n${SOURCE.replace('"id":', '"id":§')}` }, [
    "record/duplicate-id",
    "/id",
  ]),
  claim(
    "a claim twice",
    `${timed('"valid":"2024"')}\n${timed('"valid":"2024"').replace('"id":', '"id":§')}`,
    ["record/duplicate-id", "/id"],
  ),
  badInput("an id with a space", { "a.jsonl": '{"id":§"port/a b","names":[{"value":"K","lang":"en"}]}' }, [
    "record/invalid-id",
    "/id",
  ]),
  badInput(
    "an id of 257 units",
    { "a.jsonl": `{"id":§"port/${"x".repeat(252)}","names":[{"value":"K","lang":"en"}]}` },
    ["record/invalid-id", "/id"],
  ),
  badInput("an empty id", { "a.jsonl": '{"id":§"","kind":"port","names":[{"value":"K","lang":"en"}]}' }, [
    "record/invalid-value",
    "/id",
  ]),
  badInput(
    "a misspelt kind in the id",
    { "a.jsonl": '{"id":§"prot/x","names":[{"value":"K","lang":"en"}]}' },
    ["record/unknown-kind", "/id"],
  ),
  badInput("an id without kind", { "a.jsonl": '{"id":§"kok","names":[{"value":"K","lang":"en"}]}' }, [
    "record/unknown-kind",
    "/id",
  ]),
  badInput(
    "a kind that is not the id's",
    { "a.jsonl": '{"id":"port/kok","kind":§"region","names":[{"value":"K","lang":"en"}]}' },
    ["record/kind-mismatch", "/kind"],
  ),
  badInput(
    "a kind in the plural",
    { "a.jsonl": '{"id":"port/kok","kind":§"ports","names":[{"value":"K","lang":"en"}]}' },
    ["record/unknown-kind", "/kind"],
  ),
  badInput("no names", { "a.jsonl": '{"id":"port/kok","names":§[]}' }, ["record/too-few", "/names"]),
  badInput("names that are one text", { "a.jsonl": '{"id":"port/kok","names":§"Kok"}' }, [
    "record/wrong-type",
    "/names",
  ]),
  badInput("a name that is a text", { "a.jsonl": '{"id":"port/kok","names":[§"Kok"]}' }, [
    "record/wrong-type",
    "/names/0",
  ]),
  badInput("a name without language", { "a.jsonl": '{"id":"port/kok","names":[§{"value":"Kok"}]}' }, [
    "record/missing-field",
    "/names/0/lang",
  ]),
  badInput(
    "a language in words",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"Kok","lang":§"Kyrgyz language"}]}' },
    ["record/invalid-value", "/names/0/lang"],
  ),
  badInput(
    "a name of an unknown source",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"Kok","lang":"en","source":§"paper"}]}' },
    ["record/dangling-source", "/names/0/source"],
  ),
  badInput(
    "a longitude beyond 180",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lng":§180.5,"lat":44}' },
    ["record/invalid-value", "/lng"],
  ),
  badInput(
    "a latitude beyond 90",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lng":80,"lat":§-90.01}' },
    ["record/invalid-value", "/lat"],
  ),
  badInput(
    "a longitude as text",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"K","lang":"en"}],"lng":§"80.4"}' },
    ["record/wrong-type", "/lng"],
  ),
  badInput(
    "a mode of transport that is none",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"K","lang":"en"}],"modes":["road",§"boat"]}' },
    ["record/invalid-value", "/modes/1"],
  ),
  badInput(
    "a mode that is no list",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"K","lang":"en"}],"modes":§"road"}' },
    ["record/wrong-type", "/modes"],
  ),
  badInput(
    "an attribute of another kind",
    { "a.jsonl": '{"id":"region/hami","names":[{"value":"K","lang":"en"}],"modes":§["road"]}' },
    ["record/unknown-field", "/modes"],
  ),
  badInput(
    "an identifier that is a number",
    { "a.jsonl": '{"id":"port/kok","names":[{"value":"K","lang":"en"}],"identifiers":{"geonames":§1}}' },
    ["record/wrong-type", "/identifiers/geonames"],
  ),
  badInput(
    "a source of an unknown class",
    { "a.jsonl": SOURCE.replace('"class":"other"', '"class":§"tabloid"') },
    ["record/invalid-value", "/publisher/class"],
  ),
  badInput(
    "a source without scheme in its address",
    { "a.jsonl": SOURCE.replace('"genre"', '"url":§"www.example.org","genre"') },
    ["record/invalid-value", "/url"],
  ),
  badInput(
    "a source by one author as text",
    { "a.jsonl": SOURCE.replace('"genre"', '"authors":§"Li","genre"') },
    ["record/wrong-type", "/authors"],
  ),
  badInput(
    "a source with a text of negative length",
    { "a.jsonl": SOURCE.replace('"genre"', `"text":{"length":§-1,"sha256":"${"0".repeat(64)}"},"genre"`) },
    ["record/invalid-value", "/text/length"],
  ),
  badInput(
    "a source with a short print",
    { "a.jsonl": SOURCE.replace('"genre"', '"text":{"length":1,"sha256":§"00"},"genre"') },
    ["record/invalid-value", "/text/sha256"],
  ),
  claim("no time", locatedIn(`"status":"actual","citations":${CITED}`).replace("{", "§{"), [
    "record/time-missing",
    "/valid",
  ]),
  claim("two times", timed('"valid":"2024","attested":§["2024-01-01"]'), [
    "record/time-doubled",
    "/attested",
  ]),
  claim("no attested day", timed('"attested":§[]'), ["record/too-few", "/attested"]),
  claim("an attested interval", timed('"attested":[§"2024/2025"]'), ["record/invalid-date", "/attested/0"]),
  claim("a wrong second attested day", timed('"attested":["2024-05-21",§"2024-13-01"]'), [
    "record/invalid-date",
    "/attested/1",
  ]),
  claim("an attested day that is a text", timed('"attested":§"2024-05-21"'), [
    "record/wrong-type",
    "/attested",
  ]),
  claim("an object that is not there", timed('"valid":"2024"').replace('"region/hami"', '§"region/turpan"'), [
    "record/dangling-entity",
    "/object",
  ]),
  claim("ends that do not fit", timed('"valid":"2024"').replace('"region/hami"', '§"official/li"'), [
    "record/wrong-ends",
    "/object",
  ]),
  claim(
    "a subject that cannot have the relation",
    timed('"valid":"2024"').replace('"port/kok"', '§"indicator/ports"'),
    ["record/wrong-ends", "/subject"],
  ),
  claim("a misspelt relation", timed('"valid":"2024"').replace('"locatedIn"', '§"locatdIn"'), [
    "record/unknown-relation",
    "/relation",
  ]),
  claim("a status that is none", locatedIn(`"valid":"2024","status":§"done","citations":${CITED}`), [
    "record/invalid-value",
    "/status",
  ]),
  claim("no citation", locatedIn('"valid":"2024","status":"actual","citations":§[]'), [
    "record/too-few",
    "/citations",
  ]),
  claim("a citation without source", cited('§{"voice":"narrated","stance":"asserts","readAs":"excerpt"}'), [
    "record/missing-field",
    "/citations/0/source",
  ]),
  claim(
    "a citation of an unknown source",
    cited('{"source":§"papers-2024","voice":"narrated","stance":"asserts","readAs":"excerpt"}'),
    ["record/dangling-source", "/citations/0/source"],
  ),
  claim("a citation without print", cited('§{"source":"paper-2024","voice":"narrated","stance":"asserts"}'), [
    "record/citation-incomplete",
    "/citations/0",
  ]),
  claim(
    "a citation with half a print",
    cited('§{"source":"paper-2024","voice":"narrated","stance":"asserts","start":1,"end":2}'),
    ["record/citation-incomplete", "/citations/0"],
  ),
  claim(
    "a citation that ends before it starts",
    cited(
      `{"source":"paper-2024","voice":"narrated","stance":"asserts","start":9,"end":§2,"length":1,"hash":"00000000","sha256":"${"0".repeat(64)}"}`,
    ),
    ["record/citation-range", "/citations/0/end"],
  ),
  claim(
    "a voice that is none",
    cited('{"source":"paper-2024","voice":§"shouted","stance":"asserts","readAs":"excerpt"}'),
    ["record/invalid-value", "/citations/0/voice"],
  ),
  claim(
    "a stance that is none",
    cited('{"source":"paper-2024","voice":"narrated","stance":§"doubts","readAs":"excerpt"}'),
    ["record/invalid-value", "/citations/0/stance"],
  ),
  claim(
    "a speaker who is not there",
    cited(
      '{"source":"paper-2024","voice":"quoted","stance":"asserts","readAs":"excerpt","speaker":§"official/wang"}',
    ),
    ["record/dangling-entity", "/citations/0/speaker"],
  ),
  claim("a second citation that is a text", cited(`${CITED.slice(1, -1)},§"paper-2024"`), [
    "record/wrong-type",
    "/citations/1",
  ]),
  claim("a scope that is not there", timed('"valid":"2024","scope":{"partner":§"country/xx"}'), [
    "record/dangling-entity",
    "/scope/partner",
  ]),
  claim("a scope with an unknown field", timed('"valid":"2024","scope":{"partners":§"country/kz"}'), [
    "record/unknown-field",
    "/scope/partners",
  ]),
  claim("a scope that is a text", timed('"valid":"2024","scope":§"country/kz"'), [
    "record/wrong-type",
    "/scope",
  ]),
  claim("a figure as a number", counted('{"value":§18,"unit":"1"}'), [
    "record/wrong-type",
    "/quantity/value",
  ]),
  claim("a figure with its unit inside", counted('{"value":§"18 ports","unit":"1"}'), [
    "record/invalid-value",
    "/quantity/value",
  ]),
  claim("a figure with a comma", counted('{"value":§"1,800","unit":"1"}'), [
    "record/invalid-value",
    "/quantity/value",
  ]),
  claim("a figure without unit", counted('§{"value":"18"}'), ["record/missing-field", "/quantity/unit"]),
  claim("a figure with a comparator that is none", counted('{"value":"18","unit":"1","comparator":§"≥"}'), [
    "record/invalid-value",
    "/quantity/comparator",
  ]),
  claim("a figure that is a text", counted('§"18"'), ["record/wrong-type", "/quantity"]),
  claim(
    "no figure where the relation needs one",
    counted("0").replace('"quantity":0,', "").replace("{", "§{"),
    ["record/missing-field", "/quantity"],
  ),
  claim(
    "a figure where the relation has none",
    timed('"valid":"2024","quantity":§{"value":"1","unit":"1"}'),
    ["record/unknown-field", "/quantity"],
  ),
  claim(
    "several problems of one claim",
    '{"id":§"c 1","subject":"port/kok","relation":"locatedIn","object":§"region/turpan","valid":§"2024-13","status":§"done","citations":[{"source":§"x","voice":§"y","stance":"asserts","readAs":"excerpt"}]}',
    ["record/invalid-id", "/id"],
    ["record/dangling-entity", "/object"],
    ["record/invalid-date", "/valid"],
    ["record/invalid-value", "/status"],
    ["record/dangling-source", "/citations/0/source"],
    ["record/invalid-value", "/citations/0/voice"],
  ),
  badInput(
    "problems of several files and sorts",
    {
      "a.jsonl": `${TOWN}\n{"id":§"prot/x","names":[{"value":"X","lang":"en"}]}\n§oops\n`,
      "b.json": `[${SOURCE.replace('"genre":"news"', '"genre":§7')},\n {"id":"port/y",§"id":"port/y","names":§[]}]`,
    },
    ["record/unknown-kind", "/id"],
    "file/not-json",
    ["record/wrong-type", "/genre"],
    "file/duplicate-key",
    ["record/too-few", "/names"],
  ),
];

/** No EDTF date, interval or none that the library reads. */
const BAD_TIMES: Readonly<Record<string, string>> = {
  "no month 13": "2024-13",
  "no month 00": "2024-00",
  "no 30 February": "2024-02-30",
  "no 29 February of a common year": "2023-02-29",
  "no 31 April": "2024-04-31",
  "no day 00": "2024-05-00",
  "a month of one digit": "2024-5",
  "a day of one digit": "2024-05-1",
  "a year of two digits": "24",
  "a year of three digits": "202",
  slashes: "2024/05/21",
  points: "21.05.2024",
  words: "21 May 2024",
  "a Chinese date": "2024年5月21日",
  "a time of day": "2024-05-21T10:00:00Z",
  "space before": " 2024",
  "space after": "2024 ",
  "an interval backwards": "2024/2023",
  "an interval of nothing": "../..",
  "a dash for a slash": "2023–2024",
  "three ends": "2022/2023/2024",
  today: "today",
  "a year beyond four digits": "Y170000002",
  "a set of dates": "[2023,2024]",
  "an exponent": "2e3",
};

const TIMES: readonly BadInput[] = Object.entries(BAD_TIMES).map(([name, time]) =>
  claim(`a time: ${name}`, timed(`"valid":§${JSON.stringify(time)}`), ["record/invalid-date", "/valid"]),
);

/** All of them. */
export const BAD_JSON: readonly BadInput[] = [...SYNTAX, ...SILENT, ...FORM, ...RECORDS, ...TIMES];

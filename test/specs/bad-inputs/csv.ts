/**
 * Bad CSV tables. In the texts `«` stands before each place of a problem, in reading order of the files; `expected` has
 * the codes of the problems at each of these places.
 */

/** Files with something wrong. */
export interface MarkedCase {
  readonly name: string;
  /** Text by file name. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

const row = (name: string, files: Readonly<Record<string, string>>, ...expected: string[]): MarkedCase => ({
  name,
  files,
  expected,
});

const SOURCES =
  "id,title,publisherName,publisherClass,publisherClassifiedBy,publisherClassifiedOn,genre,language,published,accessed\n" +
  "s,T,P,other,me,2026,note,en,2024-01-05,2026-01-01\n";
const CLAIM = "subject,relation,object,valid,status,source,voice,stance,readAs\n";
/** Entities and a source to stand beside claims. */
const BESIDE = { "entities.csv": "id,name\nport/a,A\ncountry/b,B\nregion/r,R\n", "sources.csv": SOURCES };
/** The same beside figures. */
const MEASURED = {
  "entities.csv": "id,name,measure\nregion/r,R,\nindicator/i,I,stock\n",
  "sources.csv": SOURCES,
};
const claims = (text: string): Readonly<Record<string, string>> => ({ ...BESIDE, "claims.csv": text });
const entities = (text: string): Readonly<Record<string, string>> => ({ "entities.csv": text });
const GOOD = "port/a,opensTo,country/b,2024,actual,s,narrated,asserts,excerpt\n";

export const csvCases: readonly MarkedCase[] = [
  // the form of a table
  row("an empty file", entities("«"), "csv/no-header"),
  row("a file of blank lines", entities("«\n\n\r\n"), "csv/no-header"),
  row("a byte order mark alone", entities("\uFEFF«"), "csv/no-header"),
  row("a table that nothing tells", { "mine.csv": "«a,b,c\n1,2,3\n" }, "csv/unknown-table"),
  row(
    "a table whose telling column is misspelt",
    { "mine.csv": "«subject,relatoin,object\na,b,c\n" },
    "csv/unknown-table",
  ),
  row("no column of ids", entities("«name\nA\n"), "csv/missing-column"),
  row(
    "an id spelt with a capital",
    entities("«ID,name\nport/a,A\n"),
    "csv/missing-column csv/unknown-column",
  ),
  row(
    "a header with a space before a name",
    entities("id,« name\n«port/a,A\n"),
    "csv/unknown-column",
    "record/missing-field",
  ),
  row(
    "claims without relation and object",
    { "claims.csv": "«subject,valid\na,2024\n" },
    "csv/missing-column csv/missing-column",
  ),
  row("names without language", { "names.csv": "«entity,value\nport/a,A\n" }, "csv/missing-column"),
  row("citations without source", { "citations.csv": "«claim,voice\nc,narrated\n" }, "csv/missing-column"),
  row("sources without title", { "sources.csv": "«id\ns\n" }, "csv/missing-column"),
  row("a dataset without licence", { "dataset.csv": "«name,version\nx,1\n" }, "csv/missing-column"),
  row("an unknown column", entities("id,name,«colour\nport/a,A,red\n"), "csv/unknown-column"),
  row("a misspelt column", entities("id,name,«modess\nport/a,A,road\n"), "csv/unknown-column"),
  row("a column that JavaScript has", entities("id,name,«__proto__\nport/a,A,x\n"), "csv/unknown-column"),
  row("a column called constructor", entities("id,name,«constructor\nport/a,A,x\n"), "csv/unknown-column"),
  row(
    "names in no language",
    entities("id,«name:\n«port/a,A\n"),
    "csv/unknown-column",
    "record/missing-field",
  ),
  row("a column twice", entities("id,name,lng,«lng\nport/a,A,1,2\n"), "csv/duplicate-column"),
  row(
    "a column thrice",
    entities("id,name,lng,«lng,«lng\nport/a,A,1,2,3\n"),
    "csv/duplicate-column",
    "csv/duplicate-column",
  ),
  row(
    "a column without a name that holds something",
    entities("id,name,«\nport/a,A,x\n"),
    "csv/unknown-column",
  ),
  row(
    "a header in quotation marks, with a line end inside",
    entities('id,name,«"mo\ndes"\nport/a,A,x\n'),
    "csv/unknown-column",
  ),
  row(
    "a hint for spreadsheets before the header",
    entities("«sep=;«\nid;name\n"),
    "csv/missing-column csv/unknown-column",
    "csv/unknown-column",
  ),
  // rows
  row("a row with too few cells", entities("id,name,lng\n«port/a,A\n"), "csv/ragged-row"),
  row("a row with too many cells", entities("id,name\n«port/a,A,\n"), "csv/ragged-row"),
  row("an unquoted comma", entities("id,name\n«port/a,Ports, A\n"), "csv/ragged-row"),
  row("a decimal comma", entities("id,name,lng,lat\n«port/a,A,80,5,44,5\n"), "csv/ragged-row"),
  row(
    "several ragged rows among good ones, after a cell of three lines",
    entities('id,name\n«port/a\nport/b,"B\nB\nB"\n«port/c,C,c\n'),
    "csv/ragged-row record/missing-field",
    "csv/ragged-row",
  ),
  row(
    "a quotation mark that is not closed",
    entities('id,name\nport/a,«"A\nport/b,B\n'),
    "csv/unclosed-quote",
  ),
  row(
    "a quotation mark that is not closed in the header",
    entities('id,«"name\nport/a,A\n'),
    "csv/unclosed-quote",
  ),
  row("text after a closing quotation mark", entities('id,name\nport/a,"A"« B\n'), "csv/stray-quote"),
  row("a quotation mark not doubled", entities('id,name\nport/a,"The "«A" port"\n'), "csv/stray-quote"),
  row("a quotation mark inside a bare cell", entities('id,name\nport/a,A «"B"\n'), "csv/stray-quote"),
  row("white space before a quotation mark", entities('id,name\nport/a, «"A"\n'), "csv/stray-quote"),
  row(
    "lines that end with a carriage return alone",
    entities("id,«name«\rport/a,«A«\rport/b,«B\r"),
    "csv/unknown-column",
    "csv/stray-return",
    "csv/unknown-column",
    "csv/stray-return",
    "csv/unknown-column",
  ),
  row("a lone carriage return in a cell", entities("id,name\nport/a,A«\rB\n"), "csv/stray-return"),
  row(
    "the wrong delimiter in a row",
    entities("id;name;lng\nport/b;B;1\n«port/a,A,1\n"),
    "csv/ragged-row record/missing-field",
  ),
  // cells
  row("a number with a comma", entities("id;name;lng\nport/a;A;«80,5\n"), "record/wrong-type"),
  row("a number with a unit", entities("id,name,lng\nport/a,A,«80.5°\n"), "record/wrong-type"),
  row("a number in hexadecimal", entities("id,name,lng\nport/a,A,«0x10\n"), "record/wrong-type"),
  row("a number that no double holds", entities("id,name,lng\nport/a,A,«1e999\n"), "record/wrong-type"),
  row("a number that is none", entities("id,name,lng\nport/a,A,«NaN\n"), "record/wrong-type"),
  row("a longitude beyond 180", entities("id,name,lng,lat\nport/a,A,«181,44\n"), "record/invalid-value"),
  row(
    "latitude and longitude changed",
    entities("id,name,lng,lat\nport/a,A,44,«100\n"),
    "record/invalid-value",
  ),
  row(
    "a list with another separator",
    entities("id,name,modes\nport/a,A,«road;rail\n"),
    "record/invalid-value",
  ),
  row("a list with a wrong item", entities("id,name,modes\nport/a,A,«road|boat\n"), "record/invalid-value"),
  row("an empty item in a list", entities("id,name,modes\nport/a,A,«road||rail\n"), "record/invalid-value"),
  row(
    "a value that is not in the list",
    entities("id,name,level\nregion/a,A,«town hall\n"),
    "record/invalid-value",
  ),
  row(
    "an attribute of another kind",
    entities("id,name,modes\nregion/a,A,\nregion/b,B,«road\n"),
    "record/unknown-field",
  ),
  row("an unknown kind", entities("id,name\n«prot/a,A\n"), "record/unknown-kind"),
  row(
    "an unknown kind in a column of its own",
    entities("id,kind,name\na,«harbour,A\n"),
    "record/unknown-kind",
  ),
  row("a kind that the id contradicts", entities("id,kind,name\nport/a,«region,A\n"), "record/kind-mismatch"),
  row("an entity without id", entities("id,name\n«,A\n"), "record/missing-field"),
  row(
    "a name of nobody beside an entity without id",
    { ...entities("id,name\n«,A\n"), "names.csv": "entity,value,lang\n«port/b,B,en\n" },
    "record/missing-field",
    "csv/unknown-record",
  ),
  row("an id with a space", entities("id,name\n«port/a b,A\n"), "record/invalid-id"),
  row("a reserved id", entities("id,kind,name\n«__proto__,port,A\n"), "record/invalid-id"),
  row("an id twice", entities("id,name\nport/a,A\n«port/a,B\n"), "record/duplicate-id"),
  row(
    "an id twice in two files",
    { "entities.csv": "id,name\nport/a,A\n", "more entities.csv": "id,name\n«port/a,B\n" },
    "record/duplicate-id",
  ),
  row("an entity without a name", entities("id,lng\n«port/a,1\n"), "record/missing-field"),
  row("names in a language that is none", entities("id,name,name:e\nport/a,A,«B\n"), "record/invalid-value"),
  row("an empty name in a list", entities("id,name\nport/a,«A|\n"), "record/invalid-value"),
  row(
    "a name without language in the column of names",
    entities("id,names\nport/a,«Port A\n"),
    "record/missing-field",
  ),
  row(
    "a register twice",
    entities("id,name,identifiers\nport/a,A,«iata=AAA|iata=BBB\n"),
    "record/wrong-type",
  ),
  row("a register without code", entities("id,name,identifiers\nport/a,A,«iata\n"), "record/invalid-value"),
  row(
    "a register called __proto__",
    entities("id,name,identifiers\nport/a,A,«__proto__=1\n"),
    "record/wrong-type",
  ),
  row(
    "a required attribute that is empty",
    entities("id,name,measure\nindicator/i,I,«\n"),
    "record/missing-field",
  ),
  row(
    "a reference to nothing",
    entities("id,name,measure,of\nindicator/i,I,growth,«indicator/j\n"),
    "record/dangling-entity",
  ),
  row(
    "references of which one leads nowhere",
    entities("id,name,measure,comparableTo\nindicator/i,I,stock,«indicator/i|indicator/j\n"),
    "record/dangling-entity",
  ),
  // several tables
  row(
    "a name of no entity",
    { ...entities("id,name\nport/a,A\n"), "names.csv": "entity,value,lang\n«port/b,B,en\n" },
    "csv/unknown-record",
  ),
  row(
    "a name without a value",
    { ...entities("id\nport/a\n"), "names.csv": "entity,value,lang\nport/a,«,en\n" },
    "record/missing-field",
  ),
  row(
    "a name of an unknown source",
    { ...entities("id\nport/a\n"), "names.csv": "entity,value,lang,source\nport/a,A,en,«s9\n" },
    "record/dangling-source",
  ),
  row(
    "an inference that is neither true nor false",
    { ...entities("id\nport/a\n"), "names.csv": "entity,value,lang,inferred\nport/a,A,en,«perhaps\n" },
    "record/wrong-type",
  ),
  row(
    "names that the table of names contradicts",
    { ...entities("id,names\nport/a,«A@en\n"), "names.csv": "entity,value,lang\nport/a,B,en\n" },
    "csv/contradiction",
  ),
  row(
    "a citation of no claim",
    { ...claims(`id,${CLAIM}c,${GOOD}`), "citations.csv": "claim,source\n«d,s\n" },
    "csv/unknown-record",
  ),
  row(
    "a citation without voice and stance",
    { ...claims(`id,${CLAIM}c,${GOOD}`), "citations.csv": "claim,source,readAs\n«c,s,excerpt\n" },
    "record/missing-field record/missing-field",
  ),
  row(
    "a second citation of an unknown source",
    {
      ...claims(`id,${CLAIM}c,${GOOD}`),
      "citations.csv":
        "claim,source,readAs,voice,stance\nc,s,excerpt,quoted,asserts\nc,«s2,excerpt,quoted,asserts\n",
    },
    "record/dangling-source",
  ),
  row(
    "a place among citations that is no number",
    {
      ...claims(`id,${CLAIM}c,${GOOD}`),
      "citations.csv": "claim,number,source,readAs,voice,stance\nc,«first,s,excerpt,quoted,asserts\n",
    },
    "csv/invalid-number",
  ),
  row(
    "a passage that ends before it starts",
    {
      ...claims(`id,${CLAIM}c,${GOOD}`),
      "citations.csv": `claim,source,start,end,length,hash,sha256,voice,stance\nc,s,20,«10,5,01234567,${"a".repeat(64)},quoted,asserts\n`,
    },
    "record/citation-range",
  ),
  row(
    "an offset that is negative",
    {
      ...claims(`id,${CLAIM}c,${GOOD}`),
      "citations.csv": `claim,source,start,end,length,hash,sha256,voice,stance\nc,s,«-1,10,5,01234567,${"a".repeat(64)},quoted,asserts\n`,
    },
    "record/invalid-value",
  ),
  row(
    "two rows of a dataset",
    { "dataset.csv": "name,version,license\nx,1,CC0-1.0\n«y,1,CC0-1.0\n" },
    "file/second-dataset",
  ),
  // claims
  row(
    "a claim of an unknown relation",
    claims(`${CLAIM}port/a,«openTo,country/b,2024,actual,s,narrated,asserts,excerpt\n`),
    "record/unknown-relation",
  ),
  row(
    "a claim of a subject that is not there",
    claims(`${CLAIM}«port/x,opensTo,country/b,2024,actual,s,narrated,asserts,excerpt\n`),
    "record/dangling-entity",
  ),
  row(
    "a claim of an object that is not there",
    claims(`${CLAIM}port/a,opensTo,«country/x,2024,actual,s,narrated,asserts,excerpt\n`),
    "record/dangling-entity",
  ),
  row(
    "a claim without object",
    claims(`${CLAIM}port/a,opensTo,«,2024,actual,s,narrated,asserts,excerpt\n`),
    "record/missing-field",
  ),
  row(
    "ends of the wrong kinds",
    claims(`${CLAIM}port/a,opensTo,«region/r,2024,actual,s,narrated,asserts,excerpt\n`),
    "record/wrong-ends",
  ),
  row(
    "a symmetric claim turned round",
    claims(`${CLAIM}«region/r,borders,country/b,2024,actual,s,narrated,asserts,excerpt\n`),
    "record/symmetric-order",
  ),
  row(
    "a day that no calendar has",
    claims(`${CLAIM}port/a,opensTo,country/b,«2024-02-30,actual,s,narrated,asserts,excerpt\n`),
    "record/invalid-date",
  ),
  row(
    "a date as spreadsheets write it",
    claims(`${CLAIM}port/a,opensTo,country/b,«5/1/2024,actual,s,narrated,asserts,excerpt\n`),
    "record/invalid-date",
  ),
  row(
    "no time",
    claims(`${CLAIM}port/a,opensTo,country/b,«,actual,s,narrated,asserts,excerpt\n`),
    "record/time-missing",
  ),
  row("two times", claims(`attested,${CLAIM}«2024-01-01,${GOOD}`), "record/time-doubled"),
  row(
    "an attested day that is none, after a good one",
    claims(`attested,${CLAIM}«2024-01-01|today,${GOOD.replace("2024", "")}`),
    "record/invalid-date",
  ),
  row(
    "a status that is none",
    claims(`${CLAIM}port/a,opensTo,country/b,2024,«true,s,narrated,asserts,excerpt\n`),
    "record/invalid-value",
  ),
  row(
    "no status",
    claims(`${CLAIM}port/a,opensTo,country/b,2024,«,s,narrated,asserts,excerpt\n`),
    "record/missing-field",
  ),
  row(
    "a source that is not there",
    claims(`${CLAIM}port/a,opensTo,country/b,2024,actual,«t,narrated,asserts,excerpt\n`),
    "record/dangling-source",
  ),
  row(
    "no source in the row",
    claims(`${CLAIM}port/a,opensTo,country/b,2024,actual,«,narrated,asserts,excerpt\n`),
    "record/missing-field",
  ),
  row(
    "a voice that is none",
    claims(`${CLAIM}port/a,opensTo,country/b,2024,actual,s,«loud,asserts,excerpt\n`),
    "record/invalid-value",
  ),
  row(
    "no word on how it was read",
    claims(`${CLAIM}port/a,opensTo,country/b,2024,actual,«s,narrated,asserts,\n`),
    "record/citation-incomplete",
  ),
  row(
    "no citation at all",
    claims("subject,relation,object,valid,status\n«port/a,opensTo,country/b,2024,actual\n"),
    "record/missing-field",
  ),
  row("a figure where none belongs", claims(`value,${CLAIM}«12,${GOOD}`), "record/unknown-field"),
  row(
    "a figure without unit",
    {
      ...MEASURED,
      "claims.csv": `value,unit,${CLAIM}12,«,region/r,observed,indicator/i,2024,actual,s,narrated,asserts,excerpt\n`,
    },
    "record/missing-field",
  ),
  row(
    "a figure with separators",
    {
      ...MEASURED,
      "claims.csv": `value,unit,${CLAIM}«"12,000",1,region/r,observed,indicator/i,2024,actual,s,narrated,asserts,excerpt\n`,
    },
    "record/invalid-value",
  ),
  row(
    "a figure and another as written",
    {
      ...MEASURED,
      "claims.csv": `value,unit,valueAsWritten,${CLAIM}12,1,«13,region/r,observed,indicator/i,2024,actual,s,narrated,asserts,excerpt\n`,
    },
    "csv/contradiction",
  ),
  row(
    "a comparator that is none",
    {
      ...MEASURED,
      "claims.csv": `value,unit,comparator,${CLAIM}12,1,«about,region/r,observed,indicator/i,2024,actual,s,narrated,asserts,excerpt\n`,
    },
    "record/invalid-value",
  ),
  row(
    "an equivalent without unit",
    {
      ...MEASURED,
      "claims.csv": `value,unit,equivalents,${CLAIM}12,1,«= 3,region/r,observed,indicator/i,2024,actual,s,narrated,asserts,excerpt\n`,
    },
    "record/invalid-value record/missing-field",
  ),
  row(
    "a scope that is not there",
    claims(`scopePartner,${CLAIM}«country/z,${GOOD}`),
    "record/dangling-entity",
  ),
  row(
    "a claim's id twice",
    claims(`id,${CLAIM}c,${GOOD}«c,${GOOD.replace("2024", "2025")}`),
    "record/duplicate-id",
  ),
  row(
    "a required role that is missing",
    {
      "entities.csv": "id,name\nofficial/p,P\norganization/o,O\n",
      "sources.csv": SOURCES,
      "claims.csv": `role,${CLAIM}«,official/p,holdsOffice,organization/o,2024,actual,s,narrated,asserts,excerpt\n`,
    },
    "record/missing-field",
  ),
  // sources
  row(
    "a source whose class is none",
    { "sources.csv": SOURCES.replace("other", "«press") },
    "record/invalid-value",
  ),
  row("a source without date", { "sources.csv": SOURCES.replace("2024-01-05", "«") }, "record/missing-field"),
  row(
    "a source in no language",
    { "sources.csv": SOURCES.replace(",en,", ",«English language,") },
    "record/invalid-value",
  ),
  row("a source without publisher", { "sources.csv": SOURCES.replace(",P,", ",«,") }, "record/missing-field"),
  row(
    "two sources of one id",
    { "sources.csv": `${SOURCES}«s,T,P,other,me,2026,note,en,2024-01-05,2026-01-01\n` },
    "record/duplicate-id",
  ),
  // everything at once
  row(
    "problems in three tables at once",
    {
      "entities.csv": "id,name,«colour\nport/a,A,\n«prot/b,B,\n",
      "claims.csv": `${CLAIM}port/a,opensTo,«country/x,2024,actual,s,«loud,asserts,excerpt\n`,
      "sources.csv": SOURCES.replace("2024-01-05", "«soon"),
    },
    "csv/unknown-column",
    "record/unknown-kind",
    "record/dangling-entity",
    "record/invalid-value",
    "record/invalid-date",
  ),
];

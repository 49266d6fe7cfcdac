// Holds what a built site tells machines against the vocabularies that they read it with.
//
//   npm ci && node check.mjs OUTPUT
//
// Linked data: every page's JSON-LD is held by the TypeScript compiler against schema-dts, the types of schema.org.
// Nodes of one shape (the same types and keys, at every depth) differ in their texts alone, so that one of each shape
// is compiled. Feeds and sitemaps: xmllint holds them against atom.rng and sitemap.rng.

import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { validateXML } from 'xmllint-wasm';

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2];
if (!output) {
  console.error('usage: node check.mjs OUTPUT');
  process.exit(64);
}

const entries = await readdir(output, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const ending = (suffix) => files.filter((file) => file.endsWith(suffix));
const name = (file) => relative(output, file);

/** What is wrong, in lines. */
const complaints = [];

/** Types and keys, without texts. */
function shape(value) {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].sort()}]`;
  if (value === null || typeof value !== 'object') return typeof value;
  const parts = Object.entries(value).map(([key, inner]) => (key === '@type' ? `@${inner}` : `${key}:${shape(inner)}`));
  return `{${parts}}`;
}

/** The JSON-LD of a page: exactly one block, but for the not-found pages and the choice of language; none in pieces
 * that are made for pasting. */
function linkedData(file, html) {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const isPage = /^\s*<!doctype html>/i.test(html) && !/(^|\/)404\.html$|^index\.html$/.test(name(file));
  const wanted = isPage ? 1 : 0;
  if (blocks.length !== wanted) complaints.push(`${name(file)}: ${blocks.length} blocks of linked data`);
  return blocks.map(([, text]) => JSON.parse(text));
}

/** One node of each shape with the page that has it. */
async function shapes() {
  const found = new Map();
  for (const file of ending('.html')) {
    for (const graph of linkedData(file, await readFile(file, 'utf8'))) {
      if (graph['@context'] !== 'https://schema.org') complaints.push(`${name(file)}: another context`);
      for (const node of graph['@graph']) if (!found.has(shape(node))) found.set(shape(node), [file, node]);
    }
  }
  return [...found.values()];
}

/** Compiles texts as one module in memory; the messages of the compiler by line. */
function compile(lines) {
  const path = join(here, 'linked-data.ts');
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const [getSourceFile, fileExists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
  const text = lines.join('\n');
  host.fileExists = (file) => file === path || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, text, ...rest) : getSourceFile(file, ...rest);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  return ts.getPreEmitDiagnostics(program).map((found) => {
    const line = found.file === source ? source.getLineAndCharacterOfPosition(found.start).line : -1;
    return [line, ts.flattenDiagnosticMessageText(found.messageText, '\n    ')];
  });
}

async function checkLinkedData() {
  const nodes = await shapes();
  const lines = ["import type * as schema from 'schema-dts';"];
  for (const [, node] of nodes) {
    lines.push(`export const node${lines.length}: Exclude<schema.${node['@type']}, string> = ${JSON.stringify(node)};`);
  }
  // The compiler must refuse what schema.org does not know, or it has judged nothing.
  lines.push("export const wrong: Exclude<schema.Report, string> = { '@type': 'Report', headlines: 'x' };");
  const found = compile(lines);
  const wrong = lines.length - 1;
  if (!found.some(([line]) => line === wrong)) complaints.push('an unknown property is not refused');
  for (const [line, message] of found.filter(([line]) => line !== wrong)) {
    const [file, node] = nodes[line - 1] ?? [output, { '@type': '?' }];
    complaints.push(`${name(file)}: ${node['@type']}: ${message}`);
  }
  return nodes.length;
}

async function checkXml(files, schema) {
  const relax = await readFile(join(here, schema), 'utf8');
  for (const file of files) {
    const xml = [{ fileName: name(file), contents: await readFile(file, 'utf8') }];
    const { errors } = await validateXML({ xml, schema: relax, extension: 'relaxng' });
    complaints.push(...errors.map((error) => error.rawMessage ?? error.message));
  }
  return files.length;
}

const counts = {
  shapes: await checkLinkedData(),
  feeds: await checkXml(ending('.atom'), 'atom.rng'),
  sitemaps: await checkXml(files.filter((file) => /^sitemap(-\d+)?\.xml$/.test(name(file))), 'sitemap.rng'),
};
for (const [what, count] of Object.entries(counts)) if (count === 0) complaints.push(`there are no ${what}`);
console.log(`${counts.shapes} shapes of linked data, ${counts.feeds} feeds, ${counts.sitemaps} sitemaps`);
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length === 0 ? 0 : 1);

// Cuts a font down to the characters of some lists: node subset.mjs COLLECTION FACE OUTPUT LIST...
//
// A line of a list that begins with "# " is a remark; of traditional.txt, where a line is a traditional character and
// the simplified one, only those whose simplified one is in the other lists. HarfBuzz subsets one face, so the face
// is taken out of its collection first.

import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const [collection, face, output, ...lists] = process.argv.slice(2);

const characters = new Set([" ", "\u00a0", "\u3000"]);
const pairs = [];
for (const list of lists) {
  const lines = (await readFile(list, "utf8")).split("\n").filter((line) => !line.startsWith("# "));
  for (const line of lines) {
    const all = [...line];
    if (list.endsWith("traditional.txt")) pairs.push(all);
    else all.forEach((character) => characters.add(character));
  }
}
for (const [traditional, simplified] of pairs) {
  if (characters.has(simplified)) characters.add(traditional);
}

const subset = await subsetFont(takenOut(await readFile(collection), face), [...characters].join(""), {
  targetFormat: "truetype",
  noHinting: true,
  noLayoutClosure: true,
  // Characters are set one after another, from left to right.
  dropTables: ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"],
  preserveNameIds: [0, 4, 5, 13, 14],
});
await writeFile(output, subset);
console.log(`${characters.size} characters, ${subset.length} bytes`);

/** The face of that full name, as a font of its own. */
function takenOut(collection, name) {
  if (collection.toString("latin1", 0, 4) !== "ttcf") throw new Error("not a collection of fonts");
  for (let index = 0; index < collection.readUInt32BE(8); index += 1) {
    const start = collection.readUInt32BE(12 + 4 * index);
    const count = collection.readUInt16BE(start + 4);
    const entries = Array.from({ length: count }, (_, i) => start + 12 + 16 * i);
    const tables = entries.map((entry) => {
      const from = collection.readUInt32BE(entry + 8);
      const bytes = collection.subarray(from, from + collection.readUInt32BE(entry + 12));
      return { tag: collection.toString("latin1", entry, entry + 4), entry, bytes };
    });
    if (!fullNames(tables.find((table) => table.tag === "name").bytes).includes(name)) continue;
    const head = Buffer.from(collection.subarray(start, start + 12 + 16 * count));
    const parts = [head];
    let at = head.length;
    for (const [i, { bytes }] of tables.entries()) {
      head.writeUInt32BE(at, 12 + 16 * i + 8);
      const room = Math.ceil(bytes.length / 4) * 4;
      parts.push(bytes, Buffer.alloc(room - bytes.length));
      at += room;
    }
    return Buffer.concat(parts);
  }
  throw new Error(`the collection has no face ${name}`);
}

/** What a table of names calls the font in full, in UTF-16. */
function fullNames(table) {
  const texts = table.readUInt16BE(4);
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, i) => 6 + 12 * i);
  return records
    .filter((record) => table.readUInt16BE(record) === 3 && table.readUInt16BE(record + 6) === 4)
    .map((record) => {
      const from = texts + table.readUInt16BE(record + 10);
      return Buffer.from(table.subarray(from, from + table.readUInt16BE(record + 8))).swap16().toString("utf16le");
    });
}

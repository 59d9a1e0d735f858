// Prints every day from argv[2] to argv[3] as crates/domain/examples/working_days.rs does, after the npm
// package chinese-days, which is in the directory of NODE_PATH; the rest of argv are the numbers of
// working days. The package takes years without a notice for plain weeks: they are left out, as `-`.
const { findWorkday, isWorkday } = require("chinese-days");

const [first, last, ...numbers] = process.argv.slice(2);
const lines = [];
for (const day = new Date(`${first}T00:00:00Z`); day <= new Date(`${last}T00:00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
  const written = day.toISOString().slice(0, 10);
  const ends = numbers.map((number) => findWorkday(Number(number), written)).map((end) => (end <= last ? end : "-"));
  lines.push([written, isWorkday(written) ? "work" : "rest", ...ends].join(" "));
}
console.log(lines.join("\n"));

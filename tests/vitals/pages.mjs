// Why this file exists: the pages that are measured, and the phone they are measured on, are the same whoever
// measures.

/** The pages that the bars name. */
export const PAGES = {
  "首页": "/",
  "a real service": "/services/investment-filing",
  "an example comparison": "/services/example-investment-filing",
  "the table": "/table",
};

/** How much slower than this machine the phone is. */
export const SLOW_DOWN = 4;

/** A slow 4G connection, as Lighthouse has it: round trip in milliseconds, bytes a second each way. */
export const SLOW_4G = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

export const BROWSER_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Prints what was measured beside its bars, `most` and `least`, where it has one; whether all hold is the answer. */
export function report(title, measured) {
  console.log(title);
  let allHold = true;
  for (const { what, value, most = Infinity, least = -Infinity, unit = "", decimals = 0 } of measured) {
    const holds = value <= most && value >= least;
    allHold &&= holds;
    const bar = most < Infinity ? `≤ ${most}${unit}` : least > -Infinity ? `≥ ${least}${unit}` : "no bar";
    console.log(`  ${what}: ${value.toFixed(decimals)}${unit} (${bar}): ${holds ? "holds" : "MISSED"}`);
  }
  return allHold;
}

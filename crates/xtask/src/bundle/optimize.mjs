// Makes WebAssembly modules smaller where they lie: `node optimize.mjs FILE...`. One program for all of them,
// because starting it takes longer than most modules do.
import { readFileSync, writeFileSync } from "node:fs";

// Names are left out anyway; of those of kinds that it does not know Binaryen complains once a module.
const { error } = console;
console.error = (line) => String(line).includes("unknown name subsection") || error(line);
const { default: binaryen } = await import("binaryen");

// Every feature that Rust's compiler may use, and no other.
const { BulkMemory, BulkMemoryOpt, CallIndirectOverlong, MutableGlobals, Multivalue, NontrappingFPToInt, ReferenceTypes, SignExt } =
    binaryen.Features;
const features =
    BulkMemory | BulkMemoryOpt | CallIndirectOverlong | MutableGlobals | Multivalue | NontrappingFPToInt | ReferenceTypes | SignExt;

// What wasm-opt calls -Oz.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);

for (const file of process.argv.slice(2)) {
    const module = binaryen.readBinary(readFileSync(file));
    module.setFeatures(features);
    module.optimize();
    module.runPasses(["strip-producers", "strip-target-features"]);
    writeFileSync(file, module.emitBinary());
    module.dispose();
}

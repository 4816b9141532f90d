/** Which modules are compiled before they are run: ours, and the oracle of blind signatures, which comes as ES modules alone. */
exports.compiled = /^(?!.*node_modules).*\.tsx?$|blindrsa-ts\/.+\.js$/
/** How, in swc's words. */
exports.options = { swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } }

import { FIRST, loaderOf } from './loader'

/** `index.js` of every deployed function: the first piece of the first pack (`config/cloud/packs.ts`). */
module.exports = loaderOf(__dirname, require)(`./${FIRST}/0`)

import { strToU8, zipSync } from 'fflate'
import type { Migration } from '../../../migrations'
import { BUILD, type Wanted, type WantedFunction } from '../../../delivery/deploy/wanted'

/** A function that answers a word and what it was given. */
export const functionSaying = (name: string, word: string, more: Partial<WantedFunction> = {}): WantedFunction => {
  const code = `exports.main = async () => ({ word: ${JSON.stringify(word)}, settings: process.env.CHANGQING })`
  return {
    ...{ name, runtime: 'Nodejs20.19', memorySize: 256, timeout: 5, timers: [] },
    variables: { CHANGQING: '{}', [BUILD]: `build-of-${word}` },
    zip: Buffer.from(zipSync({ 'index.js': strToU8(code) })),
    ...more,
  }
}

/** Sheep written before they had wool get it. */
export const wool: Migration = {
  id: '0001-wool',
  title: '给羊补上毛',
  async run(database) {
    const rows = await database.find('sheep', { wool: { exists: false } }, 100)
    for (const { _id } of rows) await database.update('sheep', { _id, wool: { exists: false } }, { set: { wool: 'white' }, unset: [] })
    return rows.length
  },
}

/** A product small enough to be cut off at every call. */
export const small = (more: Partial<Wanted> = {}): Wanted => ({
  collections: [
    {
      name: 'sheep',
      indexes: [
        { name: 'tag', keys: [{ field: 'tag', order: 1 }], unique: true },
        { name: 'wool', keys: [{ field: 'wool', order: 1 }], unique: false },
      ],
    },
    { name: 'deployments', indexes: [] },
    { name: 'migrations', indexes: [] },
  ],
  functions: [functionSaying('api', 'one', { timers: [{ name: 'minute', config: '0 * * * * * *' }] })],
  functionRules: { '*': { invoke: 'auth != null' } },
  storageRule: { read: 'resource.openid == auth.openid', write: 'resource.openid == auth.openid' },
  migrations: [],
  version: '1.0.0',
  ...more,
})

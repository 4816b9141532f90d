import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs } from '../../shared/schemas'

const Done = z.object({
  startedAt: InstantMs,
  finishedAt: InstantMs,
  /** Rows by collection. */
  counts: z.record(z.string(), z.int()),
  rows: z.int(),
  /** As they are stored: packed and sealed. */
  bytes: z.int(),
  /** The form in which it is written (`FORMAT` of the manifest). */
  version: z.int(),
})

export const backups = {
  /** How it stands with the backups: the last whole one, how far the present one is, and when a restore was last tried. */
  'backup.state': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      /** `no-key`: none is made, since the configuration names no public key. */
      state: z.enum(['no-key', 'waiting', 'running']),
      running: z.object({ startedAt: InstantMs, rows: z.int() }).optional(),
      last: Done.optional(),
      /** The last restore into an empty cloud that was tried: when, of the backup that began when, and how many rows came back. */
      trial: z.object({ at: InstantMs, backupAt: InstantMs, rows: z.int() }).optional(),
    }),
  }),
} as const

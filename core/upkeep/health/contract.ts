import * as z from 'zod'
import { templateNames } from '../../shared/notices'
import { operation } from '../../shared/operation'
import { Id, InstantMs } from '../../shared/schemas'

/** What may lie waiting for the timer: messages to be sent, figures to be counted, requests whose clock has run out, files past their time. */
export const backlogs = ['messages', 'figures', 'requests', 'files'] as const

/** MB in the storage and the database, calls of functions. */
const Amounts = z.object({ storage: z.number(), database: z.number(), calls: z.number() })

const JobRun = z.object({ name: z.string(), title: z.string(), at: InstantMs, did: z.int(), ms: z.int(), failed: z.boolean() })

export const health = {
  /** How the environment runs, for the technician: nothing personal is in it. Troubles are of the last 7 days, messages of the last 30. */
  'health.get': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      now: InstantMs,
      timer: z.object({
        /** When it last ran, as exact as five minutes; missing where it never did. */
        beatAt: InstantMs.optional(),
        /** The last time each job did something or failed, the latest first; a job that found nothing yet is not there. */
        jobs: z.array(JobRun),
      }),
      /** Since when the oldest of each has been waiting; one with nothing waiting is not there. */
      behind: z.array(z.object({ what: z.enum(backlogs), since: InstantMs })),
      /** Operations that took longer than three seconds, the most often slow first. */
      slow: z.array(z.object({ op: z.string(), times: z.int(), worstMs: z.int() })),
      /** Operations in which something of ours broke. */
      faults: z.array(z.object({ op: z.string(), times: z.int() })),
      messages: z.array(
        z.object({
          template: z.enum(templateNames),
          title: z.string(),
          /** The environment has an id for it. */
          there: z.boolean(),
          /** How often people agreed to one more message. */
          accepted: z.int(),
          sent: z.int(),
          /** No consent was left (43101). */
          refused: z.int(),
          /** WeChat did not take it. */
          failed: z.int(),
          /** Not sent because there is no template. */
          missing: z.int(),
        }),
      ),
      /** What is deployed, and since when; missing where it was not deployed by the command (`npm run deploy`). */
      deployed: z.object({ version: z.string(), at: InstantMs }).optional(),
      /** What this month had used of the package when the doctor last looked (`npm run doctor`), and what the package has, where that is known. */
      package: z.object({ at: InstantMs, used: Amounts, has: Amounts.optional() }).optional(),
      /** Promises to those who asked for help, in this month. */
      promises: z.object({ kept: z.int(), broken: z.int() }),
      /** How last night's comparison of the figures with their rows went, and how many were put right. */
      compared: z.object({ state: z.enum(['none', 'running', 'done']), repaired: z.int() }),
    }),
  }),
} as const

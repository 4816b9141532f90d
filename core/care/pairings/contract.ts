import * as z from 'zod'
import { operation } from '../../shared/operation'
import { FileId, Id, InstantMs, line } from '../../shared/schemas'
import { MOST_ELDERS, pairingKinds } from './rules'

const Kind = z.enum(pairingKinds)
const Load = z.object({ count: z.int(), limit: z.int(), warning: z.string().optional() })
const Elders = z.array(Id).min(1).max(100)
const officers = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

/** A possible helper, and the reason in words. */
const Suggestion = z.object({ helperId: Id, name: z.string(), partner: z.boolean(), count: z.int(), limit: z.int(), why: z.string() })

const Elder = z.object({ memberId: Id, name: z.string(), kind: Kind, since: InstantMs })
const Helper = z.object({ helperId: Id, name: z.string(), partner: z.boolean(), load: Load, elders: z.array(Elder) })

export const pairings = {
  /**
   * Pairs elders with a helper (P41); elders paired in that kind already stay as they are. A new fixed contact replaces the former one.
   * Never over the limit of the kind, nor over 30 in all. An in-service member gets no contact, only help for a household or 代理家长.
   */
  'pairing.set': operation({
    who: ['secretary'],
    of: 'helperId',
    input: z.object({ helperId: Id, elderIds: Elders, kind: Kind }),
    output: Load,
    errors: ['PAIRING_LIMIT', 'PAIRING_SELF', 'PAIRING_NOT_ELDER'],
  }),
  /** Ends pairings of a helper; answers how many elders the helper still has. */
  'pairing.end': operation({
    who: ['secretary'],
    of: 'helperId',
    input: z.object({ helperId: Id, elderIds: Elders, reason: line(100) }),
    output: z.object({ count: z.int() }),
  }),
  /** The elders of a branch (or group) without a helper, each with a suggestion. */
  'pairing.gaps': operation({
    who: officers,
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({
      items: z.array(
        z.object({
          memberId: Id,
          name: z.string(),
          groupName: z.string().optional(),
          /** 独居, 卧床 … in words. */
          care: z.array(z.string()),
          suggestion: Suggestion.nullable(),
        }),
      ),
      may: z.array(z.enum(['set'])),
    }),
  }),
  /** The helpers and possible helpers of a branch (or group) with their load, the most burdened first. */
  'pairing.list': operation({
    who: officers,
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ helpers: z.array(Helper), elders: z.int(), paired: z.int(), may: z.array(z.enum(['set', 'export'])) }),
  }),
  /** Both as a workbook: helpers with their elders, and on a second sheet the elders without a helper. */
  'pairing.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** Possible helpers of one elder, the best first. */
  'pairing.suggest': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({ items: z.array(Suggestion) }),
  }),
  /** Who could take over the elders of a helper who leaves: a proposal that `pairing.handOver` carries out. */
  'pairing.plan': operation({
    who: ['secretary'],
    of: 'helperId',
    input: z.object({ helperId: Id }),
    output: z.object({ name: z.string(), items: z.array(Elder.extend({ to: Suggestion.nullable() })), others: z.array(Suggestion) }),
  }),
  /**
   * Gives a helper's elders to others in one command. Each taker gets all the elders meant for them or none: where the list would be too
   * long the elders stay where they are, and `left` names them.
   */
  'pairing.handOver': operation({
    kept: true,
    who: ['secretary'],
    of: 'helperId',
    input: z.object({
      helperId: Id,
      moves: z
        .array(z.object({ memberId: Id, toHelperId: Id }))
        .min(1)
        .max(MOST_ELDERS),
      reason: line(100),
    }),
    output: z.object({
      moved: z.int(),
      left: z.array(z.object({ memberId: Id, name: z.string() })),
      /** The helpers who took some, with their load now. */
      takers: z.array(z.object({ helperId: Id, name: z.string(), load: Load })),
    }),
    errors: ['PAIRING_SELF'],
  }),
  /** The member's pairings as an elder and as a helper, with times and reasons; the latest first. */
  'pairing.history': operation({
    who: officers,
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({
      items: z.array(
        z.object({
          helperId: Id,
          helperName: z.string(),
          memberId: Id,
          name: z.string(),
          kind: Kind,
          since: InstantMs,
          /** Null while the pairing lasts. */
          until: InstantMs.nullable(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  /** The caller's elders, and the caller's own helpers. */
  'pairing.mine': operation({
    who: 'self',
    input: z.object({}),
    output: z.object({
      elders: z.array(
        Elder.extend({
          residence: z.string().optional(),
          care: z.array(z.string()),
          /** The elder's photo, where they gave one. */
          portrait: FileId.optional(),
          /** The last call and visit that were noted. */
          lastCallAt: InstantMs.optional(),
          lastVisitAt: InstantMs.optional(),
        }),
      ),
      helpers: z.array(z.object({ memberId: Id, name: z.string(), kind: Kind, since: InstantMs })),
      load: Load,
      /** The caller's photo on the cards of their elders. */
      portrait: FileId.optional(),
    }),
  }),
  /** The numbers of one of the caller's elders; leaves an audit row. */
  'pairing.phone': operation({
    who: 'self',
    input: z.object({ memberId: Id }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
    errors: ['NOT_PAIRED'],
  }),
} as const

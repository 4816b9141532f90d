import { omit } from '../../../core/shared/fields'
import type { Meeting } from '../../kernel/takeover'
import type { BenefitMark } from './benefits/documents'
import type { Celebration } from './birthdays/documents'
import type { Caseload } from './pairings/documents'
import type { CareContact } from './special-care/documents'
import type { Visit } from './visits/documents'

/** What was done counts before what does not apply; else the later word. */
export const benefitsMeet: Meeting<BenefitMark> = {
  join: (mine, other) => {
    if (mine.state !== other.state) return mine.state === 'done' ? mine : { ...other, _id: mine._id }
    return other.at > mine.at ? { ...other, _id: mine._id } : mine
  },
}

/** A year is celebrated once: greeted under either, it is greeted. */
export const celebrationsMeet: Meeting<Celebration> = {
  join: (mine, other) => {
    if (mine.greetedAt !== undefined || other.greetedAt === undefined) return mine
    return { ...omit(mine, 'due'), greetedAt: other.greetedAt, ...(other.quiet === undefined ? {} : { quiet: other.quiet }) }
  },
}

/** All elders the person looks after under either record; each once, since the earlier day. */
export const caseloadsMeet: Meeting<Caseload> = {
  join: (mine, other) => {
    const elders = [...mine.elders]
    for (const one of other.elders) {
      const at = elders.findIndex(had => had.memberId === one.memberId)
      const had = elders[at]
      if (!had) elders.push(one)
      else if (one.since < had.since) elders[at] = one
    }
    const news = [...mine.news, ...other.news]
    const due = Math.min(mine.due ?? Infinity, other.due ?? Infinity)
    return {
      ...mine,
      elders: elders.filter(one => one.memberId !== mine._id),
      news,
      commands: [...new Set([...(other.commands ?? []), ...(mine.commands ?? [])])],
      version: Math.max(mine.version, other.version) + 1,
      ...(Number.isFinite(due) ? { due } : {}),
    }
  },
}

const later = (one: number | null, other: number | null) => (one === null ? other : other === null ? one : Math.max(one, other))

/** Heard of under either record, the person was heard of. */
export const careMeets: Meeting<CareContact> = {
  join: (mine, other) => ({
    ...mine,
    since: Math.min(mine.since, other.since),
    lastCallAt: later(mine.lastCallAt, other.lastCallAt),
    lastVisitAt: later(mine.lastVisitAt, other.lastVisitAt),
    version: Math.max(mine.version, other.version) + 1,
  }),
}

/** Visited under either record, the person was visited; of two records the second stands beside the first as what else was written. */
export const visitsMeet: Meeting<Visit> = {
  join: (mine, other) => {
    if (!other.record) return mine
    const version = Math.max(mine.version, other.version) + 1
    const { branchId, path, scopes } = mine
    if (!mine.record) return { ...other, _id: mine._id, branchId, path, scopes, version }
    const { recordedAt: at, actor: by, commandId } = other.record
    const beside = { at, by, why: '两份资料合并，同一次走访的另一条记录', before: other.record, withdrawn: false, commandId }
    return { ...mine, corrections: [...(mine.corrections ?? []), ...(other.corrections ?? []), beside], version }
  },
}

import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { kindSwitches } from '../../../../core/people/organizations/branch-kinds'
import { officeIn, readEntry } from '../../../../core/people/organizations/history'
import { dateOf } from '../../../../core/shared/calendar'
import { claimFiles } from '../../../kernel/files'
import { Members, Organizations } from '../documents'
import { regulationsFor } from '../regulations/book'
import type { Handlers } from '../use-case'
import { historyRow } from './history'

/** More branches than ever come to one, or than one hosts. */
const MOST = 100

const named = ({ _id, name }: { _id: string; name: string }) => ({ orgId: _id, name })

export const about: Handlers<Pick<typeof contract, 'org.about' | 'org.document'>> = {
  async 'org.about'(_, { store, subject: org, now }) {
    const table = store.table(Organizations)
    const entries = org.history.map(one => ({ ...one, ...readEntry(one.what) }))
    const offices = entries.flatMap(({ kind, words }) => (kind === 'appointed' || kind === 'dismissed' ? (officeIn(words) ?? []) : []))
    const people = [...new Set([...entries.map(one => one.by), ...offices.map(one => one.memberId)])]
    const [book, formerly, hosts, others, members] = await Promise.all([
      regulationsFor(store, org.path),
      table.find({ mergedInto: org._id }, { limit: MOST }),
      table.find({ hostId: org._id }, { limit: MOST }),
      table.getMany([org.mergedInto, org.hostId].flatMap(id => id ?? [])),
      store.table(Members).getMany(people),
    ])
    const [into, host] = [org.mergedInto, org.hostId].map(id => others.find(one => one._id === id))
    const nameOf = new Map(members.map(one => [one._id, one.name]))
    const sayOf = (words: string) => {
      const office = officeIn(words)
      return office ? `${office.role} ${nameOf.get(office.memberId) ?? ''}`.trim() : words
    }
    const { branchKind } = org
    return {
      switches:
        org.kind !== 'branch'
          ? []
          : kindSwitches.map(key => {
              const { value, document, article } = book.rule(key, { on: dateOf(now), branchKind })
              return { key, holds: value === 1, document, ...(article === undefined ? {} : { article }) }
            }),
      ...(into ? { mergedInto: named(into) } : {}),
      formerly: formerly.map(named),
      units: org.units ?? [],
      ...(host && org.hostSince !== undefined
        ? {
            host: { ...named(host), since: org.hostSince, ...(org.hostDocumentNo === undefined ? {} : { documentNo: org.hostDocumentNo }) },
          }
        : {}),
      hosts: hosts.filter(one => one.closedAt === undefined).map(named),
      items: entries
        .map(({ at, kind, words, by, on, documentNo, fileIds }) => ({
          ...{ at, kind, by: nameOf.get(by) ?? '' },
          words: kind === 'appointed' || kind === 'dismissed' ? sayOf(words) : words,
          ...(on === undefined ? {} : { on }),
          ...(documentNo === undefined ? {} : { documentNo }),
          ...(fileIds === undefined ? {} : { fileIds }),
        }))
        .toReversed(),
    }
  },

  async 'org.document'({ orgId, on, documentNo, words, fileIds = [] }, context) {
    await context.checkText(`${documentNo} ${words}`)
    await claimFiles(context, fileIds, { purpose: 'organization', about: orgId })
    const entry = { ...historyRow(context, `document: ${words}`), on, documentNo, ...(fileIds.length === 0 ? {} : { fileIds }) }
    // Once for one command.
    await context.store
      .table(Organizations)
      .update({ _id: orgId, 'history.commandId': { not: context.commandId } }, { push: { history: entry } })
    return {}
  },
}

import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { Organizations, type Organization } from '../documents'
import type { Handlers } from '../use-case'
import { historyRow } from './history'

const mayBeHosted = (branch: Organization, host: Organization) =>
  branch.kind === 'branch' && host.kind !== 'group' && host._id !== branch._id && host.hostId !== branch._id

export const host: Handlers<Pick<typeof contract, 'org.host'>> = {
  async 'org.host'({ hostId, on, documentNo }, context) {
    const { store, subject: branch, now, checkText, fail } = context
    const table = store.table(Organizations)
    // It stands already: a repeated tap adds nothing to the history.
    if ((branch.hostId ?? null) === hostId) return {}
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    if (branch.closedAt !== undefined) return fail('CONFLICT')
    const [named] = await Promise.all([table.get(hostId ?? branch.hostId ?? ''), checkText(documentNo)])
    const entry = (what: string) => ({
      history: { ...historyRow(context, what), on, ...(documentNo === undefined ? {} : { documentNo }) },
    })
    /** Another was faster; where it was the same, it stands. */
    const lost = async () => (((await table.get(branch._id))?.hostId ?? null) === hostId ? {} : fail('CONFLICT'))
    const before = { _id: branch._id, hostId: branch.hostId ?? { exists: false } }
    if (hostId === null) {
      const ended = { unset: ['hostId', 'hostSince', 'hostDocumentNo'] as const, push: entry(`unhosted: ${named?.name ?? ''}`) }
      return (await table.update(before, ended)) > 0 ? {} : lost()
    }
    if (!named) return fail('NOT_FOUND')
    if (named.closedAt !== undefined || !mayBeHosted(branch, named)) return fail('ORG_HOST_MISPLACED')
    const document = documentNo === undefined ? { unset: ['hostDocumentNo'] as const } : {}
    const set = { hostId, hostSince: on, ...(documentNo === undefined ? {} : { hostDocumentNo: documentNo }) }
    const hosted = await table.update(before, { set, ...document, push: entry(`hosted: ${named.name}`) })
    return hosted > 0 ? {} : lost()
  },
}

import { revived } from '../../../../core/people/public'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { roleWords } from '../../../../core/shared/role-words'
import { scopesOf } from '../../../../core/shared/scopes'
import { Accounts } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { changeCare, restorePairingsOf } from '../../care/public'
import { Members, membershipsOf } from '../../people/public'
import { type Farewell, Farewells } from '../documents'
import { mourn } from './mourn'
import { officesIn, officesLeft } from './offices'
import { rejoinQueues } from './queues'
import { recount } from './stop'
import { tellOfMistake } from './telling'

/** Gives back what was stopped. Answers in words what could not be given back. */
export const restore = async (ports: Ports, row: Farewell): Promise<string[]> => {
  const { store, now } = ports
  const members = store.table(Members)
  const dead = await members.get(row._id)
  if (dead?.state === 'dead') {
    // Nothing changes where the dead belong, so that the log is as it was read.
    const set = { state: 'active' as const, memberships: revived(membershipsOf(dead)) }
    await members.update({ _id: row._id, state: 'dead' }, { set, unset: ['diedOn'], inc: { version: 1 } })
  }
  const { free, filled } = await officesLeft(store, row)
  for (const grant of free) await members.update({ _id: row._id }, { include: { grants: grant } })
  const member = await members.get(row._id)
  if (member?.state !== 'active') return []
  const accounts = await store.table(Accounts).getMany(row.openids ?? [])
  const still = accounts.filter(one => one.memberId === row._id || one.actingFor.some(bond => bond.memberId === row._id))
  const [lost] = await Promise.all([
    rejoinQueues(ports, row),
    ...still.map(one => store.table(Accounts).update({ _id: one._id }, { include: { people: row._id } })),
    changeCare(ports, row._id, care =>
      care.on
        ? null
        : {
            ...care,
            on: true,
            lists: scopesOf(member.path),
            lookAt: care.dueAt === null ? null : wakingFrom(Math.max(care.dueAt, now)),
          },
    ),
    mourn(ports, row, []),
    restorePairingsOf(ports, row._id, row.markedAt, row.undoneBy ?? row.markedBy),
  ])
  await tellOfMistake(ports, member, row)
  await recount(ports, row.branchId)
  await store.table(Farewells).update({ _id: row._id, round: row.round }, { unset: ['dueAt'] })
  const taken = (await officesIn(store, filled)).map(one => `${one.orgName}${roleWords[one.role]}已经由别人担任`)
  return [...taken, ...lost, ...(row.hadCard ? ['“亮身份”的名片要本人重新亮出来'] : [])]
}

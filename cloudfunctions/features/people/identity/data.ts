import type { identity as contract } from '../../../../core/people/identity/contract'
import { sayHeld } from '../../../../core/people/identity/held-facts'
import { sayLook } from '../../../../core/people/looks/say-look'
import { sayPhone } from '../../../../core/people/roster/phones'
import { shanghai } from '../../../../core/shared/calendar'
import type { Instant, Output } from '../../../../core/shared/operation'
import { relationWords } from '../../../../core/shared/relations'
import { announce } from '../../../kernel/announcements'
import { Audit, Messages } from '../../../kernel/documents'
import { writeExport } from '../../../kernel/files'
import { HeldAbout } from '../announcements'
import { Organizations } from '../documents'
import type { Context, Handlers } from '../use-case'
import { shownAccount } from './account-ref'
import { accountsOf } from './bonds'

const facts = [
  { title: '项目', width: 20 },
  { title: '内容', width: 60 },
] as const
const family = [
  { title: '姓名', width: 12 },
  { title: '关系', width: 10 },
  { title: '从什么时候起', width: 18 },
] as const
const looks = [
  { title: '时间', width: 18 },
  { title: '谁', width: 12 },
  { title: '做了什么', width: 40 },
] as const
const said = (at: Instant) => shanghai(at).format('YYYY-MM-DD HH:mm')

/** As many rows of who looked as are told, the latest. */
const LOOKED = 100

/** Everything that is held about the person, in plain words. */
const toldOf = async (context: Context<'me.data'> | Context<'me.export'>): Promise<Output<(typeof contract)['me.data']>> => {
  const { store, person, account } = context
  const memberId = person._id
  const mine = account?.memberId === memberId ? account : null
  const [accounts, organizations, messages, audited, more] = await Promise.all([
    accountsOf(store, memberId),
    store.table(Organizations).getMany([person.branchId, ...person.grants.map(grant => grant.orgId)]),
    store.table(Messages).count({ memberId }),
    store.table(Audit).find({ memberId }, { order: [['at', 'desc']], limit: LOOKED }),
    announce(context, HeldAbout, { memberId }),
  ])
  const nameOf = (orgId: string) => organizations.find(one => one._id === orgId)?.name ?? ''
  const offices = person.grants.map(grant => ({ role: grant.role, orgName: nameOf(grant.orgId) }))
  const known = {
    branchName: nameOf(person.branchId),
    offices,
    doors: mine ? (person.doors ?? []) : [],
    hasPortrait: person.portrait !== undefined,
    hasHome: person.home !== undefined,
    helping: person.helping?.kinds.length ?? 0,
    accounts: mine ? accounts.filter(one => one.memberId === memberId).map(one => shownAccount(memberId, one)) : [],
    messages,
    more: more.flat(),
    account: mine,
  }
  return {
    held: sayHeld(person, known),
    waitingDoors: mine
      ? (person.waitingDoors ?? []).map(({ doorId, number, by, at }) => ({ doorId, phone: sayPhone(number), by: by.name, at }))
      : [],
    looked: audited
      .filter(one => one.by.memberId !== memberId)
      .map(({ at, by, what }) => ({ at, by: by.name === '' ? '系统' : by.name, what: sayLook(what) })),
    helpers: accounts.flatMap(one =>
      one.actingFor
        .filter(bond => bond.memberId === memberId)
        .map(({ bondId, relation, since, consent }) => ({ bondId, name: one.name ?? '', relation, since, consent })),
    ),
  }
}

export const data: Handlers<Pick<typeof contract, 'me.data' | 'me.export'>> = {
  'me.data': (_, context) => toldOf(context),
  async 'me.export'(_, context) {
    const { person, audit } = context
    const [{ held, helpers, looked }, { writeWorkbook }] = await Promise.all([toldOf(context), import('../../../spreadsheets/write')])
    const content = await writeWorkbook([
      { name: '资料', columns: facts, rows: held.map(one => [one.label, one.value]) },
      { name: '代办的家人', columns: family, rows: helpers.map(one => [one.name, relationWords[one.relation], said(one.since)]) },
      { name: '谁看过改过', columns: looks, rows: looked.map(one => [said(one.at), one.by, one.what]) },
    ])
    audit(person._id, 'data.exported')
    return writeExport(context, { name: `${person.name}的资料`, about: person._id, content })
  },
}

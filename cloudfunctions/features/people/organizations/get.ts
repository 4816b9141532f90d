import { announce } from '../../../kernel/announcements'
import { AccountsChanged, OfficesChanged } from '../announcements'
import { Members, Organizations } from '../documents'
import { organizations as contract } from '../../../../core/people/organizations/contract'
import { isSeatOf, mayStandUnder, pathUnder } from '../../../../core/people/organizations/rules'
import { mayGive } from '../../../../core/shared/offices'
import type { Role } from '../../../../core/shared/operation'
import type { Member, Organization } from '../documents'
import { Duplicate } from '../../../kernel/failure'
import { afterText, pageOf } from '../../../kernel/pages'
import type { Context, Handlers } from '../use-case'

const PAGE = 50
/** More offices than one organization has. */
const MOST_OFFICERS = 100

const shown = (org: Organization) => ({
  orgId: org._id,
  name: org.name,
  kind: org.kind,
  ...(org.branchKind ? { branchKind: org.branchKind } : {}),
  parentId: org.parentId,
  path: org.path,
  closed: org.closedAt !== undefined,
})

type Acting = Pick<Context<'org.appoint'>, 'store' | 'now' | 'actor' | 'commandId'>

/** One row of an organization's history. */
const row = ({ now, actor, commandId }: Acting, what: string): Organization['history'][number] => ({
  at: now,
  by: actor.memberId ?? actor.openid,
  what,
  commandId,
})

/** Adds a row to the history, once for one command. */
const remember = (acting: Acting, org: Organization, what: string) =>
  acting.store
    .table(Organizations)
    .update({ _id: org._id, 'history.commandId': { not: acting.commandId } }, { push: { history: row(acting, what) } })

/** The branch whose visits an office may lead to. */
const branchOf = (org: Organization): string => (org.kind === 'group' ? (org.parentId ?? org._id) : org._id)

const holdsOffice = (member: Member, role: Role, orgId: string) => member.grants.some(grant => grant.role === role && grant.orgId === orgId)

export const handlers: Handlers<typeof contract> = {
  async 'org.get'(_, { store, subject }) {
    const officers = await store.table(Members).find({ 'grants.orgId': subject._id }, { limit: MOST_OFFICERS })
    return {
      ...shown(subject),
      officers: officers
        .filter(one => one.state === 'active')
        .flatMap(one =>
          one.grants.filter(grant => grant.orgId === subject._id).map(({ role }) => ({ memberId: one._id, name: one.name, role })),
        ),
    }
  },

  // A name is unique under its parent, so the last name seen is where the next page begins.
  async 'org.children'({ cursor }, { store, subject }) {
    const { after } = afterText(cursor)
    const filter = { parentId: subject._id, ...(after ? { name: { gt: after[0] } } : {}) }
    const found = await store.table(Organizations).find(filter, { order: [['name', 'asc']], limit: PAGE + 1 })
    const { items, cursor: next } = pageOf(found, PAGE, one => one.name)
    return { items: items.map(shown), cursor: next }
  },

  async 'org.create'({ kind, branchKind, name }, context) {
    const { store, subject: parent, commandId, checkText, fail } = context
    if (!mayStandUnder(kind, parent.kind)) return fail('ORG_KIND_MISPLACED')
    if (branchKind !== undefined && kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchKind'] })
    const table = store.table(Organizations)
    const again = async () => {
      const made = await table.get(commandId)
      return made && made.parentId === parent._id && made.history[0]?.commandId === commandId ? { orgId: made._id } : null
    }
    if (parent.closedAt !== undefined) return (await again()) ?? fail('CONFLICT')
    await checkText(name)
    const added = await table.add({
      _id: commandId,
      name,
      kind,
      ...(kind === 'branch' ? { branchKind: branchKind ?? 'established' } : {}),
      parentId: parent._id,
      path: pathUnder(parent.path, commandId),
      rosterVersion: 0,
      history: [row(context, `created: ${name}`)],
    })
    if (kind !== 'group') await announce(context, AccountsChanged, { branchId: commandId })
    // Either this command was here before, or the name was.
    return added === 'added' ? { orgId: commandId } : ((await again()) ?? fail('ORG_NAME_TAKEN'))
  },

  async 'org.rename'({ name }, context) {
    const { store, subject: org, checkText, fail } = context
    const table = store.table(Organizations)
    if (org.name !== name) {
      await checkText(name)
      const renamed = { set: { name }, push: { history: row(context, `renamed: ${org.name} → ${name}`) } }
      try {
        const changed = await table.update({ _id: org._id, name: org.name }, renamed)
        if (changed === 0 && (await table.get(org._id))?.name !== name) return fail('CONFLICT')
      } catch (error) {
        if (error instanceof Duplicate) return fail('ORG_NAME_TAKEN')
        throw error
      }
    }
    // The roster writes the group's name beside each of its members; done even when the name was set already, so that a repeat completes it.
    if (org.kind === 'group') await store.table(Members).update({ path: org.path, groupName: { not: name } }, { set: { groupName: name } })
    return {}
  },

  async 'org.close'({ reason }, context) {
    const { store, subject: org, now, fail } = context
    if (org.closedAt !== undefined) return {}
    const table = store.table(Organizations)
    const isEmpty = async () => {
      const [members, below] = await Promise.all([
        store.table(Members).find({ path: { startsWith: org.path }, state: 'active' }, { limit: 1 }),
        table.find({ path: { startsWith: org.path }, closedAt: { exists: false } }, { limit: 2 }),
      ])
      return members.length === 0 && below.every(one => one._id === org._id)
    }
    if (!(await isEmpty())) return fail('ORG_NOT_EMPTY')
    const closed = { set: { closedAt: now }, push: { history: row(context, `closed: ${reason}`) } }
    await table.update({ _id: org._id, closedAt: { exists: false } }, closed)
    if (await isEmpty()) return {}
    // A person or an organization came in between the look and the write.
    await table.update({ _id: org._id, closedAt: now }, { unset: ['closedAt'], pull: { history: { commandId: context.commandId } } })
    return fail('ORG_NOT_EMPTY')
  },

  async 'org.appoint'({ memberId, role }, context) {
    const { store, subject: org, people, account, audit, fail } = context
    const appointer = people.find(one => one._id === account?.memberId)
    if (!isSeatOf(role, org.kind)) return fail('INVALID_INPUT', { paths: ['role'] })
    if (!appointer || !mayGive(appointer.grants, role, org.path)) return fail('ROLE_NOT_YOURS_TO_GIVE')
    const member = await store.table(Members).get(memberId)
    if (!member || member.state !== 'active' || !isWithin(member, appointer)) return fail('NOT_FOUND')
    if (holdsOffice(member, role, org._id)) return {}
    if (org.closedAt !== undefined) return fail('CONFLICT')
    await remember(context, org, `appointed: ${role} ${memberId}`)
    await store.table(Members).update({ _id: memberId }, { include: { grants: { role, orgId: org._id, path: org.path } } })
    audit(memberId, 'office.given', `${role} of ${org._id}`)
    await announce(context, OfficesChanged, { branchId: branchOf(org) })
    return {}
  },

  async 'org.dismiss'({ memberId, role }, context) {
    const { store, subject: org, people, account, audit, fail } = context
    const dismisser = people.find(one => one._id === account?.memberId)
    if (!dismisser || !mayGive(dismisser.grants, role, org.path)) return fail('ROLE_NOT_YOURS_TO_GIVE')
    const member = await store.table(Members).get(memberId)
    // A member the caller may not know of and one without that office get one answer: there is nothing to take away.
    if (!member || !holdsOffice(member, role, org._id)) return {}
    await remember(context, org, `dismissed: ${role} ${memberId}`)
    await store.table(Members).update({ _id: memberId }, { pull: { grants: { role, orgId: org._id } } })
    audit(memberId, 'office.taken', `${role} of ${org._id}`)
    await announce(context, OfficesChanged, { branchId: branchOf(org) })
    return {}
  },
}

/** Whether a member belongs, by their own branch or as an affiliate, below anything the officer holds an office over. */
const isWithin = (member: Member, officer: Member): boolean =>
  [member, ...member.affiliates].some(place => officer.grants.some(grant => place.path.startsWith(grant.path)))

export { contract }
export { homes } from '../use-case'

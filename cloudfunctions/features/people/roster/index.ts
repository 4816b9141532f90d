import { looks } from '../../../../core/people/looks/contract'
import { roster } from '../../../../core/people/roster/contract'
import type { Organization } from '../documents'
import type { RosterPreview } from './documents'
import type { Handlers } from '../use-case'

const contract = { ...roster, ...looks } as const

interface Asked {
  holds: (roles: readonly ['secretary'], path: string) => boolean
  fail: (code: 'FORBIDDEN' | 'NOT_FOUND') => never
}

/** A branch's own file is its secretary's affair; officers above bring in files that name the branches. */
const forImporter = <C extends Asked>(context: C, path: string, isBranch: boolean): C =>
  isBranch && !context.holds(['secretary'], path) ? context.fail('FORBIDDEN') : context

/** With the organization, which the input always names in one of two ways. */
const over = <C extends Asked & { subject: Organization | null }>(context: C) => {
  const subject = context.subject ?? context.fail('NOT_FOUND')
  return { ...forImporter(context, subject.path, subject.kind === 'branch'), subject }
}

/** With the preview. */
const of = <C extends Asked & { subject: RosterPreview }>(context: C) =>
  forImporter(context, context.subject.path, !context.subject.byBranch)

/**
 * P03 (S3, S4): the roster of a branch, in from Excel and out to it, and rosters of a whole district in from one file. Each use-case is loaded when it is first asked for: the lunar calendar and the
 * spreadsheets behind them would cost every other request its start.
 */
export const handlers: Handlers<typeof contract> = {
  'roster.preview': async (input, context) => (await import('./preview')).preview(input, over(context)),
  'roster.previewRows': async (input, context) => (await import('./preview-rows')).previewRows(input, of(context)),
  'roster.progress': async (input, context) => (await import('./progress')).progress(input, over(context)),
  'roster.commit': async (input, context) => (await import('./commit')).commit(input, of(context)),
  'roster.list': async (input, context) => (await import('./list')).list(input, context),
  'roster.find': async (input, context) => (await import('./find')).find(input, context),
  'roster.get': async (input, context) => (await import('./get')).get(input, context),
  'roster.looks': async (input, context) => (await import('../looks/looks')).looks(input, context),
  'roster.phone': async (input, context) => (await import('./phone')).phone(input, context),
  'roster.change': async (input, context) => (await import('./change')).change(input, context),
  'roster.invite': async (input, context) => (await import('./invite')).invite(input, context),
  'roster.openDoor': async (input, context) => (await import('./open-door')).openDoor(input, context),
  'roster.accounts': async (input, context) => (await import('./accounts')).accounts(input, context),
  'roster.endAccount': async (input, context) => (await import('./accounts')).endAccount(input, context),
  'roster.template': async (_input, context) => (await import('./template')).template(over(context)),
  'roster.export': async (input, context) => (await import('./export')).exportRoster(input, context),
}

export { contract }
export { homes } from '../use-case'

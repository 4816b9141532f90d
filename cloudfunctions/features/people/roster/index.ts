import { looks } from '../../../../core/people/looks/contract'
import { roster } from '../../../../core/people/roster/contract'
import type { Handlers } from '../use-case'

const contract = { ...roster, ...looks } as const

/**
 * P03 (S3, S4): the roster of a branch, in from Excel and out to it. Each use-case is loaded when it is first asked for: the lunar calendar and the
 * spreadsheets behind them would cost every other request its start.
 */
export const handlers: Handlers<typeof contract> = {
  'roster.preview': async (input, context) => (await import('./preview')).preview(input, context),
  'roster.progress': async (input, context) => (await import('./progress')).progress(input, context),
  'roster.commit': async (input, context) => (await import('./commit')).commit(input, context),
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
  'roster.template': async (input, context) => (await import('./template')).template(input, context),
  'roster.export': async (input, context) => (await import('./export')).exportRoster(input, context),
}

export { contract }
export { homes } from '../use-case'

import type { roster as contract } from '../../../core/roster/contract'
import type { Handlers } from '../../kernel/ports'
import { commit } from './commit'
import { exportRoster, template } from './files'
import { change, get, invite, list, phone } from './members'
import { preview, progress } from './preview'

/** P03 (S3, S4): the roster of a branch, in from Excel and out to it. */
export const roster: Handlers<typeof contract> = {
  'roster.preview': preview,
  'roster.progress': progress,
  'roster.commit': commit,
  'roster.list': list,
  'roster.get': get,
  'roster.phone': phone,
  'roster.change': change,
  'roster.invite': invite,
  'roster.template': template,
  'roster.export': exportRoster,
}

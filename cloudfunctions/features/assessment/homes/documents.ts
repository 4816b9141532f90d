import type { HomeCheck } from '../../../../core/assessment/homes/checks'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** One of the ten, looked at by a person on a day. */
export interface Look {
  commandId: string
  check: HomeCheck
  holds: boolean
  on: DateText
  at: Instant
  by: Actor
  words: string
  photoFileIds: string[]
}

/** A 老党员之家 (P63). */
export interface PartyHome {
  _id: string
  /** Who keeps it. */
  orgId: string
  path: string
  /** The organization above all: branches there may use it. */
  root: string
  /** All that it stands on the lists of: its keeper's, and those of the branches that use it. */
  scopes: string[]
  name: string
  address: string
  point?: { lng: number; lat: number }
  /** Those that use it. */
  branches: { branchId: string; name: string }[]
  branchIds: string[]
  /** Their places: their officers look at it too. */
  affiliates: { path: string }[]
  /** The latest look at each of the ten; and the former ones, the earliest first. */
  last: Partial<Record<HomeCheck, Look>>
  looks: Look[]
  createdBy: Actor
  version: number
}
export const PartyHomes = collection('party-homes', {
  indexes: [by('listed', 'scopes', '_id'), by('near', 'root', '_id'), by('branch', 'branchIds', '_id'), by('kept', 'orgId', '_id')],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<PartyHome>()

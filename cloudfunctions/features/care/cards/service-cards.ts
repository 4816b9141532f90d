import type { cards as contract } from '../../../../core/care/cards/contract'
import { cardOf, type Contact, contactOf, nearestPoint } from '../../../../core/care/cards/rules'
import type { Output } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { pointOf } from '../../../kernel/geo'
import type { Store } from '../../../kernel/store'
import { type Member, Members, type Organization, Organizations } from '../../people/public'
import { nearestStation, type Team, Teams } from '../../service/public'
import type { Instant } from '../../../../core/shared/operation'
import { Caseloads, type Partner, Partners } from '../pairings/documents'
import { helpersIn, type PairedHelper } from '../pairings/helpers'

/** More officers than the groups and their branch have; more teams than stand above one elder. */
const MOST_OFFICERS = 200
const MOST_TEAMS = 100
/** More helpers than the elders of one page have. */
const MOST_HELPERS = 100
/** Teams on one card. */
const SHOWN = 3

export type ServiceCard = Output<(typeof contract)['card.get']>

/** What the cards of elders of one branch are made from. */
interface Sources {
  officers: Member[]
  teams: Team[]
  orgs: Organization[]
  helpers: Map<string, PairedHelper[]>
  members: Map<string, Member>
  partners: Map<string, Partner>
  /** The nearest station of each elder. */
  stations: Map<string, NonNullable<ServiceCard['station']>>
}

/** The nearest station of each elder; those whose home is not known have one between them for each place they belong to. */
const stationsOf = async (store: Store, elders: readonly Member[], now: Instant): Promise<Sources['stations']> => {
  const asked = new Map<string, ReturnType<typeof nearestStation>>()
  const nearest = (elder: Member) => {
    const key = elder.home ? elder._id : elder.path
    const found = asked.get(key) ?? nearestStation(store, elder, now)
    asked.set(key, found)
    return found
  }
  const found = await Promise.all(elders.map(async elder => [elder._id, await nearest(elder)] as const))
  return new Map(found.flatMap(([memberId, station]) => (station ? [[memberId, stationLine(station)] as const] : [])))
}

type Nearest = NonNullable<Awaited<ReturnType<typeof nearestStation>>>
const stationLine = ({
  stationId,
  name,
  open,
  opensAt,
  closedSoon,
  hours,
  phone,
  metres,
  onDuty,
}: Nearest): NonNullable<ServiceCard['station']> => ({
  ...{ stationId, name, open, opensAt, closedSoon, hours, onDuty },
  ...(phone === undefined ? {} : { phone }),
  ...(metres === undefined ? {} : { metres }),
})

const active = (members: readonly Member[]) => members.filter(one => one.state === 'active')

/** Reads everything on the cards of elders of one branch in one wave. Nothing is stored, so a card always shows what holds now. */
const sourcesOf = async (store: Store, elders: readonly Member[], now: Instant): Promise<Sources> => {
  const over = [...new Set(elders.flatMap(one => [one.branchId, ...(one.groupId === null ? [] : [one.groupId])]))]
  const scopes = [...new Set(elders.flatMap(one => scopesOf(one.path)))]
  const ids = elders.map(one => one._id)
  const paired = { 'elders.memberId': { in: ids } }
  const [officers, teams, orgs, byMembers, byUnits, stations] = await Promise.all([
    store.table(Members).find({ 'grants.orgId': { in: over } }, { limit: MOST_OFFICERS }),
    store.join(Teams, { orgId: { in: scopes } }, 'memberIds', Members, MOST_TEAMS),
    store.table(Organizations).getMany(scopes),
    store.join(Caseloads, paired, '_id', Members, MOST_HELPERS),
    store.join(Caseloads, paired, '_id', Partners, MOST_HELPERS),
    stationsOf(store, elders, now),
  ])
  const members = active([...byMembers, ...teams].flatMap(one => one.joined))
  const units = byUnits.flatMap(one => one.joined).filter(one => one.endedAt === undefined)
  return {
    officers: active(officers),
    teams,
    orgs,
    stations,
    helpers: helpersIn(byMembers, ids),
    members: new Map(members.map(one => [one._id, one])),
    partners: new Map(units.map(one => [one._id, one])),
  }
}

/** A paired helper as a contact: the member, or the contact person of the partner unit. */
const pairedContact = ({ members, partners }: Sources, { memberId }: PairedHelper): Contact[] => {
  const member = members.get(memberId)
  const unit = partners.get(memberId)
  const contact = member
    ? contactOf(member)
    : unit
      ? { memberId: unit._id, name: `${unit.name}（${unit.contact}）`, phone: unit.phone }
      : null
  return contact ? [contact] : []
}

const cardFrom = (sources: Sources, elder: Member): ServiceCard => {
  const scopes = scopesOf(elder.path)
  const paired = (sources.helpers.get(elder._id) ?? []).flatMap(one => pairedContact(sources, one))
  // The branch's own teams before the street's; of each team that is called for help the first member who has a number.
  const inTurn = [...scopes].reverse().flatMap(orgId => sources.teams.filter(team => team.orgId === orgId && team.kinds.length > 0))
  const teams = inTurn.flatMap(team => {
    const lead = team.memberIds
      .filter(id => id !== elder._id)
      .flatMap(id => sources.members.get(id) ?? [])
      .flatMap(one => contactOf(one) ?? [])[0]
    return lead
      ? [{ teamId: team._id, name: team.name, phone: lead.phone, contact: lead.name, point: team.point && pointOf(team.point) }]
      : []
  })
  const venues = [...scopes].reverse().flatMap(orgId => sources.orgs.find(one => one._id === orgId)?.venue ?? [])
  const points = [...venues, ...teams.filter(team => team.point).map(({ name, phone, point }) => ({ name, phone, point }))]
  const nearest = nearestPoint(elder.home ? pointOf(elder.home) : undefined, points)
  return {
    elder: { memberId: elder._id, name: elder.name, ...(elder.portrait === undefined ? {} : { portrait: elder.portrait }) },
    ...cardOf(elder, sources.officers, paired),
    teams: teams.slice(0, SHOWN).map(({ teamId, name, phone, contact }) => ({ teamId, name, phone, contact })),
    point: nearest && {
      name: nearest.name,
      ...(nearest.point ? { point: nearest.point } : {}),
      ...(nearest.phone === undefined ? {} : { phone: nearest.phone }),
      ...(nearest.metres === undefined ? {} : { metres: nearest.metres }),
    },
    station: sources.stations.get(elder._id) ?? null,
  }
}

/** The cards of elders of one branch, in their order. */
export const cardsOf = async (
  store: Store,
  elders: readonly Member[],
  now: Instant,
): Promise<{ elder: Member; card: ServiceCard; branchName: string }[]> => {
  const sources = await sourcesOf(store, elders, now)
  return elders.map(elder => ({
    elder,
    card: cardFrom(sources, elder),
    branchName: sources.orgs.find(one => one._id === elder.branchId)?.name ?? '',
  }))
}

/** One elder's card. */
export const cardFor = async (store: Store, elder: Member, now: Instant): Promise<ServiceCard> =>
  cardFrom(await sourcesOf(store, [elder], now), elder)

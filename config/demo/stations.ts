import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Post, Team } from '../../cloudfunctions/features/service/documents'
import type { Station } from '../../cloudfunctions/features/service/stations/documents'
import { geoPoint, pointOf } from '../../cloudfunctions/kernel/geo'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import { claimKey, type Shift } from '../../core/service/posts/rules'
import { DUTY_KIND, dutyPostId, shiftFor, SHOWN_DAYS } from '../../core/service/stations/duty'
import { everyDay, hoursOn } from '../../core/service/stations/hours'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'

const DAY = 24 * 60 * 60_000
/** Days for which the demo's roster has people. */
const ROSTERED = 14

const places = [
  { _id: 'station-changqing', kind: 'station', name: '常青老干部365服务站', address: '常青路18号一楼', lng: 114.2132, lat: 30.6391 },
  { _id: 'point-lakeside', kind: 'point', name: '湖滨服务点', address: '湖滨社区活动室', lng: 114.2085, lat: 30.6432 },
] as const

/** 四支队伍 (S2): what each is called for; the first gives talks and keeps the station. */
const fourTeams: readonly (readonly [id: string, name: string, kinds: Team['kinds']])[] = [
  ['team-political', '政治宣传队', []],
  ['team-legal', '法律咨询队', ['legal']],
  ['team-health', '健康教育队', ['medicine', 'escort']],
  ['team-hardship', '困难帮服队', ['payment', 'housekeeper']],
]
const demoTeams = (street: Organization, people: readonly Member[], createdBy: Actor): Team[] =>
  fourTeams.map(([_id, name, kinds], nth) => ({
    ...{ _id, orgId: street._id, path: street.path, name, kinds, createdBy },
    memberIds: [0, 1, 2].flatMap(more => people[(nth + more) % people.length]?._id ?? []),
  }))

/** A station of the street and one of its points, with a fortnight's duty shared out among a few members; nothing of it is due by itself. */
export const demoStations = (
  street: Organization,
  people: readonly Member[],
  createdBy: Actor,
  now: Instant,
): { stations: Station[]; teams: Team[]; posts: Post[] } => {
  const teams = demoTeams(street, people, createdBy)
  const stations: Station[] = places.map(({ _id, kind, name, address, lng, lat }) => ({
    ...{
      _id,
      kind,
      name,
      address,
      orgId: street._id,
      path: street.path,
      audience: 'open',
      point: geoPoint({ lng, lat }),
      phone: '027-83550001',
    },
    ...{
      hours: { from: '08:30', to: '17:00' },
      days: [...everyDay],
      closedOn: ['-01-01', '-01-02', '-01-03'].map(day => `${String(Number(dateOf(now).slice(0, 4)) + 1)}${day}`),
      teamIds: teams.map(one => one._id),
      need: 1,
      state: 'open',
    },
    ...{ code: `demo${_id.replace('-', '')}`, createdBy, createdAt: now - 30 * DAY, shown: [], gaps: [], flagged: [], marks: 0 },
  }))
  const dates = Array.from({ length: ROSTERED }, (_, ahead) => addDays(dateOf(now), ahead))
  const personOn = (nth: number, ahead: number) => people[(ahead * places.length + nth) % people.length]
  const posts = stations.flatMap((station, nth) =>
    [...new Set(dates.map(date => date.slice(0, 7)))].map((month): Post => {
      const shifts = dates
        .filter(date => date.startsWith(month))
        .reduce<Shift[]>((all, date) => {
          const hours = hoursOn(station, date)
          return hours ? [...all, shiftFor(all, date, hours, 1)] : all
        }, [])
      return {
        ...{ _id: dutyPostId(station._id, month), stationId: station._id, orgId: street._id, orgName: street.name, branchId: street._id },
        ...{
          path: street.path,
          kind: DUTY_KIND,
          title: `${station.name}值班`,
          place: { name: station.name, point: pointOf(station.point) },
          bring: '',
          body: '',
          contact: null,
        },
        ...{ audience: 'teams', teams: [{ orgId: street._id, path: street.path }], deadline: null, shifts },
        queue: shifts.flatMap(({ shiftId, startsAt }) => {
          const person = personOn(nth, dates.indexOf(dateOf(startsAt)))
          return person ? [{ key: claimKey(shiftId, person._id), shiftId, memberId: person._id, at: now - 2 * DAY }] : []
        }),
        ...{ seq: 1, withdrawn: [], startsAt: shifts[0]?.startsAt ?? now, endsAt: shifts.at(-1)?.endsAt ?? now, state: 'published' },
        ...{ secret: `demo-secret-${station._id}`, createdBy, createdAt: now - 2 * DAY, version: 1, changes: [], cards: [] },
      }
    }),
  )
  return {
    teams,
    stations: stations.map((station, nth) => ({
      ...station,
      shown: dates.slice(0, SHOWN_DAYS).map((date, ahead) => {
        const person = personOn(nth, ahead)
        return { date, people: person ? [{ memberId: person._id, name: person.name }] : [] }
      }),
    })),
    posts,
  }
}

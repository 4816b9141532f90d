import type { Station } from '../cloudfunctions/features/service/stations/documents'
import { geoPoint } from '../cloudfunctions/kernel/geo'
import { MORNING, startBench, type Documented } from './cloud'
import { compare, spentBy } from './service'
import type { Row } from './table'

const [FEW, MANY] = [30, 3000]
const ROUNDS = 25
const HALL = { lng: 114.2121, lat: 30.6402 }
/** Degrees between neighbouring points: a few hundred metres. */
const APART = 0.004

/** So many points over a district, on a grid about the hall. */
const pointsOf = (count: number): Documented => {
  const side = Math.ceil(Math.sqrt(count))
  const by = { openid: 'bench', memberId: null, name: 'bench' }
  function* stations(): Iterable<Station> {
    for (let n = 0; n < count; n++) {
      const [column, line] = [n % side, Math.floor(n / side)].map(one => one - side / 2)
      yield {
        ...{
          _id: `near-${String(n)}`,
          orgId: 'district',
          path: '/district/',
          audience: 'open',
          kind: 'point',
          name: `第${String(n)}服务点`,
        },
        ...{ address: '', point: geoPoint({ lng: HALL.lng + (column ?? 0) * APART, lat: HALL.lat + (line ?? 0) * APART }) },
        ...{
          hours: { from: '08:30', to: '17:00' },
          days: [1, 2, 3, 4, 5, 6, 7],
          closedOn: [],
          teamIds: [],
          need: 1,
          code: `near${String(n)}`,
        },
        ...{ state: 'open', createdBy: by, createdAt: MORNING, shown: [], gaps: [], flagged: [], marks: 0 },
      }
    }
  }
  return { stations: stations() }
}

/** The nearest stations of three thousand ÷ of thirty. */
export const near = async (): Promise<Row[]> => {
  const clouds = [await startBench(pointsOf(FEW)), await startBench(pointsOf(MANY))] as const
  const rows = await compare(`station.near, ${String(MANY)} points ÷ ${String(FEW)}`, ROUNDS, which =>
    spentBy(clouds[which], 'api', 'station.near', () => clouds[which].tap('demo-member-06', 'station.near', { point: HALL })),
  )
  await Promise.all(clouds.map(cloud => cloud.close()))
  // Of thirty points no more than thirty can be examined; of any number, those in the circle that holds the wanted twenty.
  return rows.map(row => (row.what.endsWith('documents examined') ? row : { ...row, budget: { most: 1.1 } }))
}

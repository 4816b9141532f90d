import { handedOf, leftOf } from '../../../../core/life/materials/rules'
import type { Material } from './documents'

/** A material as its lists show it. */
export const shownMaterial = (row: Material) => ({
  ...{ materialId: row._id, title: row.title, on: row.on, received: row.received, given: handedOf(row), remaining: leftOf(row) },
  ...(row.from ? { fromName: row.from.name } : {}),
  onTheWay: row.from !== undefined && row.arrivedOn === undefined,
  people: row.given.length,
  ticked: row.given.filter(one => one.gotOn !== undefined).length,
})
